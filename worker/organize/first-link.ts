import type { Keyring } from '../platform/crypto/keyring.ts';
import { linkPath, makeLink } from './ask-for-link.ts';

/** A link that signs in its holder once. It is printed on the terminal of whoever runs the server. */
export async function printedLink(
  { db, keyring }: { db: D1Database; keyring: Keyring },
  {
    organizerId,
    publicUrl,
    lasts,
    now,
  }: { organizerId: string; publicUrl: string; lasts: number; now: Date },
): Promise<string> {
  const { link, statement } = await makeLink({ db, keyring }, { organizerId, browser: null, lasts, now });
  await db.batch([statement]);
  return `${publicUrl}${linkPath(link.token)}`;
}
