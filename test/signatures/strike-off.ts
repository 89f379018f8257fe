import { weekIn } from '../../worker/platform/time/clock.ts';

/** Like strikeOff, and it can be taken back. */
export async function setAside(db: D1Database, id: string, at: Date): Promise<void> {
  await db
    .prepare(
      `UPDATE signatures SET state = 'flagged', reason = NULL, changed_at = ?2, changed_week = ?3
      WHERE id = ?1 AND state = 'confirmed'`,
    )
    .bind(id, at.getTime(), weekIn('America/New_York', at))
    .run();
}

/** What an organizer's word will do: no page of ours does it yet. One that has ended already stays as it is. */
export async function strikeOff(db: D1Database, id: string, at: Date): Promise<void> {
  await db
    .prepare(
      `UPDATE signatures SET state = 'invalidated', reason = 'struck-off', due_at = NULL, changed_at = ?2,
        changed_week = ?3
      WHERE id = ?1 AND state NOT IN ('withdrawn', 'invalidated')`,
    )
    .bind(id, at.getTime(), weekIn('America/New_York', at))
    .run();
}
