import { type Query, rowsQuery } from '../platform/query.ts';

export type SheetSubject = { id: string; code: string; page: number; titles: string };
export type ImportSubject = { id: string; n: number; titles: string };

/** The numbers of sheets, and the titles of what they are on. */
export function sheetSubjectsQuery(
  db: D1Database,
  campaignId: number,
  ids: readonly string[],
): Query<SheetSubject[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT paper_sheets.id, code, page, listed_title AS titles
        FROM json_each(?2) CROSS JOIN paper_sheets ON paper_sheets.id = value
          CROSS JOIN actions ON actions.id = action_id AND campaign_id = ?1`,
      )
      .bind(campaignId, JSON.stringify(ids)),
    (rows: SheetSubject[]) => rows,
  );
}

/** Files of signatures that were collected elsewhere. */
export function importSubjectsQuery(
  db: D1Database,
  campaignId: number,
  ids: readonly string[],
): Query<ImportSubject[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT paper_imports.id, n, listed_title AS titles
        FROM json_each(?2) CROSS JOIN paper_imports ON paper_imports.id = value
          CROSS JOIN actions ON actions.id = action_id AND campaign_id = ?1`,
      )
      .bind(campaignId, JSON.stringify(ids)),
    (rows: ImportSubject[]) => rows,
  );
}
