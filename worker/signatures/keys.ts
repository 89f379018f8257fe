import { base64url, hex } from '../platform/crypto/bytes.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import { networkOf } from '../platform/http/limits.ts';
import { canonicalEmail, foldName, foldStreet } from '../platform/text/identity.ts';
import { fullName, type Submission } from './submission-rules.ts';

/** Fingerprints of 16 bytes as hex. They differ from action to action, so people cannot be matched across actions. */
export type Keys = {
  personKey: string;
  inboxKey: string;
  nameZipKey: string;
  nameStreetKey: string | null;
  nameKey: string;
  domainKey: string;
};

type Named = Pick<Submission, 'givenName' | 'familyName' | 'email' | 'zip' | 'street'>;

export async function makeKeys(keyring: Keyring, actionId: number, signer: Named): Promise<Keys> {
  const inbox = canonicalEmail(signer.email);
  const name = foldName(fullName(signer));
  const street = foldStreet(signer.street);
  const fingerprint = async (purpose: string, ...parts: string[]) =>
    hex(await keyring.fingerprint(purpose, JSON.stringify([actionId, ...parts])));
  const [personKey, inboxKey, nameZipKey, nameStreetKey, nameKey, domainKey] = await Promise.all([
    fingerprint('person', inbox, name),
    fingerprint('inbox', inbox),
    fingerprint('name and ZIP', name, signer.zip),
    street === '' ? null : fingerprint('name and street', name, street),
    makeNameKey(keyring, actionId, name),
    makeDomainKey(keyring, actionId, inbox.slice(inbox.lastIndexOf('@') + 1)),
  ]);
  return { personKey, inboxKey, nameZipKey, nameStreetKey, nameKey, domainKey };
}

/** Folds the name again, so that it can be given as it was typed. */
export async function makeNameKey(keyring: Keyring, actionId: number, name: string): Promise<string> {
  return hex(await keyring.fingerprint('name', JSON.stringify([actionId, foldName(name)])));
}

/** `domain` is that of a canonical address. */
export async function makeDomainKey(keyring: Keyring, actionId: number, domain: string): Promise<string> {
  return hex(await keyring.fingerprint('domain', JSON.stringify([actionId, domain])));
}

/**
 * Differs each day, so that nobody is followed by their connection. Null where the connection says nothing about who
 * signs.
 */
export async function makeConnectionKey(
  keyring: Keyring,
  actionId: number,
  { connection, day }: { connection: string | null; day: string },
): Promise<string | null> {
  if (connection === null) return null;
  const text = JSON.stringify([actionId, day, networkOf(connection)]);
  return hex(await keyring.fingerprint('arrival', text));
}

export async function makeInboxKey(keyring: Keyring, actionId: number, email: string): Promise<string> {
  return hex(await keyring.fingerprint('inbox', JSON.stringify([actionId, canonicalEmail(email)])));
}

/**
 * 22 characters. The same form with the same content is the same signature. A form that was changed after "Back" is
 * another signature, and confirming it makes the first a duplicate.
 */
export async function makeSignatureId(
  keyring: Keyring,
  actionId: number,
  formToken: string,
  content: object,
): Promise<string> {
  return base64url(await keyring.fingerprint('signature', JSON.stringify([actionId, formToken, content])));
}
