import type { Deps } from '../platform/deps.ts';
import type { CountedHook } from './counted-hooks.ts';
import { listReached } from './term-store.ts';

/** For a transaction in which nobody starts to count. */
const nobody = { ids: (parameter: string) => `SELECT value AS id FROM json_each(${parameter})`, value: '[]' };

/**
 * Usually a confirmation reaches a threshold. A threshold that was lowered or added below the count is reached here,
 * and the same people are told as after a confirmation.
 */
export async function reachThresholds(
  { db }: Pick<Deps, 'db'>,
  now: Date,
  starts: readonly CountedHook[],
): Promise<void> {
  for (const actionId of await listReached(db)) {
    await db.batch(starts.flatMap((hook) => hook(db, { actionId, ids: [], changed: nobody, now })));
  }
}
