import { type Query, rowsQuery } from '../platform/query.ts';

export type InvalidationSubject = { id: string; titles: string };

export function invalidationSubjectsQuery(
  db: D1Database,
  campaignId: number,
  ids: readonly string[],
): Query<InvalidationSubject[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT invalidations.id, listed_title AS titles
        FROM json_each(?2) CROSS JOIN invalidations ON invalidations.id = value AND invalidations.campaign_id = ?1
          CROSS JOIN actions ON actions.id = action_id`,
      )
      .bind(campaignId, JSON.stringify(ids)),
    (rows: InvalidationSubject[]) => rows,
  );
}
