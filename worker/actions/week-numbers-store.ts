import { type Query, rowsQuery } from '../platform/query.ts';

export type Counted = { inAll: number; byWeek: ReadonlyMap<string, number> };

/**
 * What counts on all actions of a kind in a campaign, and what each of these weeks changed in it. Reads at most a row
 * for each action and week, whatever the number of signatures and of older weeks. Null where the campaign has no such action.
 */
export function countedByWeekQuery(
  db: D1Database,
  { campaignId, kind, weeks }: { campaignId: number; kind: string; weeks: readonly string[] },
): Query<Counted | null> {
  const confirmed = "kind = 'state' AND key = 'confirmed'";
  // A join with the list of weeks would read that list again for each action.
  const sums = weeks.map(
    (_, index) =>
      `sum((SELECT n FROM signature_changes WHERE action_id = own.id AND week = ?${index + 3} AND ${confirmed}))`,
  );
  const statement = db
    .prepare(
      `SELECT count(*) AS actions,
         sum((SELECT n FROM signature_counts WHERE action_id = own.id AND ${confirmed})) AS n,
         json_array(${sums.join(', ')}) AS by_week
       FROM actions AS own INDEXED BY actions_of_kind WHERE campaign_id = ?1 AND kind = ?2`,
    )
    .bind(campaignId, kind, ...weeks);
  return rowsQuery(statement, ([row]: { actions: number; n: number | null; by_week: string }[]) => {
    if (!row || row.actions === 0) return null;
    const changes: (number | null)[] = JSON.parse(row.by_week);
    return { inAll: row.n ?? 0, byWeek: new Map(weeks.map((week, index) => [week, changes[index] ?? 0])) };
  });
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
