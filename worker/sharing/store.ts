import { type Query, rowsQuery } from '../platform/query.ts';
import type { ShortLink } from './rules.ts';

export async function listShortLinks(db: D1Database, campaignId: number): Promise<ShortLink[]> {
  const { results } = await db
    .prepare('SELECT code, target FROM short_links WHERE campaign_id = ? ORDER BY code')
    .bind(campaignId)
    .all<ShortLink>();
  return results;
}

export function shortLinksQuery(db: D1Database, campaign: string): Query<ShortLink[]> {
  const statement = db
    .prepare(
      `SELECT code, target FROM short_links
      WHERE campaign_id = (SELECT id FROM campaigns WHERE slug = ?) ORDER BY code`,
    )
    .bind(campaign);
  return rowsQuery(statement, (rows: ShortLink[]) => rows);
}
