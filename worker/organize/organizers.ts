import { newId } from '../platform/crypto/ids.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import { canonicalEmail } from '../platform/text/identity.ts';
import { findOrganizerByKey, insertOrganizerStatement, listSealedOrganizers } from './people-store.ts';

export function organizerKey(keyring: Keyring, email: string): Promise<Uint8Array> {
  return keyring.fingerprint('organizer', canonicalEmail(email));
}

export async function openOrganizer(
  keyring: Keyring,
  { id, sealed }: { id: string; sealed: Uint8Array },
): Promise<string> {
  return (await keyring.open<{ email: string }>(`organizer ${id}`, sealed)).email;
}

/** The addresses of organizers by their ids. */
export async function emailsOf(
  { db, keyring }: { db: D1Database; keyring: Keyring },
  ids: readonly string[],
): Promise<Map<string, string>> {
  const sealed = await listSealedOrganizers(db, [...new Set(ids)]);
  return new Map(
    await Promise.all(
      sealed.map(async (one): Promise<[string, string]> => [one.id, await openOrganizer(keyring, one)]),
    ),
  );
}

/** The organizer of an address, or the statement that adds one. */
export async function organizerFor(
  { db, keyring }: { db: D1Database; keyring: Keyring },
  { email, now }: { email: string; now: Date },
): Promise<{ id: string; statements: D1PreparedStatement[] }> {
  const emailKey = await organizerKey(keyring, email);
  const known = await findOrganizerByKey(db, emailKey);
  if (known !== null) return { id: known, statements: [] };
  const id = newId(now);
  const sealed = await keyring.seal(`organizer ${id}`, { email });
  return { id, statements: [insertOrganizerStatement(db, { id, emailKey, sealed, now })] };
}
