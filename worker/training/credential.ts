import { base64, fromBase64, fromUtf8, utf8 } from '../statements/rules/bytes.ts';
import { type VerifierKey, verifyEd25519 } from '../statements/rules/notes.ts';

/*
 * Certificates are Open Badges 3.0 as VC-JWT: a compact JWS with EdDSA over the credential. This module runs in the
 * worker and in a browser.
 */

/** What a certificate says. `on` is a day, YYYY-MM-DD. */
export type Certificate = {
  id: string;
  name: string;
  learned: string;
  issuer: string;
  on: string;
  /** The address of the training. */
  training: string;
  /** The slugs of the lessons that were finished; certificates from before they were named have none. */
  lessons: string[];
};

/** The name of the key that signs the certificates of a site, as in a verifier key. */
export function certificateKeyName(publicUrl: string): string {
  return `${publicUrl.replace(/^[a-z]+:\/\//, '')}/training`;
}

/** `sign` gives the Ed25519 signature. */
export async function writeJws(
  { header, payload }: { header: object; payload: object },
  sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>,
): Promise<string> {
  const input = [header, payload].map((part) => base64url(utf8(JSON.stringify(part)))).join('.');
  return `${input}.${base64url(await sign(utf8(input)))}`;
}

export type SignedCertificate = { certificate: Certificate; input: string; signature: Uint8Array };

/** Null if it is no certificate of this kind. Whether it was signed is another question. */
export function readCertificate(text: string): SignedCertificate | null {
  const [, head = '', body = '', end = ''] = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(text.trim()) ?? [];
  const [header, payload, signature] = [jsonOf(head), jsonOf(body), bytesOf(end)];
  if (header?.alg !== 'EdDSA' || !payload || !signature) return null;
  const subject = groupOf(payload.credentialSubject);
  const [identifier] = Array.isArray(subject.identifier) ? subject.identifier : [];
  const achievement = groupOf(subject.achievement);
  const certificate = {
    id: String(payload.id ?? ''),
    name: String(groupOf(identifier).identityHash ?? ''),
    learned: String(achievement.name ?? ''),
    issuer: String(groupOf(payload.issuer).id ?? ''),
    on: String(payload.validFrom ?? '').slice(0, 10),
    training: String(achievement.id ?? ''),
    lessons: Array.isArray(achievement.tag) ? achievement.tag.map(String) : [],
  };
  return { certificate, input: `${head}.${body}`, signature };
}

/** The key of the issuer that has signed it; null if none of these has. */
export async function certificateSigner(
  { certificate, input, signature }: SignedCertificate,
  keys: readonly VerifierKey[],
): Promise<VerifierKey | null> {
  const name = certificateKeyName(certificate.issuer);
  for (const key of keys) {
    if (key.name === name && (await verifyEd25519(key.publicKey, signature, utf8(input)))) return key;
  }
  return null;
}

export function base64url(bytes: Uint8Array): string {
  return base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(text: string): Uint8Array | null {
  const padded = text.replaceAll('-', '+').replaceAll('_', '/') + '='.repeat((4 - (text.length % 4)) % 4);
  return fromBase64(padded);
}

function jsonOf(text: string): Record<string, unknown> | null {
  const bytes = bytesOf(text);
  try {
    const value: unknown = bytes && JSON.parse(fromUtf8(bytes) ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function groupOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
