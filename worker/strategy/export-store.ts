import { type Query, rowsQuery } from '../platform/query.ts';
import type { Evidence, Tie, TieKind } from './rules.ts';

export type EvidenceRow = { stakeholder_id: string; on_day: string; said_by: string } & Pick<
  Evidence,
  'kind' | 'support' | 'influence' | 'link' | 'what'
>;

/** The evidence of these, newest first, and their ties to others. Both only where they stand. */
export function detailsQuery(
  db: D1Database,
  ids: readonly string[],
): Query<{ evidence: EvidenceRow[]; ties: Omit<Tie, 'id'>[] }> {
  const known = JSON.stringify(ids);
  return {
    statements: [
      db
        .prepare(
          `SELECT stakeholder_id, kind, on_day, support, influence, said_by, link, what
          FROM json_each(?1) CROSS JOIN stakeholder_evidence ON stakeholder_id = value AND state = 'stands'
          ORDER BY key, on_day DESC, stakeholder_evidence.id DESC`,
        )
        .bind(known),
      db
        .prepare(
          `SELECT from_id, to_id, ties.kind FROM json_each(?1) CROSS JOIN stakeholder_ties AS ties
            ON from_id = value AND ties.state = 'stands'
            CROSS JOIN stakeholders AS other ON other.id = to_id AND other.state = 'stands'`,
        )
        .bind(known),
    ],
    read: ([evidence = [], ties = []]) => ({
      evidence: evidence as EvidenceRow[],
      ties: (ties as { from_id: string; to_id: string; kind: TieKind }[]).map((row) => ({
        ...{ fromId: row.from_id, toId: row.to_id, kind: row.kind },
      })),
    }),
  };
}

/** All days of the road. */
export function allDaysQuery(db: D1Database, campaignId: number): Query<Record<string, string | number>[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT day, for_it AS "for", leans_for AS "leans-for", leans_against AS "leans-against", against, absent
        FROM road_days WHERE campaign_id = ? ORDER BY day`,
      )
      .bind(campaignId),
    (rows: Record<string, string | number>[]) => rows,
  );
}
