import { type Query, rowsQuery } from '../platform/query.ts';

type Named = { campaignId: number; address: string; now: Date };

const theLog = 'SELECT id FROM neighbor_logs WHERE campaign_id = ?1 AND address = ?2';

/** Due at once. One that is out stays out. */
export function readAgainStatement(db: D1Database, { campaignId, address, now }: Named): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE neighbor_logs SET due_at = min(due_at, ?3)
      WHERE campaign_id = ?1 AND address = ?2 AND is_named = 1 AND evidence IS NULL`,
    )
    .bind(campaignId, address, now.getTime());
}

/** Forgets all that was read of a log, with its keys: the next reading is the first one. */
export function beginAnewStatements(
  db: D1Database,
  { campaignId, address, now }: Named,
): D1PreparedStatement[] {
  return [
    ...['city_statements', 'city_refusals'].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE log_id = (${theLog})`).bind(campaignId, address),
    ),
    db
      .prepare(
        `UPDATE neighbor_logs SET vkeys = '[]', size = NULL, root = NULL, note = NULL, reason = NULL, reason_at = NULL,
          evidence = NULL, doubt = NULL, signed_by = '[]', verified_at = NULL, read_at = NULL, failures = 0,
          after_campaign = '', due_at = ?3
        WHERE campaign_id = ?1 AND address = ?2`,
      )
      .bind(campaignId, address, now.getTime()),
  ];
}

/** How many logs that the kit names were rewritten, and since when the first: somebody has to decide on each. */
export function outQuery(db: D1Database, campaignId: number): Query<{ n: number; oldest: number | null }> {
  return rowsQuery(
    db
      .prepare(
        `SELECT count(*) AS n, min(reason_at) AS oldest FROM neighbor_logs
        WHERE campaign_id = ? AND is_named = 1 AND evidence IS NOT NULL`,
      )
      .bind(campaignId),
    ([row = { n: 0, oldest: null }]: { n: number; oldest: number | null }[]) => row,
  );
}
