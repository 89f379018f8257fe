import { type Query, rowsQuery } from '../platform/query.ts';

export type PetitionSubject = { slug: string; titles: string };

export function petitionSubjectsQuery(
  db: D1Database,
  campaignId: number,
  slugs: readonly string[],
): Query<PetitionSubject[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT slug, listed_title AS titles FROM json_each(?2)
        CROSS JOIN actions ON slug = value AND campaign_id = ?1`,
      )
      .bind(campaignId, JSON.stringify(slugs)),
    (rows: PetitionSubject[]) => rows,
  );
}
