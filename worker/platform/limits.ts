import { hex } from './bytes.ts';
import { dateIn } from './clock.ts';
import type { Deps } from './deps.ts';

/**
 * Two fences around writes, both off where settings.limits is null: a burst per connection (the runtime's own counter,
 * approximate) and a cap per connection and day in the database. A connection is known by a fingerprint of its
 * address that is another one every day. `weight` is how many writes this one stands for in the cap.
 */
export async function isOverLimit(
  deps: Deps,
  { connection, now, weight }: { connection: string | null; now: Date; weight: number },
): Promise<boolean> {
  const { limits } = deps.settings;
  if (!limits || !connection) return false;
  if (deps.rate && !(await deps.rate.limit({ key: connection })).success) return true;
  const today = dateIn('UTC', now);
  const key = hex(await deps.keyring.fingerprint('connection', `${today} ${connection}`));
  const row = await deps.db
    .prepare(
      `INSERT INTO daily_caps (key, day, n) VALUES (unhex(?1), ?2, ?3)
       ON CONFLICT DO UPDATE SET n = n + ?3 RETURNING n`,
    )
    .bind(key, today, weight)
    .first<number>('n');
  return (row ?? 0) > limits.signaturesADay;
}

/** The caps of days that are over. */
export async function forgetOldCaps(db: D1Database, now: Date): Promise<void> {
  await db.prepare('DELETE FROM daily_caps WHERE day < ?').bind(dateIn('UTC', now)).run();
}
