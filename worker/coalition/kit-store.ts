import type { Source } from './rules.ts';

const campaignId = '(SELECT id FROM campaigns WHERE slug = ?1)';

/** A source that signatures name stays. */
export function saveSourcesStatements(
  db: D1Database,
  campaign: string,
  list: Source[],
): D1PreparedStatement[] {
  const sources = JSON.stringify(list);
  return [
    db
      .prepare(
        `INSERT INTO sources SELECT ${campaignId}, value ->> 'slug', value ->> 'name' FROM json_each(?2) WHERE true
        ON CONFLICT DO UPDATE SET name = excluded.name`,
      )
      .bind(campaign, sources),
    db
      .prepare(
        `DELETE FROM sources
        WHERE campaign_id = ${campaignId} AND slug NOT IN (SELECT value ->> 'slug' FROM json_each(?2))
          AND NOT EXISTS (
            SELECT 1 FROM petitions JOIN signatures ON petition_id = petitions.id
            WHERE petitions.campaign_id = sources.campaign_id AND source = sources.slug)`,
      )
      .bind(campaign, sources),
  ];
}
