import { fromBlob, hex } from '../platform/crypto/bytes.ts';
import type { CountsAs, Mark } from './rules.ts';

export type Line = {
  line: number;
  version: number;
  mark: Mark;
  /** Hex; null once erased or if the line cannot be read. */
  nameZipKey: string | null;
  sealed: Uint8Array | null;
  enteredBy: string;
  signatureId: string | null;
  countsAs: CountsAs | null;
};

type LineRow = {
  line: number;
  version: number;
  mark: Mark;
  name_zip_key: number[] | null;
  sealed: number[] | null;
  entered_by: string;
  signature_id: string | null;
  counts_as: CountsAs | null;
};

export async function listLines(db: D1Database, sheetId: string): Promise<Line[]> {
  const { results } = await db
    .prepare('SELECT * FROM paper_lines WHERE sheet_id = ? ORDER BY line')
    .bind(sheetId)
    .all<LineRow>();
  return results.map((row) => ({
    line: row.line,
    version: row.version,
    mark: row.mark,
    nameZipKey: row.name_zip_key && hex(fromBlob(row.name_zip_key)),
    sealed: row.sealed && fromBlob(row.sealed),
    enteredBy: row.entered_by,
    signatureId: row.signature_id,
    countsAs: row.counts_as,
  }));
}

/** Erased by its owner or by retention: nothing is left to count or change. */
export function isErased({ mark, sealed }: Pick<Line, 'mark' | 'sealed'>): boolean {
  return mark === 'signed' && sealed === null;
}

const holdsContent = "(paper_lines.mark <> 'signed' OR paper_lines.sealed IS NOT NULL)";

/** A line on its way into the database: blobs are hex. */
export type LineWrite = {
  sheetId: string;
  actionId: number;
  line: number;
  /** The version that it replaces; 0 for none. */
  was: number;
  mark: Mark;
  nameZipKey: string | null;
  sealed: string | null;
  enteredBy: string;
  at: number;
  week: string;
};

/**
 * Writes a line only while its sheet is being entered, and only over the version that the writer saw. It does not
 * change a line that its owner has acted on.
 */
export function saveLineStatement(db: D1Database, line: LineWrite): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO paper_lines (sheet_id, line, action_id, version, mark, name_zip_key, sealed, entered_by, entered_at,
        changed_week)
      SELECT ?1, ?2, ?3, 1, ?5, unhex(?6), unhex(?7), ?8, ?9, ?10
      WHERE EXISTS (SELECT 1 FROM paper_sheets WHERE id = ?1 AND state = 'entering')
      ON CONFLICT (sheet_id, line) DO UPDATE SET version = version + 1, mark = excluded.mark,
        name_zip_key = excluded.name_zip_key, sealed = excluded.sealed, entered_by = excluded.entered_by,
        entered_at = excluded.entered_at, changed_week = excluded.changed_week
      WHERE paper_lines.version = ?4 AND paper_lines.signature_id IS NULL AND ${holdsContent}`,
    )
    .bind(
      line.sheetId,
      line.line,
      line.actionId,
      line.was,
      line.mark,
      line.nameZipKey,
      line.sealed,
      line.enteredBy,
      line.at,
      line.week,
    );
}

/** Clears a line that does not count, of a sheet that is being entered. */
export function clearLineStatement(
  db: D1Database,
  { sheetId, line, was }: Pick<LineWrite, 'sheetId' | 'line' | 'was'>,
): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM paper_lines WHERE sheet_id = ?1 AND line = ?2 AND version = ?3 AND counts_as IS NULL
        AND signature_id IS NULL AND EXISTS (SELECT 1 FROM paper_sheets WHERE id = ?1 AND state = 'entering')`,
    )
    .bind(sheetId, line, was);
}

export function clearLinesStatement(db: D1Database, sheetId: string): D1PreparedStatement {
  return db.prepare('DELETE FROM paper_lines WHERE sheet_id = ? AND counts_as IS NULL').bind(sheetId);
}

/**
 * The lines of a sheet begin to count: `invited` says which signature each of those with an address became. Whether
 * its name and ZIP code count online is looked at now and kept, so that nobody who signs online later can take a
 * line out of the count. An erased line stays out. Run `judgeStatement` after it.
 */
export function countLinesOfSheetStatement(
  db: D1Database,
  sheetId: string,
  { invited, at, week }: { invited: { line: number; id: string }[]; at: number; week: string },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE paper_lines SET counted_at = ?3, changed_week = ?4,
        signature_id = coalesce(signature_id,
          (SELECT value ->> 'id' FROM json_each(?2) WHERE value ->> 'line' = paper_lines.line)),
        is_online = EXISTS (SELECT 1 FROM signatures WHERE signatures.action_id = paper_lines.action_id
          AND signatures.name_zip_key = paper_lines.name_zip_key AND state = 'confirmed')
      WHERE sheet_id = ?1 AND ${holdsContent}`,
    )
    .bind(sheetId, JSON.stringify(invited), at, week);
}

/** The same for one line that is corrected after its sheet was finished. */
export function replaceLineStatement(
  db: D1Database,
  line: LineWrite,
  signatureId: string | null,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE paper_lines SET version = version + 1, mark = ?4, name_zip_key = unhex(?5), sealed = unhex(?6),
        entered_by = ?7, entered_at = ?8, changed_week = ?9, signature_id = ?10,
        is_online = EXISTS (SELECT 1 FROM signatures WHERE signatures.action_id = paper_lines.action_id
          AND signatures.name_zip_key = unhex(?5) AND state = 'confirmed')
      WHERE sheet_id = ?1 AND line = ?2 AND version = ?3 AND ${holdsContent}`,
    )
    .bind(
      line.sheetId,
      line.line,
      line.was,
      line.mark,
      line.nameZipKey,
      line.sealed,
      line.enteredBy,
      line.at,
      line.week,
      signatureId,
    );
}

/** The lines of a sheet stop counting. Lines that their owners have acted on or erased do not change. */
export function uncountLinesStatement(db: D1Database, sheetId: string, week: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE paper_lines SET counted_at = NULL, counts_as = NULL, is_online = 0, changed_week = ?2,
        signature_id = (SELECT id FROM signatures
          WHERE id = signature_id AND (state <> 'unconfirmed' OR erased_at IS NOT NULL)
            AND NOT (${cameBack}))
      WHERE sheet_id = ?1`,
    )
    .bind(sheetId, week);
}

/** Of lines without an address and with one name and ZIP code, the first counts. */
const isLater = `EXISTS (SELECT 1 FROM paper_lines other
  WHERE other.action_id = paper_lines.action_id AND other.name_zip_key = paper_lines.name_zip_key
    AND other.counted_at IS NOT NULL AND other.is_online = 0
    AND (other.counted_at, other.sheet_id, other.line)
      < (paper_lines.counted_at, paper_lines.sheet_id, paper_lines.line))`;
const isInvited = `EXISTS (SELECT 1 FROM paper_lines other
  WHERE other.action_id = paper_lines.action_id AND other.name_zip_key = paper_lines.name_zip_key
    AND other.counted_at IS NOT NULL AND other.signature_id IS NOT NULL)`;

/** Judges again each line of the sheet, and each line of any sheet with one of these keys. */
export function judgeStatement(
  db: D1Database,
  { actionId, sheetId, keys, week }: { actionId: number; sheetId: string; keys: string[]; week: string },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE paper_lines SET changed_week = ?4, counts_as = CASE
        WHEN mark <> 'signed' THEN mark
        WHEN signature_id IS NOT NULL THEN 'with-address'
        WHEN is_online = 1 THEN 'duplicate-online'
        WHEN ${isInvited} OR ${isLater} THEN 'duplicate-paper'
        ELSE 'without-address' END
      WHERE (sheet_id = ?2 AND counted_at IS NOT NULL)
        OR (action_id = ?1 AND name_zip_key IN (SELECT unhex(value) FROM json_each(?3)) AND counted_at IS NOT NULL)`,
    )
    .bind(actionId, sheetId, JSON.stringify(keys), week);
}

/** Erases lines whose signatures lost their personal data, with what corrections and second entries kept of them. */
export function eraseLinesStatements(db: D1Database, signatureIds: string[]): D1PreparedStatement[] {
  const areErased = `signature_id IN (SELECT value FROM json_each(?1))
    AND EXISTS (SELECT 1 FROM signatures WHERE id = signature_id AND erased_at IS NOT NULL)`;
  const lines = `(sheet_id, line) IN (SELECT sheet_id, line FROM paper_lines WHERE ${areErased})`;
  return [
    `DELETE FROM paper_corrections WHERE ${lines}`,
    `UPDATE paper_seconds SET sealed = NULL WHERE ${lines} AND sealed IS NOT NULL`,
    `UPDATE paper_lines SET sealed = NULL, name_zip_key = NULL WHERE ${areErased}`,
  ].map((sql) => db.prepare(sql).bind(JSON.stringify(signatureIds)));
}

/** Erases lines at the end of their action's retention. The counts stay. */
export function endRetentionStatements(db: D1Database, most: number): D1PreparedStatement[] {
  const ended = 'SELECT id FROM actions WHERE erased_at IS NOT NULL';
  return [
    db
      .prepare(
        `UPDATE paper_lines SET sealed = NULL, name_zip_key = NULL WHERE (sheet_id, line) IN (
          SELECT sheet_id, line FROM paper_lines INDEXED BY paper_lines_kept
          WHERE action_id IN (${ended}) AND sealed IS NOT NULL LIMIT ?)`,
      )
      .bind(most),
    db.prepare(`UPDATE paper_seconds SET sealed = NULL WHERE action_id IN (${ended}) AND sealed IS NOT NULL`),
    db.prepare(`DELETE FROM paper_corrections WHERE action_id IN (${ended}) AND sealed IS NOT NULL`),
    db.prepare(
      `UPDATE paper_import_rows SET sealed = NULL, inbox_key = NULL
      WHERE action_id IN (${ended}) AND inbox_key IS NOT NULL`,
    ),
  ];
}

/** Its mail came back, so that nobody can have acted on it: its line may be typed again with another address. */
const cameBack = "state = 'invalidated' AND reason = 'bounced' AND erased_at IS NULL";

/** Which of these signatures still wait for their owner, which do not, and whose mail came back ('bounced'). */
export async function listStatesOf(db: D1Database, ids: string[]): Promise<Map<string, string>> {
  const { results } = await db
    .prepare(`SELECT id, iif(${cameBack}, 'bounced', state) AS state FROM signatures
      WHERE id IN (SELECT value FROM json_each(?))`)
    .bind(JSON.stringify(ids))
    .all<{ id: string; state: string }>();
  return new Map(results.map(({ id, state }) => [id, state]));
}
