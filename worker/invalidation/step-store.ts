import type { SignatureState } from '../actions/account-rules.ts';
import { checkStatement, clearChecksStatement } from '../organize/act-store.ts';
import type { Conditions } from './condition-rules.ts';
import type { Invalidation } from './store.ts';

/** Some rows of an action, in the order of arrival. */
export type Part = { after: number; last: number; rows: number };

/** The last row of the next step; null after the last step. */
export async function findPart(
  db: D1Database,
  { actionId, newest, cursor }: Pick<Invalidation, 'actionId' | 'newest' | 'cursor'>,
  most: number,
): Promise<Part | null> {
  const row = await db
    .prepare(
      `SELECT max(row) AS last, count(*) AS rows FROM (
        SELECT rowid AS row FROM signatures INDEXED BY signatures_of_action
        WHERE action_id = ?1 AND rowid > ?2 AND rowid <= ?3 ORDER BY rowid LIMIT ?4)`,
    )
    .bind(actionId, cursor, newest, most)
    .first<{ last: number | null; rows: number }>();
  return row && row.last !== null ? { after: cursor, last: row.last, rows: row.rows } : null;
}

const tests: Record<keyof Conditions, (parameter: string) => string> = {
  source: (parameter) => `source = ${parameter}`,
  place: (parameter) => `place = ${parameter}`,
  from: (parameter) => `received_at >= ${parameter}`,
  until: (parameter) => `received_at < ${parameter}`,
  connection: (parameter) => `connection_key = unhex(${parameter})`,
  domain: (parameter) => `domain_key = unhex(${parameter})`,
  name: (parameter) => `name_key = unhex(${parameter})`,
};

type Wanted = Pick<Invalidation, 'actionId' | 'conditions'> & { states: readonly string[] };

/** The rows of a part that meet all conditions: the SQL after FROM, and its values from ?1 on. */
function matching({ actionId, conditions, states }: Wanted, { after, last }: Part) {
  const given = Object.entries(conditions) as [keyof Conditions, string | number][];
  const named = given.map(([name], index) => ` AND ${tests[name](`?${index + 5}`)}`).join('');
  return {
    sql: `signatures INDEXED BY signatures_of_action
      WHERE action_id = ?1 AND rowid > ?2 AND rowid <= ?3
        AND +state IN (SELECT value FROM json_each(?4))${named}`,
    values: [actionId, after, last, JSON.stringify(states), ...given.map(([, value]) => value)],
    next: given.length + 5,
  };
}

export type Match = { row: number; id: string; state: SignatureState };

/** The first rows of a part that are to be struck off. */
export async function listMatches(
  db: D1Database,
  wanted: Wanted,
  part: Part,
  most: number,
): Promise<Match[]> {
  const { sql, values, next } = matching(wanted, part);
  const { results } = await db
    .prepare(`SELECT rowid AS row, id, state FROM ${sql} ORDER BY rowid LIMIT ?${next}`)
    .bind(...values, most)
    .all<Match>();
  return results;
}

/** Adds a part to the evidence. With `isMuch`, rare domains and connections are added up under ''. */
export function countStatements(
  db: D1Database,
  wanted: Wanted & { id: string },
  part: Part,
  { isMuch, examples }: { isMuch: boolean; examples: number },
): D1PreparedStatement[] {
  const { sql, values, next } = matching(wanted, part);
  return [
    db
      .prepare(
        `INSERT INTO invalidation_counts (invalidation_id, kind, key, n)
        SELECT ?${next}, kind, iif(?${next + 1} AND n = 1 AND kind IN ('domain', 'connection'), '', key) AS shown, sum(n)
        FROM (
          SELECT kinds.value AS kind, count(*) AS n, CASE kinds.value
            WHEN 'state' THEN state WHEN 'source' THEN source WHEN 'place' THEN place
            WHEN 'hour' THEN CAST(received_at / 3600000 AS TEXT)
            WHEN 'domain' THEN lower(hex(domain_key)) ELSE coalesce(lower(hex(connection_key)), '') END AS key
          FROM (SELECT state, source, place, received_at, domain_key, connection_key FROM ${sql}) AS found
            CROSS JOIN json_each('["state","source","place","hour","domain","connection"]') AS kinds
          GROUP BY 1, 3)
        WHERE true GROUP BY kind, shown
        ON CONFLICT DO UPDATE SET n = n + excluded.n`,
      )
      .bind(...values, wanted.id, isMuch ? 1 : 0),
    db
      .prepare(
        `INSERT INTO invalidation_examples (invalidation_id, signature_id)
        SELECT ?${next}, id FROM ${sql} ORDER BY id LIMIT ?${next + 1}`,
      )
      .bind(...values, wanted.id, examples),
    db
      .prepare(
        `DELETE FROM invalidation_examples WHERE invalidation_id = ?1 AND signature_id > (
          SELECT max(signature_id) FROM (
            SELECT signature_id FROM invalidation_examples WHERE invalidation_id = ?1 ORDER BY signature_id LIMIT ?2))`,
      )
      .bind(wanted.id, examples),
  ];
}

/** Clears the evidence before it is counted again. */
export function forgetEvidenceStatements(db: D1Database, id: string): D1PreparedStatement[] {
  return ['invalidation_counts', 'invalidation_examples'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE invalidation_id = ?`).bind(id),
  );
}

export type Advance = Pick<Invalidation, 'id' | 'state' | 'cursor'> & {
  to: number;
  rows: number;
  /** The column that gets the number of rows that the statement before it changed. */
  adds?: 'struck' | 'restored';
};

/**
 * Moves to the next row. Fails the batch if another run did this step or it was stopped. End the batch with
 * `clearChecksStatement`.
 */
function advanceStatements(
  db: D1Database,
  { id, state, cursor, to, rows, adds }: Advance,
): D1PreparedStatement[] {
  const added = adds ? `, ${adds} = ${adds} + changes()` : '';
  return [
    db
      .prepare(
        `UPDATE invalidations SET cursor = ?4, passed = passed + ?5${added} WHERE id = ?1 AND state = ?2 AND cursor = ?3`,
      )
      .bind(id, state, cursor, to, rows),
    checkStatement(db, 1),
  ];
}

/** One step in one transaction. False if it was not made, because something else has changed the row. */
export async function commitStep(
  db: D1Database,
  advance: Advance,
  [first, ...others]: readonly D1PreparedStatement[],
): Promise<boolean> {
  try {
    await db.batch([
      ...(first ? [first] : []),
      ...advanceStatements(db, advance),
      ...others,
      clearChecksStatement(db),
    ]);
    return true;
  } catch (error) {
    if (String(error).includes('changed_meanwhile')) return false;
    throw error;
  }
}

export type Struck = { decision: number; id: string };

/** What it struck off, in that order. */
export async function listStruck(
  db: D1Database,
  { batch, after, most }: { batch: string; after: number; most: number },
): Promise<Struck[]> {
  const { results } = await db
    .prepare(
      `SELECT id AS decision, signature_id AS id FROM signature_decisions INDEXED BY signature_decisions_of_batch
      WHERE batch = ?1 AND id > ?2 ORDER BY id LIMIT ?3`,
    )
    .bind(batch, after, most)
    .all<{ decision: number; id: string }>();
  return results;
}
