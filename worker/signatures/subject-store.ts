import { type Query, rowsQuery } from '../platform/query.ts';
import { byId } from './store.ts';

export type SignatureSubject = { subject: string; kind: string; titles: string };

/** The titles of what these signatures are on. */
export function signatureSubjectsQuery(
  db: D1Database,
  campaignId: number,
  ids: readonly string[],
): Query<SignatureSubject[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT value AS subject, actions.kind, listed_title AS titles
        FROM json_each(?2) CROSS JOIN signatures ${byId} ON signatures.id = value
          CROSS JOIN actions ON actions.id = action_id AND campaign_id = ?1`,
      )
      .bind(campaignId, JSON.stringify(ids)),
    (rows: SignatureSubject[]) => rows,
  );
}

/** The titles of what possible duplicates or unusual rates are on, by `pair-1` or `rate-1`. */
export function doubtSubjectsQuery(
  db: D1Database,
  campaignId: number,
  { table, subjects }: { table: 'signature_pairs' | 'unusual_rates'; subjects: readonly string[] },
): Query<SignatureSubject[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT value AS subject, actions.kind, listed_title AS titles
        FROM json_each(?2) CROSS JOIN ${table} ON ${table}.id = CAST(substr(value, 6) AS INTEGER)
          CROSS JOIN actions ON actions.id = action_id AND campaign_id = ?1`,
      )
      .bind(campaignId, JSON.stringify(subjects)),
    (rows: SignatureSubject[]) => rows,
  );
}
