import { findContextById } from '../actions/context.ts';
import type { Deps } from '../platform/deps.ts';
import { isAlias } from '../platform/text/identity.ts';
import { bounceStatement } from './change-store.ts';
import { cityTimeOf } from './city-time.ts';
import { erasedUnconfirmedAfter } from './rules.ts';
import { tryOpenPerson } from './sealing.ts';
import { findSignature } from './store.ts';

/**
 * Ends a signature whose mail bounced permanently, because it can no longer be confirmed. Its data stays for the 30
 * days of any unconfirmed one: an earlier mail may have arrived, and its links then show why the signature ended. A
 * signature with an alias keeps waiting. If its person already counts, its mail goes to the address that counts and
 * does not bounce. So if an invented tag ended at once, a stranger could learn who counts.
 */
export async function endBounced(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  id: string,
  now: Date,
): Promise<void> {
  const signature = await findSignature(db, id);
  const person = signature && (await tryOpenPerson(keyring, signature));
  const context = signature && (await findContextById(db, signature.actionId));
  if (!person || !context || isAlias(person.email)) return;
  const erasedAt = new Date(signature.receivedAt.getTime() + erasedUnconfirmedAfter);
  await bounceStatement(db, { id, erasedAt }, cityTimeOf(context.city.timeZone, now)).run();
}
