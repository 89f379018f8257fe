import { type Query, rowsQuery } from '../platform/query.ts';

export type ExportSubject = { id: string; preset: string };

export function exportSubjectsQuery(
  db: D1Database,
  campaignId: number,
  ids: readonly string[],
): Query<ExportSubject[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT exports.id, preset FROM json_each(?2)
        CROSS JOIN exports ON exports.id = value AND campaign_id = ?1`,
      )
      .bind(campaignId, JSON.stringify(ids)),
    (rows: ExportSubject[]) => rows,
  );
}
