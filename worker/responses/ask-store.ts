import { type Query, rowsQuery } from '../platform/query.ts';

export type DueRequest = { actionId: number; committeeId: number; signatures: number };

const mostAtOnce = 100;

/** What a reached threshold asks, and nobody was asked yet. */
export async function listDueRequests(db: D1Database): Promise<DueRequest[]> {
  const { results } = await db
    .prepare(
      `SELECT DISTINCT answer_requests.action_id AS actionId, answer_requests.committee_id AS committeeId, answer_requests.signatures
      FROM answer_requests
        JOIN thresholds ON thresholds.action_id = answer_requests.action_id
          AND thresholds.signatures = answer_requests.signatures
        JOIN actions ON actions.id = answer_requests.action_id
      WHERE asked_at IS NULL AND reached_at IS NOT NULL AND actions.state IN ('open', 'closed') LIMIT ?`,
    )
    .bind(mostAtOnce)
    .all<DueRequest>();
  return results;
}

export function markAskedStatement(
  db: D1Database,
  { actionId, committeeId, signatures }: DueRequest,
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE answer_requests SET asked_at = ?4
      WHERE action_id = ?1 AND committee_id = ?2 AND signatures = ?3 AND asked_at IS NULL`,
    )
    .bind(actionId, committeeId, signatures, now.getTime());
}

const day = 24 * 60 * 60 * 1000;

/** Asks that have waited longer than they should, and commitments whose day has passed, of one campaign. */
export function lateQuery(
  db: D1Database,
  campaignId: number,
  { now, today }: { now: Date; today: string },
): Query<{ unanswered: Late; overdue: Late; untold: Late }> {
  const statement = db
    .prepare(
      `WITH own AS (SELECT id FROM actions WHERE campaign_id = ?1),
      holding AS (
        SELECT answers.* FROM answers WHERE action_id IN own AND undone_at IS NULL AND version = (
          SELECT max(version) FROM answers AS other WHERE other.action_id = answers.action_id
            AND other.committee_id = answers.committee_id AND other.ask = answers.ask AND other.undone_at IS NULL))
      SELECT 'unanswered' AS what, count(*) AS n, min(asked_at + within_days * ${day}) AS oldest FROM answer_requests
      WHERE action_id IN own AND asked_at + within_days * ${day} <= ?2
        AND NOT EXISTS (SELECT 1 FROM answers WHERE answers.action_id = answer_requests.action_id
          AND answers.committee_id = answer_requests.committee_id AND answers.ask = answer_requests.ask
          AND undone_at IS NULL)
      UNION ALL
      SELECT 'overdue', count(*), min(unixepoch(due_on, '+1 day') * 1000) FROM holding
      WHERE due_on < ?3 AND outcome IS NULL
      UNION ALL
      SELECT 'untold', count(*), min(recorded_at) FROM holding
      WHERE told_in IS NULL AND NOT EXISTS (
        SELECT 1 FROM answers AS told WHERE told.action_id = holding.action_id
          AND told.committee_id = holding.committee_id AND told.ask = holding.ask AND told.told_in IS NOT NULL)`,
    )
    .bind(campaignId, now.getTime(), today);
  return rowsQuery(statement, (rows: { what: string; n: number; oldest: number | null }[]) => {
    const late = (what: string): Late => {
      const row = rows.find((one) => one.what === what);
      return { n: row?.n ?? 0, oldestAt: new Date(row?.oldest ?? now.getTime()) };
    };
    return { unanswered: late('unanswered'), overdue: late('overdue'), untold: late('untold') };
  });
}

export type Late = { n: number; oldestAt: Date };
