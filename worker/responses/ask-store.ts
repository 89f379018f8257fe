import { joinQueries, mapQuery, type Query, rowsQuery } from '../platform/query.ts';

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
  const late = ({ n, oldest }: LateRow = { n: 0, oldest: null }): Late => {
    return { n, oldestAt: new Date(oldest ?? now.getTime()) };
  };
  const queries = {
    unanswered: rowsQuery(unansweredStatement(db, campaignId, now), ([row]: LateRow[]) => late(row)),
    answers: rowsQuery(
      lateAnswersStatement(db, campaignId, today),
      ([row]: { overdue: number; due: number | null; untold: number; recorded: number | null }[]) => ({
        overdue: late(row && { n: row.overdue, oldest: row.due }),
        untold: late(row && { n: row.untold, oldest: row.recorded }),
      }),
    ),
  };
  return mapQuery(joinQueries(queries), ({ unanswered, answers }) => ({ unanswered, ...answers }));
}

type LateRow = { n: number; oldest: number | null };

function unansweredStatement(db: D1Database, campaignId: number, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `SELECT count(*) AS n, min(asked_at + within_days * ${day}) AS oldest
      FROM actions CROSS JOIN answer_requests ON answer_requests.action_id = actions.id
      WHERE campaign_id = ?1 AND asked_at + within_days * ${day} <= ?2
        AND NOT EXISTS (SELECT 1 FROM answers WHERE answers.action_id = answer_requests.action_id
          AND answers.committee_id = answer_requests.committee_id AND answers.ask = answer_requests.ask
          AND undone_at IS NULL)`,
    )
    .bind(campaignId, now.getTime());
}

/** The answers that hold, each read once for both questions. */
function lateAnswersStatement(db: D1Database, campaignId: number, today: string): D1PreparedStatement {
  const isOverdue = "due_on < ?2 AND outcome IS NULL AND answer NOT IN ('no', 'not-addressed')";
  const isUntold = `told_in IS NULL AND NOT EXISTS (
    SELECT 1 FROM answers AS told WHERE told.action_id = held.action_id
      AND told.committee_id = held.committee_id AND told.ask = held.ask AND told.told_in IS NOT NULL)`;
  return db
    .prepare(
      `SELECT count(*) FILTER (WHERE ${isOverdue}) AS overdue,
        min(unixepoch(due_on, '+1 day') * 1000) FILTER (WHERE ${isOverdue}) AS due,
        count(*) FILTER (WHERE ${isUntold}) AS untold, min(recorded_at) FILTER (WHERE ${isUntold}) AS recorded
      FROM actions CROSS JOIN answers AS held ON held.action_id = actions.id
      WHERE campaign_id = ?1 AND undone_at IS NULL AND version = (
        SELECT max(version) FROM answers AS other WHERE other.action_id = held.action_id
          AND other.committee_id = held.committee_id AND other.ask = held.ask AND other.undone_at IS NULL)`,
    )
    .bind(campaignId, today);
}

export type Late = { n: number; oldestAt: Date };
