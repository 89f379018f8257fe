import type { Deps } from '../platform/deps.ts';
import type { CountedHook } from './counted-hooks.ts';
import { listReached } from './term-store.ts';

/** In a transaction in which nobody starts to count. */
const nobody = { ids: (parameter: string) => `SELECT value FROM json_each(${parameter})`, value: '[]' };

/**
 * A threshold is reached with the confirmation that reaches it. One that was lowered below the count, or added there, is
 * reached here, and everybody is told whom a confirmation would tell.
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
