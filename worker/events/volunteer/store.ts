import { type Query, rowsQuery } from '../../platform/query.ts';

/** Quarters of an hour; null where nothing is reported. */
export async function findQuarters(db: D1Database, signatureId: string): Promise<number | null> {
  return db
    .prepare('SELECT quarters FROM volunteer_hours WHERE signature_id = ?')
    .bind(signatureId)
    .first<number>('quarters');
}

/** Null takes them back. Sending the same again changes nothing. */
export async function saveQuarters(
  db: D1Database,
  { id, actionId, quarters, now }: { id: string; actionId: number; quarters: number | null; now: Date },
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO volunteer_hours (signature_id, action_id, quarters, reported_at)
      SELECT id, ?2, ?3, ?4 FROM signatures WHERE id = ?1 AND erased_at IS NULL
      ON CONFLICT (signature_id) DO UPDATE SET quarters = excluded.quarters, reported_at = excluded.reported_at
      WHERE volunteer_hours.quarters IS NOT excluded.quarters`,
    )
    .bind(id, actionId, quarters, now.getTime())
    .run();
}

export type HoursTotal = { reports: number; quarters: number };

export function hoursTotalQuery(db: D1Database, actionId: number): Query<HoursTotal> {
  return rowsQuery(
    db.prepare('SELECT reports, quarters FROM volunteer_totals WHERE action_id = ?').bind(actionId),
    ([row]: HoursTotal[]) => row ?? { reports: 0, quarters: 0 },
  );
}

/** Of all events of a campaign, as far as they may be told. */
export function toldQuartersQuery(db: D1Database, campaignId: number): Query<number> {
  return rowsQuery(
    db
      .prepare(
        `SELECT coalesce(sum(told_quarters), 0) AS n FROM actions
          CROSS JOIN volunteer_totals ON volunteer_totals.action_id = actions.id
        WHERE campaign_id = ? AND kind = 'event'`,
      )
      .bind(campaignId),
    ([row]: { n: number }[]) => row?.n ?? 0,
  );
}

/** Whose hours they were is no longer known. They stay in the sum. */
export function eraseHoursStatement(db: D1Database, ids: string[]): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM volunteer_hours WHERE signature_id IN (SELECT value FROM json_each(?))
        AND EXISTS (SELECT 1 FROM signatures WHERE id = signature_id AND erased_at IS NOT NULL)`,
    )
    .bind(JSON.stringify(ids));
}
