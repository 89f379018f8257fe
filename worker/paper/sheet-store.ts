import { type Query, rowsQuery, waitingAtMost } from '../platform/query.ts';

export type SheetState = 'entering' | 'done' | 'discarded';

/** One printed page. */
export type Sheet = {
  id: string;
  actionId: number;
  action: { slug: string; title: { en: string; es: string } };
  code: string;
  page: number;
  firstLine: number;
  lastLine: number;
  source: string;
  language: 'en' | 'es';
  state: SheetState;
  lines: number;
  version: number;
  startedBy: string;
  startedAt: Date;
  doneAt: Date | null;
};

type SheetRow = {
  id: string;
  action_id: number;
  slug: string;
  title: string;
  code: string;
  page: number;
  first_line: number;
  last_line: number;
  source: string;
  language: 'en' | 'es';
  state: SheetState;
  lines: number;
  version: number;
  started_by: string;
  started_at: number;
  done_at: number | null;
};

const selectSheets = `
  SELECT paper_sheets.*, actions.slug, title FROM paper_sheets
    JOIN actions ON actions.id = paper_sheets.action_id
    JOIN action_texts ON action_texts.action_id = actions.id AND action_texts.version = text_version`;

/** Only a sheet of this campaign. */
export async function findSheet(
  db: D1Database,
  { id, campaignId }: { id: string; campaignId: number },
): Promise<Sheet | null> {
  const row = await db
    .prepare(`${selectSheets} WHERE paper_sheets.id = ? AND campaign_id = ?`)
    .bind(id, campaignId)
    .first<SheetRow>();
  return row && sheetOf(row);
}

/** The sheet of this printed page, if it was begun. */
export async function findSheetOfCode(
  db: D1Database,
  { actionId, code, page }: { actionId: number; code: string; page: number },
): Promise<Sheet | null> {
  const row = await db
    .prepare(
      `${selectSheets} WHERE paper_sheets.action_id = ? AND code = ? AND page = ? AND paper_sheets.state <> 'discarded'`,
    )
    .bind(actionId, code, page)
    .first<SheetRow>();
  return row && sheetOf(row);
}

/** Newest first, below the id `before`. */
export function sheetsQuery(
  db: D1Database,
  actionId: number,
  { before, most }: { before: string; most: number },
): Query<Sheet[]> {
  return rowsQuery(
    db
      .prepare(
        `${selectSheets} WHERE paper_sheets.action_id = ?1 AND paper_sheets.id < ?2
        ORDER BY paper_sheets.id DESC LIMIT ?3`,
      )
      .bind(actionId, before === '' ? '~' : before, most),
    (rows: SheetRow[]) => rows.map(sheetOf),
  );
}

export type NewSheet = Pick<
  Sheet,
  'id' | 'actionId' | 'code' | 'page' | 'firstLine' | 'lastLine' | 'source' | 'language' | 'startedBy'
> & { at: number };

/** Changes nothing if this printed page was begun already. */
export function insertSheetStatement(db: D1Database, sheet: NewSheet): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO paper_sheets (id, action_id, code, page, first_line, last_line, source, language, state, started_by,
        started_at)
      SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'entering', ?9, ?10
      WHERE NOT EXISTS (SELECT 1 FROM paper_sheets WHERE action_id = ?2 AND code = ?3 AND page = ?4
        AND state <> 'discarded')`,
    )
    .bind(
      sheet.id,
      sheet.actionId,
      sheet.code,
      sheet.page,
      sheet.firstLine,
      sheet.lastLine,
      sheet.source,
      sheet.language,
      sheet.startedBy,
      sheet.at,
    );
}

/** Changes one row if its state and lines are still those that the caller saw. */
export function moveSheetStatement(
  db: D1Database,
  { id, version, from, to, at }: { id: string; version: number; from: SheetState; to: SheetState; at: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE paper_sheets SET state = ?4, version = version + 1, done_at = CASE WHEN ?4 = 'done' THEN ?5 END
      WHERE id = ?1 AND version = ?2 AND state = ?3`,
    )
    .bind(id, version, from, to, at.getTime());
}

/** Put it after a save of lines that checks each line's version. */
export function countLinesStatement(db: D1Database, id: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE paper_sheets SET version = version + 1,
        lines = (SELECT count(*) FROM paper_lines WHERE sheet_id = ?1)
      WHERE id = ?1 AND state = 'entering'`,
    )
    .bind(id);
}

/** How many are being entered, counted up to one more than `waitingAtMost`, and since when. */
export function enteringQuery(
  db: D1Database,
  campaignId: number,
): Query<{ n: number; oldest: number | null }> {
  return rowsQuery(
    db
      .prepare(
        `SELECT count(*) AS n, min(started_at) AS oldest FROM (
          SELECT started_at FROM actions CROSS JOIN paper_sheets INDEXED BY paper_sheets_entering
            ON paper_sheets.action_id = actions.id
          WHERE campaign_id = ? AND paper_sheets.state = 'entering' LIMIT ?)`,
      )
      .bind(campaignId, waitingAtMost + 1),
    ([row]: { n: number; oldest: number | null }[]) => row ?? { n: 0, oldest: null },
  );
}

/** The petitions of a campaign that take sheets: ids, names and whether their data is erased. */
export type PaperAction = { id: number; kind: string; slug: string; title: { en: string; es: string } };

export function paperActionsQuery(db: D1Database, campaignId: number): Query<PaperAction[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT actions.id, kind, slug, title FROM actions
          JOIN action_texts ON action_id = actions.id AND version = text_version
        WHERE campaign_id = ? AND state IN ('open', 'closed') AND erased_at IS NULL ORDER BY actions.id LIMIT 50`,
      )
      .bind(campaignId),
    (rows: (Omit<PaperAction, 'title'> & { title: string })[]) =>
      rows.map(({ title, ...row }) => ({ ...row, title: JSON.parse(title) })),
  );
}

function sheetOf(row: SheetRow): Sheet {
  return {
    id: row.id,
    actionId: row.action_id,
    action: { slug: row.slug, title: JSON.parse(row.title) },
    code: row.code,
    page: row.page,
    firstLine: row.first_line,
    lastLine: row.last_line,
    source: row.source,
    language: row.language,
    state: row.state,
    lines: row.lines,
    version: row.version,
    startedBy: row.started_by,
    startedAt: new Date(row.started_at),
    doneAt: row.done_at === null ? null : new Date(row.done_at),
  };
}

export async function findPaperAction(
  db: D1Database,
  { slug, campaignId }: { slug: string; campaignId: number },
): Promise<{ id: number; slug: string } | null> {
  return db
    .prepare('SELECT id, slug FROM actions WHERE slug = ? AND campaign_id = ?')
    .bind(slug, campaignId)
    .first<{ id: number; slug: string }>();
}

/** Adds to rows of the account of paper, only while the row `onlyIf` names has that number. */
export function addToAccountStatement(
  db: D1Database,
  added: {
    actionId: number;
    week: string;
    rows: readonly { key: string; n: number }[];
    onlyIf: { key: string; n: number };
  },
): D1PreparedStatement {
  const { actionId, week, rows, onlyIf } = added;
  return db
    .prepare(
      `INSERT INTO paper_changes (action_id, week, kind, key, n)
      SELECT ?1, ?2, 'paper', value ->> 'key', value ->> 'n' FROM json_each(?3)
      WHERE coalesce((SELECT n FROM paper_counts WHERE action_id = ?1 AND kind = 'paper' AND key = ?4), 0) = ?5
      ON CONFLICT DO UPDATE SET n = n + excluded.n`,
    )
    .bind(actionId, week, JSON.stringify(rows), onlyIf.key, onlyIf.n);
}
