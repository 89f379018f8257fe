import { type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import type { Comparison } from './rules.ts';

/** The campaign of a comparison, if it is public. */
export function campaignOfComparison(slug: string): Subquery {
  return {
    sql: `SELECT campaign_id FROM budget_comparisons CROSS JOIN campaigns ON campaigns.id = campaign_id
      WHERE budget_comparisons.slug = ? AND is_public = 1`,
    value: slug,
  };
}

export function slugsOf({ sql, value }: Subquery): Subquery {
  return { sql: `SELECT slug FROM budget_comparisons WHERE campaign_id = (${sql})`, value };
}

export function comparisonQuery(db: D1Database, slug: string): Query<Comparison | null> {
  return rowsQuery(
    db.prepare('SELECT content FROM budget_comparisons WHERE slug = ?').bind(slug),
    ([row]: { content: string }[]) => (row ? JSON.parse(row.content) : null),
  );
}

/** Each with the numbers that are to be filled in. */
export function comparisonsQuery(
  db: D1Database,
  campaign: Subquery,
): Query<{ comparison: Comparison; toFill: string[] }[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT content, to_fill FROM budget_comparisons WHERE campaign_id = (${campaign.sql}) ORDER BY position`,
      )
      .bind(campaign.value),
    (rows: { content: string; to_fill: string }[]) =>
      rows.map(({ content, to_fill }) => ({ comparison: JSON.parse(content), toFill: JSON.parse(to_fill) })),
  );
}

/** How many numbers are missing since the campaign was last published. */
export function toFillQuery(db: D1Database, campaignId: number): Query<{ n: number; since: Date }> {
  return rowsQuery(
    db
      .prepare(
        `SELECT sum(json_array_length(to_fill)) AS n, updated_at AS since
        FROM campaigns CROSS JOIN budget_comparisons ON campaign_id = campaigns.id WHERE campaigns.id = ?`,
      )
      .bind(campaignId),
    ([row]: { n: number | null; since: number | null }[]) => ({
      n: row?.n ?? 0,
      since: new Date(row?.since ?? 0),
    }),
  );
}

/** As many as one site map may hold. */
const mostListed = 5000;

/** Of public campaigns. */
export function listedQuery(db: D1Database): Query<string[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT budget_comparisons.slug FROM budget_comparisons CROSS JOIN campaigns ON campaigns.id = campaign_id
        WHERE is_public = 1 ORDER BY budget_comparisons.slug LIMIT ?`,
      )
      .bind(mostListed),
    (rows: { slug: string }[]) => rows.map(({ slug }) => slug),
  );
}
