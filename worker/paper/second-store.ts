import { fromBlob } from '../platform/crypto/bytes.ts';
import { type Query, rowsQuery, waitingAtMost } from '../platform/query.ts';
import type { Mark } from './rules.ts';

export type SecondState = 'waiting' | 'different' | 'right' | 'wrong';

/** A line that is entered a second time, by another person. */
export type Second = {
  line: number;
  state: SecondState;
  mark: Mark | null;
  sealed: Uint8Array | null;
  enteredBy: string | null;
  /** Who entered the line first. */
  firstBy: string;
};

type SecondRow = {
  line: number;
  state: SecondState;
  mark: Mark | null;
  sealed: number[] | null;
  entered_by: string | null;
  first_by: string;
};

export function drawStatement(
  db: D1Database,
  drawn: { sheetId: string; actionId: number; lines: number[]; at: number; week: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO paper_seconds (sheet_id, line, action_id, drawn_at, state, changed_week)
      SELECT ?1, value, ?2, ?3, 'waiting', ?4 FROM json_each(?5)`,
    )
    .bind(drawn.sheetId, drawn.actionId, drawn.at, drawn.week, JSON.stringify(drawn.lines));
}

export async function listSeconds(db: D1Database, sheetId: string): Promise<Second[]> {
  const { results } = await db
    .prepare(
      `SELECT paper_seconds.*, paper_lines.entered_by AS first_by
      FROM paper_seconds JOIN paper_lines USING (sheet_id, line) WHERE sheet_id = ? ORDER BY line`,
    )
    .bind(sheetId)
    .all<SecondRow>();
  return results.map(({ line, state, mark, sealed, entered_by, first_by }) => ({
    line,
    state,
    mark,
    sealed: sealed && fromBlob(sealed),
    enteredBy: entered_by,
    firstBy: first_by,
  }));
}

export type SecondWrite = {
  sheetId: string;
  line: number;
  from: SecondState;
  to: SecondState;
  mark: Mark | null;
  /** Hex. */
  sealed: string | null;
  enteredBy: string | null;
  week: string;
};

/** Changes one row if it is still in that state. */
export function moveSecondStatement(db: D1Database, move: SecondWrite): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE paper_seconds SET state = ?4, mark = ?5, sealed = unhex(?6), entered_by = ?7, changed_week = ?8
      WHERE sheet_id = ?1 AND line = ?2 AND state = ?3`,
    )
    .bind(move.sheetId, move.line, move.from, move.to, move.mark, move.sealed, move.enteredBy, move.week);
}

/** Changes one row if it is still in that state. The entered content stays. */
export function settleSecondStatement(
  db: D1Database,
  { sheetId, line, from, to, week }: Pick<SecondWrite, 'sheetId' | 'line' | 'from' | 'to' | 'week'>,
): D1PreparedStatement {
  return db
    .prepare(
      'UPDATE paper_seconds SET state = ?4, changed_week = ?5 WHERE sheet_id = ?1 AND line = ?2 AND state = ?3',
    )
    .bind(sheetId, line, from, to, week);
}

/** Deletes the second entries of a sheet that is taken back. */
export function dropSecondsStatements(db: D1Database, sheetId: string, week: string): D1PreparedStatement[] {
  return [
    db
      .prepare("UPDATE paper_seconds SET state = 'waiting', changed_week = ?2 WHERE sheet_id = ?1")
      .bind(sheetId, week),
    db.prepare('DELETE FROM paper_seconds WHERE sheet_id = ?').bind(sheetId),
  ];
}

export type OpenSeconds = { sheetId: string; code: string; page: number; waiting: number; different: number };

/** The lines among which the sheets are sought. */
const linesAtOnce = 26;

/** Sheets with lines to enter again or differences to decide, oldest first. */
export function openSecondsQuery(db: D1Database, campaignId: number): Query<OpenSeconds[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT paper_seconds.sheet_id, code, page, paper_seconds.state
        FROM actions CROSS JOIN paper_seconds INDEXED BY paper_seconds_open
          ON paper_seconds.action_id = actions.id
        JOIN paper_sheets ON paper_sheets.id = paper_seconds.sheet_id
        WHERE campaign_id = ? AND paper_seconds.state IN ('waiting', 'different') LIMIT ?`,
      )
      .bind(campaignId, linesAtOnce),
    (rows: { sheet_id: string; code: string; page: number; state: string }[]) =>
      [...Map.groupBy(rows, ({ sheet_id }) => sheet_id)].map(([sheetId, of]) => ({
        sheetId,
        code: of[0]?.code ?? '',
        page: of[0]?.page ?? 1,
        waiting: of.filter(({ state }) => state === 'waiting').length,
        different: of.filter(({ state }) => state === 'different').length,
      })),
  );
}

/** How many lines wait to be entered again or decided, counted up to one more than `waitingAtMost`, and since when. */
export function countOpenSecondsQuery(
  db: D1Database,
  campaignId: number,
): Query<{ n: number; oldest: number | null }> {
  return rowsQuery(
    db
      .prepare(
        `SELECT count(*) AS n, min(drawn_at) AS oldest FROM (
          SELECT drawn_at FROM actions CROSS JOIN paper_seconds INDEXED BY paper_seconds_open
            ON paper_seconds.action_id = actions.id
          WHERE campaign_id = ? AND paper_seconds.state IN ('waiting', 'different') LIMIT ?)`,
      )
      .bind(campaignId, waitingAtMost + 1),
    ([row]: { n: number; oldest: number | null }[]) => row ?? { n: 0, oldest: null },
  );
}
