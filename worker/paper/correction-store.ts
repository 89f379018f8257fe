import { fromBlob, hex } from '../platform/crypto/bytes.ts';
import type { Mark } from './rules.ts';

/** A line as it was before a correction. Blobs are hex. */
export type KeptLine = {
  id: string;
  sheetId: string;
  line: number;
  actionId: number;
  /** The version of the line that the correction made. */
  made: number;
  mark: Mark;
  nameZipKey: string | null;
  sealed: string | null;
  enteredBy: string;
};

export function keepCorrectionStatement(db: D1Database, kept: KeptLine): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO paper_corrections (id, sheet_id, line, action_id, made, mark, name_zip_key, sealed, entered_by)
      VALUES (?, ?, ?, ?, ?, ?, unhex(?), unhex(?), ?)`,
    )
    .bind(
      kept.id,
      kept.sheetId,
      kept.line,
      kept.actionId,
      kept.made,
      kept.mark,
      kept.nameZipKey,
      kept.sealed,
      kept.enteredBy,
    );
}

export async function findCorrection(db: D1Database, id: string): Promise<KeptLine | null> {
  const row = await db.prepare('SELECT * FROM paper_corrections WHERE id = ?').bind(id).first<{
    sheet_id: string;
    line: number;
    action_id: number;
    made: number;
    mark: Mark;
    name_zip_key: number[] | null;
    sealed: number[] | null;
    entered_by: string;
  }>();
  return (
    row && {
      id,
      sheetId: row.sheet_id,
      line: row.line,
      actionId: row.action_id,
      made: row.made,
      mark: row.mark,
      nameZipKey: row.name_zip_key && hex(fromBlob(row.name_zip_key)),
      sealed: row.sealed && hex(fromBlob(row.sealed)),
      enteredBy: row.entered_by,
    }
  );
}
