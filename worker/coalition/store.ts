import type { Source } from './rules.ts';

/** A campaign's sources, `direct` and `other` among them. */
export async function listSources(db: D1Database, campaignId: number): Promise<Source[]> {
  const { results } = await db
    .prepare('SELECT slug, name FROM sources WHERE campaign_id = ? ORDER BY slug')
    .bind(campaignId)
    .all<{ slug: string; name: string }>();
  return results.map(({ slug, name }) => ({ slug, name: JSON.parse(name) }));
}
