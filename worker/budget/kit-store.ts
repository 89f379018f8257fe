import type { Comparison } from './rules.ts';

const campaignId = '(SELECT id FROM campaigns WHERE slug = ?1)';

export function saveComparisonsStatements(
  db: D1Database,
  campaign: string,
  comparisons: readonly { comparison: Comparison; toFill: readonly string[] }[],
): D1PreparedStatement[] {
  return [
    ...deleteComparisonsStatements(db, campaign),
    ...comparisons.map(({ comparison, toFill }, position) =>
      db
        .prepare(
          `INSERT INTO budget_comparisons (slug, campaign_id, position, content, to_fill)
          VALUES (?2, ${campaignId}, ?3, ?4, ?5)`,
        )
        .bind(campaign, comparison.slug, position, JSON.stringify(comparison), JSON.stringify(toFill)),
    ),
  ];
}

export function comparisonsSnapshotStatement(db: D1Database, campaign: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT 'budget comparison ' || slug AS label, json_set(content, '$.position', position) AS fields
      FROM budget_comparisons WHERE campaign_id = ${campaignId} ORDER BY position`,
    )
    .bind(campaign);
}

export function deleteComparisonsStatements(db: D1Database, campaign: string): D1PreparedStatement[] {
  return [db.prepare(`DELETE FROM budget_comparisons WHERE campaign_id = ${campaignId}`).bind(campaign)];
}

/** Of these slugs, those that another campaign has. */
export async function listTaken(
  db: D1Database,
  campaign: string,
  slugs: string[],
): Promise<{ slug: string; owner: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT budget_comparisons.slug, campaigns.slug AS owner
      FROM json_each(?2) AS named CROSS JOIN budget_comparisons ON budget_comparisons.slug = named.value
        CROSS JOIN campaigns ON campaigns.id = campaign_id
      WHERE campaigns.slug <> ?1`,
    )
    .bind(campaign, JSON.stringify(slugs))
    .all<{ slug: string; owner: string }>();
  return results;
}
