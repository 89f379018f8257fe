import type { ActionContext } from '../actions/context.ts';
import type { CommitRefusal } from '../platform/commit/writes.ts';
import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { listOwnSignatures } from './change-store.ts';
import { cityTimeOf } from './city-time.ts';
import { canWithdraw } from './rules.ts';
import type { Signature } from './store.ts';
import { commitSignature } from './writes.ts';

type Held = { signature: Signature; context: ActionContext };

/** Stops the signature from counting, in the transaction that changes the counts. A second time changes nothing. */
export async function withdraw(
  deps: Deps,
  { signature, context }: Held,
  now: Date,
): Promise<Result<'withdrawn' | 'already-withdrawn' | 'unchanged', { reason: 'erased' } | CommitRefusal>> {
  if (signature.erasedAt) return err({ reason: 'erased' });
  if (!canWithdraw(signature.state)) {
    return ok(signature.state === 'withdrawn' ? 'already-withdrawn' : 'unchanged');
  }
  const { id } = signature;
  const data = { id, actionId: signature.actionId, cityTime: cityTimeOf(context.city.timeZone, now) };
  const committed = await commitSignature(deps.commit, signature, { kind: 'withdraw', ref: id, data });
  return committed.ok ? ok('withdrawn') : committed;
}

/**
 * Erases everything about this person on this action, including their other signatures under the same name and
 * address and the mails about them. A signature that counted becomes withdrawn; the state of all others stays.
 */
export async function erase(
  deps: Deps,
  { signature, context }: Held,
  now: Date,
): Promise<Result<undefined, CommitRefusal>> {
  if (signature.erasedAt) return ok();
  const { id } = signature;
  const ids = await listOwnSignatures(deps.db, id);
  const data = { ids, actionId: signature.actionId, cityTime: cityTimeOf(context.city.timeZone, now) };
  const committed = await commitSignature(deps.commit, signature, { kind: 'erase', ref: id, data });
  return committed.ok ? ok() : committed;
}
