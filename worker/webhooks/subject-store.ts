import { type Query, rowsQuery } from '../platform/query.ts';

export type WebhookSubject = { id: string; url: string; titles: string };

/** Webhooks with the names of their partners, as JSON in the languages of the campaign. */
export function webhookSubjectsQuery(
  db: D1Database,
  campaignId: number,
  ids: readonly string[],
): Query<WebhookSubject[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT webhooks.id, url, name AS titles FROM json_each(?2)
        CROSS JOIN webhooks ON webhooks.id = value AND webhooks.campaign_id = ?1
        CROSS JOIN partners ON partners.id = partner_id`,
      )
      .bind(campaignId, JSON.stringify(ids)),
    (rows: WebhookSubject[]) => rows,
  );
}
