import type { ShortLink } from './rules.ts';

export async function listShortLinks(db: D1Database, campaignId: number): Promise<ShortLink[]> {
  const { results } = await db
    .prepare('SELECT code, target FROM short_links WHERE campaign_id = ? ORDER BY code')
    .bind(campaignId)
    .all<ShortLink>();
  return results;
}
