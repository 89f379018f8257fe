import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A key and a self-signed certificate for a server on this machine that a browser is told to trust. */
export function selfSigned(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const body = toBeSigned(publicKey);
  const bits = Buffer.concat([Buffer.of(0), sign('sha256', body, privateKey)]);
  const certificate = der(0x30, body, ecdsaWithSha256, der(0x03, bits)).toString('base64');
  return { key, cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n` };
}

/** A DER value: the tag, the length and the content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), lengthOf(content), content]);
}

/** In the shortest form, because browsers accept no other. */
function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.of(length);
  return length < 0x100 ? Buffer.of(0x81, length) : Buffer.of(0x82, length >> 8, length & 0xff);
}

/** 1.2.840.10045.4.3.2 */
const ecdsaWithSha256 = der(0x30, der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
/** CN=loopback */
const name = der(
  0x30,
  der(0x31, der(0x30, der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from('loopback')))),
);
const time = (text: string) => der(0x17, Buffer.from(text));

/** A version 1 certificate, without extensions, because nobody verifies it. */
function toBeSigned(publicKey: KeyObject): Buffer {
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const term = der(0x30, time('250101000000Z'), time('491231000000Z'));
  return der(0x30, der(0x02, Buffer.of(1)), ecdsaWithSha256, name, term, name, key);
}
