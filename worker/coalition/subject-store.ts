import { type Query, rowsQuery } from '../platform/query.ts';

export type PartnerSubject = { subject: string; titles: string };

/** The names of partners, as JSON in the languages of the campaign. */
export function partnerSubjectsQuery(
  db: D1Database,
  campaignId: number,
  slugs: readonly string[],
): Query<PartnerSubject[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT slug AS subject, name AS titles FROM json_each(?2)
        CROSS JOIN partners ON campaign_id = ?1 AND slug = value`,
      )
      .bind(campaignId, JSON.stringify(slugs)),
    (rows: PartnerSubject[]) => rows,
  );
}
