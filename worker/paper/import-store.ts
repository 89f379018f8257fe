import { fromBlob } from '../platform/crypto/bytes.ts';
import { type Query, rowsQuery } from '../platform/query.ts';

export type Import = {
  id: string;
  actionId: number;
  platform: string;
  source: string;
  language: 'en' | 'es';
  state: 'inviting' | 'done' | 'ended';
  n: number;
  startedAt: Date;
};

type ImportRow = Omit<Import, 'actionId' | 'startedAt'> & { action_id: number; started_at: number };

const importOf = ({ action_id, started_at, ...row }: ImportRow): Import => ({
  ...row,
  actionId: action_id,
  startedAt: new Date(started_at),
});

export function importsQuery(db: D1Database, actionId: number, most: number): Query<Import[]> {
  return rowsQuery(
    db
      .prepare('SELECT * FROM paper_imports WHERE action_id = ? ORDER BY id DESC LIMIT ?')
      .bind(actionId, most),
    (rows: ImportRow[]) => rows.map(importOf),
  );
}

export async function findImport(db: D1Database, id: string): Promise<Import | null> {
  const row = await db.prepare('SELECT * FROM paper_imports WHERE id = ?').bind(id).first<ImportRow>();
  return row && importOf(row);
}

/** Imports with invitations to send. */
export async function listInviting(db: D1Database): Promise<Import[]> {
  const { results } = await db
    .prepare("SELECT * FROM paper_imports WHERE state = 'inviting' ORDER BY id LIMIT 20")
    .all<ImportRow>();
  return results.map(importOf);
}

export function insertImportStatement(
  db: D1Database,
  one: Omit<Import, 'state' | 'startedAt'> & { startedBy: string; at: number },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO paper_imports (id, action_id, platform, source, language, state, n, started_by, started_at)
      VALUES (?, ?, ?, ?, ?, 'inviting', ?, ?, ?)`,
    )
    .bind(one.id, one.actionId, one.platform, one.source, one.language, one.n, one.startedBy, one.at);
}

/** Blobs are hex. */
export type NewImportRow = { row: number; inboxKey: string; sealed: string };

export function insertRowsStatement(
  db: D1Database,
  { id, actionId }: Pick<Import, 'id' | 'actionId'>,
  rows: NewImportRow[],
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO paper_import_rows (import_id, row, action_id, inbox_key, state, sealed)
      SELECT ?1, value ->> 'row', ?2, unhex(value ->> 'inboxKey'), 'waiting', unhex(value ->> 'sealed')
      FROM json_each(?3)`,
    )
    .bind(id, actionId, JSON.stringify(rows));
}

/** How many of these inboxes have signed the action or were invited to it, whatever their state. */
export async function countKnown(db: D1Database, actionId: number, inboxKeys: string[]): Promise<number> {
  const n = await db
    .prepare(
      `SELECT count(*) AS n FROM (SELECT unhex(value) AS inbox_key FROM json_each(?2)) AS given
      WHERE EXISTS (SELECT 1 FROM signatures WHERE action_id = ?1 AND signatures.inbox_key = given.inbox_key)
        OR EXISTS (SELECT 1 FROM paper_import_rows WHERE action_id = ?1
          AND paper_import_rows.inbox_key = given.inbox_key AND (state <> 'ended' OR signature_id IS NOT NULL))`,
    )
    .bind(actionId, JSON.stringify(inboxKeys))
    .first<number>('n');
  return n ?? 0;
}

export type WaitingRow = { row: number; sealed: Uint8Array; isKnown: boolean };

/** The next rows to invite. `isKnown`: the inbox has signed since, or another import invited it. */
export async function listWaitingRows(db: D1Database, importId: string, most: number): Promise<WaitingRow[]> {
  const { results } = await db
    .prepare(
      `SELECT row, sealed,
        EXISTS (SELECT 1 FROM signatures WHERE signatures.action_id = mine.action_id
          AND signatures.inbox_key = mine.inbox_key)
        OR EXISTS (SELECT 1 FROM paper_import_rows other WHERE other.action_id = mine.action_id
          AND other.inbox_key = mine.inbox_key AND other.signature_id IS NOT NULL) AS is_known
      FROM paper_import_rows mine INDEXED BY paper_import_rows_waiting
      WHERE import_id = ? AND state = 'waiting' AND sealed IS NOT NULL ORDER BY row LIMIT ?`,
    )
    .bind(importId, most)
    .all<{ row: number; sealed: number[]; is_known: number }>();
  return results.map(({ row, sealed, is_known }) => ({
    row,
    sealed: fromBlob(sealed),
    isKnown: is_known === 1,
  }));
}

/** Deletes the sealed data of an invited row, because the signature has it now. */
export function invitedStatement(
  db: D1Database,
  importId: string,
  rows: { row: number; id: string | null }[],
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE paper_import_rows SET sealed = NULL, signature_id = given.id,
        state = CASE WHEN given.id IS NULL THEN 'skipped' ELSE 'invited' END
      FROM (SELECT value ->> 'row' AS row, value ->> 'id' AS id FROM json_each(?2)) AS given
      WHERE import_id = ?1 AND paper_import_rows.row = given.row AND state = 'waiting'`,
    )
    .bind(importId, JSON.stringify(rows));
}

export function doneStatement(db: D1Database, importId: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE paper_imports SET state = 'done' WHERE id = ?1 AND state = 'inviting' AND NOT EXISTS (
        SELECT 1 FROM paper_import_rows INDEXED BY paper_import_rows_waiting
        WHERE import_id = ?1 AND state = 'waiting')`,
    )
    .bind(importId);
}

/** Changes one row, unless it was ended before. */
export function endImportStatement(db: D1Database, importId: string): D1PreparedStatement {
  return db
    .prepare("UPDATE paper_imports SET state = 'ended' WHERE id = ? AND state <> 'ended'")
    .bind(importId);
}

/** Remembers an invited inbox, so that it is not mailed again. */
export function endRowsStatement(db: D1Database, importId: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE paper_import_rows SET state = 'ended', sealed = NULL,
        inbox_key = CASE WHEN signature_id IS NOT NULL THEN inbox_key END
      WHERE import_id = ?`,
    )
    .bind(importId);
}

/** The signatures it invited by state, and how many rows still wait. */
export async function findInvited(db: D1Database, importId: string) {
  const { results } = await db
    .prepare(
      `SELECT paper_import_rows.state, signatures.id, signatures.state AS signature
      FROM paper_import_rows LEFT JOIN signatures ON signatures.id = signature_id WHERE import_id = ?`,
    )
    .bind(importId)
    .all<{ state: string; id: string | null; signature: string | null }>();
  return {
    waiting: results.filter(({ state }) => state === 'waiting').length,
    pending: results.flatMap(({ id, signature }) => (id && signature === 'unconfirmed' ? [id] : [])),
    confirmed: results.filter(({ signature }) => signature === 'confirmed').length,
  };
}
