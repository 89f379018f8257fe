import { findContextById } from '../actions/context.ts';
import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { invalidateStatement } from './change-store.ts';
import { momentIn } from './instant.ts';
import { findSignature } from './store.ts';

/** Strikes a signature off; one that is withdrawn or struck off already stays as it is. */
export async function invalidate(
  deps: Deps,
  id: string,
  now: Date,
): Promise<Result<undefined, { reason: 'unknown' }>> {
  const signature = await findSignature(deps.db, id);
  const context = signature && (await findContextById(deps.db, signature.actionId));
  if (!context) return err({ reason: 'unknown' });
  await invalidateStatement(deps.db, id, momentIn(context.city.timeZone, now)).run();
  return ok();
}
