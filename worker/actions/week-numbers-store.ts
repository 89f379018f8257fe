import { type Query, rowsQuery } from '../platform/query.ts';

export type Counted = { inAll: number; byWeek: ReadonlyMap<string, number> };

/**
 * What counts on all actions of a kind in a campaign, and what each of these weeks changed in it. Reads a row for each
 * action and week, whatever the number of signatures. Null where the campaign has no such action.
 */
export function countedByWeekQuery(
  db: D1Database,
  { campaignId, kind, weeks }: { campaignId: number; kind: string; weeks: readonly string[] },
): Query<Counted | null> {
  const statement = db
    .prepare(
      `SELECT '' AS week, sum(n) AS n, count(*) AS actions FROM actions
         LEFT JOIN signature_counts ON action_id = actions.id AND signature_counts.kind = 'state' AND key = 'confirmed'
         WHERE campaign_id = ?1 AND actions.kind = ?2
       UNION ALL
       SELECT week, sum(n), count(*) FROM actions
         CROSS JOIN json_each(?3) AS asked
         CROSS JOIN signature_changes
           ON action_id = actions.id AND week = asked.value AND signature_changes.kind = 'state'
             AND signature_changes.key = 'confirmed'
         WHERE campaign_id = ?1 AND actions.kind = ?2 GROUP BY week`,
    )
    .bind(campaignId, kind, JSON.stringify(weeks));
  return rowsQuery(statement, ([all, ...rows]: { week: string; n: number | null; actions: number }[]) =>
    all && all.actions > 0
      ? { inAll: all.n ?? 0, byWeek: new Map(rows.map(({ week, n }) => [week, n ?? 0])) }
      : null,
  );
}

/** How many wait for their owner's press, over all actions of a campaign. */
export function unconfirmedQuery(db: D1Database, campaignId: number): Query<number> {
  const statement = db
    .prepare(
      `SELECT coalesce(sum(n), 0) AS n FROM actions
       CROSS JOIN signature_counts
         ON action_id = actions.id AND signature_counts.kind = 'state' AND key = 'unconfirmed'
       WHERE campaign_id = ?`,
    )
    .bind(campaignId);
  return rowsQuery(statement, ([row]: { n: number }[]) => row?.n ?? 0);
}
