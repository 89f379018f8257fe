import { weekIn } from '../../worker/platform/time/clock.ts';

/** Like strikeOff, but can be undone. */
export async function setAside(db: D1Database, id: string, at: Date): Promise<void> {
  await db
    .prepare(
      `UPDATE signatures SET state = 'flagged', reason = NULL, changed_at = ?2, changed_week = ?3
      WHERE id = ?1 AND state = 'confirmed'`,
    )
    .bind(id, at.getTime(), weekIn('America/New_York', at))
    .run();
}

/** Strikes a signature off, as an organizer can. One that is withdrawn or struck off stays as it is. */
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
