import { findSceneById } from '../petitions/scene.ts';
import type { Deps } from '../platform/deps.ts';
import { forgetStatement } from '../platform/mail/outbox.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { eraseStatement, listOwnSignatures, withdrawStatement } from './change-store.ts';
import { momentIn } from './moment.ts';
import { canWithdraw } from './rules.ts';
import { findSignature } from './store.ts';

export type TakeBackRefusal = { reason: 'unknown' } | { reason: 'erased' };

/** Stops the signature from counting, in the transaction that changes the counts. A second time changes nothing. */
export async function withdraw(
  deps: Deps,
  id: string,
  now: Date,
): Promise<Result<'withdrawn' | 'already-withdrawn', TakeBackRefusal>> {
  const found = await locate(deps, id);
  if (!found) return err({ reason: 'unknown' });
  if (found.signature.erasedAt) return err({ reason: 'erased' });
  if (!canWithdraw(found.signature.state)) return ok('already-withdrawn');
  await deps.db.batch([
    withdrawStatement(deps.db, id, momentIn(found.timeZone, now)),
    forgetStatement(deps.db, [id]),
  ]);
  return ok('withdrawn');
}

/**
 * Erases all that is held of this person on this petition, their other signatures of the same name and address and
 * the mails about them included. What counted stops counting as withdrawn.
 */
export async function erase(deps: Deps, id: string, now: Date): Promise<Result<undefined, TakeBackRefusal>> {
  const found = await locate(deps, id);
  if (!found) return err({ reason: 'unknown' });
  if (found.signature.erasedAt) return ok();
  const own = await listOwnSignatures(deps.db, id);
  await deps.db.batch([
    eraseStatement(deps.db, own, { state: 'withdrawn', reason: null }, momentIn(found.timeZone, now)),
    forgetStatement(deps.db, own),
  ]);
  return ok();
}

async function locate(deps: Deps, id: string) {
  const signature = await findSignature(deps.db, id);
  const scene = signature && (await findSceneById(deps.db, signature.petitionId));
  return signature && scene && { signature, timeZone: scene.city.timeZone };
}
