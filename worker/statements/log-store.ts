import type { Text } from '../../web/language.ts';
import { type Query, rowsQuery, type Subquery } from '../platform/query.ts';

export type StoredStatement = { index: number; week: string; entry: string; madeAt: Date };

type Row = { log_index: number; week: string; entry: string; made_at: number };

const columns = 'log_index, statements.week, entry, made_at';

function statementOf({ log_index, week, entry, made_at }: Row): StoredStatement {
  return { index: log_index, week, entry, madeAt: new Date(made_at) };
}

/** The newest first: a page of them, before a week. */
export function statementsQuery(
  db: D1Database,
  slug: string,
  { before, most }: { before: string; most: number },
): Query<StoredStatement[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT ${columns} FROM actions CROSS JOIN statements ON action_id = actions.id
        WHERE slug = ?1 AND week < ?2 ORDER BY week DESC LIMIT ?3`,
      )
      .bind(slug, before, most),
    (rows: Row[]) => rows.map(statementOf),
  );
}

export async function findStatement(
  db: D1Database,
  named: { slug: string; week: string },
): Promise<StoredStatement | null> {
  const row = await db
    .prepare(
      `SELECT ${columns} FROM actions CROSS JOIN statements ON action_id = actions.id
      WHERE slug = ?1 AND week = ?2`,
    )
    .bind(named.slug, named.week)
    .first<Row>();
  return row && statementOf(row);
}

/** Whether a sample of its signatures was ever announced. */
export function hasSamplesQuery(db: D1Database, { sql, value }: Subquery): Query<boolean> {
  const statement = db.prepare(`SELECT 1 FROM samples WHERE action_id = (${sql}) LIMIT 1`).bind(value);
  return rowsQuery(statement, (rows: object[]) => rows.length > 0);
}

/** The cities of a campaign's roll-up by their slugs, as its kit names them now. */
export function citiesOfRollupQuery(
  db: D1Database,
  { sql, value }: Subquery,
): Query<Map<string, { name: Text; address: string }>> {
  return rowsQuery(
    db
      .prepare(
        `SELECT slug, address, content ->> '$.name' AS name FROM rollup_cities WHERE campaign_id = (${sql})`,
      )
      .bind(value),
    (rows: { slug: string; address: string; name: string }[]) =>
      new Map(rows.map(({ slug, address, name }) => [slug, { name: JSON.parse(name), address }])),
  );
}

/** The last statement of an action. */
export async function findLastStatement(db: D1Database, actionId: number): Promise<StoredStatement | null> {
  const row = await db
    .prepare(`SELECT ${columns} FROM statements WHERE action_id = ? ORDER BY week DESC LIMIT 1`)
    .bind(actionId)
    .first<Row>();
  return row && statementOf(row);
}

/** The entries of the log from an index on. */
export async function listEntries(db: D1Database, from: number, most: number): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT entry FROM statements WHERE log_index >= ? ORDER BY log_index LIMIT ?')
    .bind(from, most)
    .all<{ entry: string }>();
  return results.map(({ entry }) => entry);
}

export type LogHead = { size: number; note: string; cosignatures: string };

export async function findHead(db: D1Database): Promise<LogHead | null> {
  return db
    .prepare('SELECT size, note, cosignatures FROM log_heads ORDER BY size DESC LIMIT 1')
    .first<LogHead>();
}

/** Every key that has signed a head, oldest first. */
export async function listKeys(db: D1Database): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT vkey FROM log_keys ORDER BY since, rowid')
    .all<{ vkey: string }>();
  return results.map(({ vkey }) => vkey);
}

/** What the last statement says of the size of a member tree; null where there is no such action. */
export async function findMemberTree(
  db: D1Database,
  slug: string,
): Promise<{ tree: number; size: number } | null> {
  return db
    .prepare(
      `SELECT action_id AS tree, size FROM actions CROSS JOIN member_trees ON action_id = actions.id
      WHERE slug = ? AND EXISTS (SELECT 1 FROM statements WHERE statements.action_id = actions.id)`,
    )
    .bind(slug)
    .first();
}

export type Member = { leaf: number; removedLeaf: number | null; salt: string | null };

/** The newest place of a signature in its member tree, as far as statements have told of it. Salt is hex. */
export async function findMember(
  db: D1Database,
  { id, size }: { id: string; size: number },
): Promise<Member | null> {
  const row = await db
    .prepare(
      `SELECT leaf, iif(removed_leaf < ?2, removed_leaf, NULL) AS removed_leaf, hex(salt) AS salt FROM members
      WHERE signature_id = ?1 AND leaf < ?2 ORDER BY leaf DESC LIMIT 1`,
    )
    .bind(id, size)
    .first<{ leaf: number; removed_leaf: number | null; salt: string }>();
  return row && { leaf: row.leaf, removedLeaf: row.removed_leaf, salt: row.salt.toLowerCase() || null };
}
