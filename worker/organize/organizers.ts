import type { Language } from '../../web/language.ts';
import { newId } from '../platform/crypto/ids.ts';
import { type Keyring, orNull } from '../platform/crypto/keyring.ts';
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

/** For pages: an address that cannot be opened is told as such, and the page goes on. */
export function tellOrganizer(
  keyring: Keyring,
  row: { id: string; sealed: Uint8Array },
  language: Language,
): Promise<string> {
  return openOrganizer(keyring, row).catch(() => unreadableAddress[language]);
}

const unreadableAddress: Record<Language, string> = {
  en: 'address that cannot be opened',
  es: 'dirección que no se puede abrir',
};

/** The addresses of organizers by their ids; those that cannot be opened are left out. */
export async function emailsOf(
  { db, keyring }: { db: D1Database; keyring: Keyring },
  ids: readonly string[],
): Promise<Map<string, string>> {
  const sealed = await listSealedOrganizers(db, [...new Set(ids)]);
  const told = sealed.map(async (one): Promise<[string, string][]> => {
    const email = await orNull(openOrganizer(keyring, one));
    return email === null ? [] : [[one.id, email]];
  });
  return new Map((await Promise.all(told)).flat());
}

/** The organizer of an address, or the statement that adds one. */
export async function organizerFor(
  { db, keyring }: { db: D1Database; keyring: Keyring },
  { email, language = 'en', now }: { email: string; language?: Language; now: Date },
): Promise<{ id: string; statements: D1PreparedStatement[] }> {
  const emailKey = await organizerKey(keyring, email);
  const known = await findOrganizerByKey(db, emailKey);
  if (known !== null) return { id: known, statements: [] };
  const id = newId(now);
  const sealed = await keyring.seal(`organizer ${id}`, { email });
  return { id, statements: [insertOrganizerStatement(db, { id, emailKey, sealed, language, now })] };
}
