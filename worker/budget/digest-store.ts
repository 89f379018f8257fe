import { type Query, rowsQuery } from '../platform/query.ts';
import type { Comparison } from './rules.ts';

/** A comparison of a campaign that asks a committee for something. */
export type ComparisonForCommittee = { comparison: Comparison; campaign: string; contactEmail: string };

type Row = { content: string; campaign: string; contact_email: string };

export function comparisonsForCommitteeQuery(
  db: D1Database,
  committeeId: number,
): Query<ComparisonForCommittee[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT budget_comparisons.content, campaigns.slug AS campaign, contact_email
        FROM campaigns CROSS JOIN budget_comparisons ON campaign_id = campaigns.id
        WHERE campaigns.id IN (
          SELECT campaign_id FROM actions WHERE committee_id = ?1 AND state NOT IN ('draft', 'submitted'))
        ORDER BY campaigns.id, position`,
      )
      .bind(committeeId),
    (rows: Row[]) =>
      rows.map(({ content, campaign, contact_email }) => {
        return { comparison: JSON.parse(content), campaign, contactEmail: contact_email };
      }),
  );
}
