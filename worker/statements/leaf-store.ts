import { fromBlob } from '../platform/crypto/bytes.ts';

/* The changes of a week on their way into the member tree of an action: first together for each signature, then with
 * their entries, then as leaves in the order of the entries. */

export type MemberTree = {
  actionId: number;
  size: number;
  added: number;
  removed: number;
  built: number;
  builtAdded: number;
  builtRemoved: number;
  builtTo: Uint8Array | null;
  step: number;
  isClosed: boolean;
  /** Changes up to the week that are still to be taken. */
  hasChanges: boolean;
  /** Leaves without an entry. */
  hasToMake: boolean;
  /** Leaves that are not in the tree yet. */
  hasToBuild: boolean;
};

export type TreeRow = {
  action_id: number;
  size: number;
  added: number;
  removed: number;
  built: number;
  built_added: number;
  built_removed: number;
  built_to: ArrayBuffer | number[] | null;
  step: number;
  is_closed: number;
  has_changes: number;
  has_to_make: number;
  has_to_build: number;
};

/** For a table `member_trees` and the week as a parameter. */
export const treeColumns = (week: string) => `member_trees.*,
  EXISTS (SELECT 1 FROM member_changes AS change
    WHERE change.action_id = member_trees.action_id AND change.week <= ${week}) AS has_changes,
  EXISTS (SELECT 1 FROM member_leaves AS leaf INDEXED BY member_leaves_to_make
    WHERE leaf.action_id = member_trees.action_id AND entry IS NULL AND n <> 0) AS has_to_make,
  EXISTS (SELECT 1 FROM member_leaves AS leaf INDEXED BY member_leaves_in_order
    WHERE leaf.action_id = member_trees.action_id AND entry IS NOT NULL AND n <> 0
      AND entry > coalesce(built_to, x'')) AS has_to_build`;

export function treeOf(row: TreeRow): MemberTree {
  return {
    actionId: row.action_id,
    size: row.size,
    added: row.added,
    removed: row.removed,
    built: row.built,
    builtAdded: row.built_added,
    builtRemoved: row.built_removed,
    builtTo: row.built_to && fromBlob(row.built_to),
    step: row.step,
    isClosed: row.is_closed === 1,
    hasChanges: row.has_changes === 1,
    hasToMake: row.has_to_make === 1,
    hasToBuild: row.has_to_build === 1,
  };
}

export async function findTree(db: D1Database, actionId: number, week: string): Promise<MemberTree | null> {
  const row = await db
    .prepare(`SELECT ${treeColumns('?2')} FROM member_trees WHERE action_id = ?1`)
    .bind(actionId, week)
    .first<TreeRow>();
  return row && treeOf(row);
}

/** Put these around a step: it fails if another run has taken a step since the tree was read. */
export function stepStatements(
  db: D1Database,
  { actionId, step }: Pick<MemberTree, 'actionId' | 'step'>,
  statements: readonly D1PreparedStatement[],
): D1PreparedStatement[] {
  return [
    db
      .prepare('UPDATE member_trees SET step = step + 1 WHERE action_id = ? AND step = ?')
      .bind(actionId, step),
    db.prepare('INSERT INTO closing_checks (holds) SELECT changes() = 1'),
    ...statements,
    clearClosingChecksStatement(db),
  ];
}

export function clearClosingChecksStatement(db: D1Database): D1PreparedStatement {
  return db.prepare('DELETE FROM closing_checks');
}

/** After a closing: the leaves are in the tree. */
export function forgetLeavesStatements(
  db: D1Database,
  { actionId, most }: { actionId: number; most: number },
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `DELETE FROM member_leaves WHERE action_id = ?1 AND signature_id IN (
          SELECT signature_id FROM member_leaves WHERE action_id = ?1 LIMIT ?2)`,
      )
      .bind(actionId, most),
    db
      .prepare(
        `UPDATE member_trees SET is_closed = 0
        WHERE action_id = ?1 AND NOT EXISTS (SELECT 1 FROM member_leaves WHERE action_id = ?1)`,
      )
      .bind(actionId),
  ];
}

const nextChanges = `FROM member_changes WHERE action_id = ?1 AND week <= ?2
  ORDER BY week, at, signature_id LIMIT ?3`;

/** Adds up the changes of each signature. One that was changed since its leaf was made needs a new one. */
export function takeChangesStatements(
  db: D1Database,
  { actionId, week, most }: { actionId: number; week: string; most: number },
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO member_leaves (action_id, signature_id, n)
        SELECT action_id, signature_id, n FROM (SELECT action_id, signature_id, n ${nextChanges}) WHERE true
        ON CONFLICT (action_id, signature_id) DO UPDATE SET n = n + excluded.n, entry = NULL, salt = NULL`,
      )
      .bind(actionId, week, most),
    db
      .prepare(
        `DELETE FROM member_changes WHERE action_id = ?1
          AND (week, at, signature_id) IN (SELECT week, at, signature_id ${nextChanges})`,
      )
      .bind(actionId, week, most),
  ];
}

/** Takes back what was built for this closing, because a change of the week came late. */
export function unbuildStatements(db: D1Database, { actionId, size }: MemberTree): D1PreparedStatement[] {
  const own = 'signature_id IN (SELECT signature_id FROM member_leaves WHERE action_id = ?1)';
  return [
    db.prepare(`DELETE FROM members WHERE ${own} AND leaf >= ?2`).bind(actionId, size),
    db
      .prepare(`UPDATE members SET removed_leaf = NULL WHERE ${own} AND removed_leaf >= ?2`)
      .bind(actionId, size),
    db
      .prepare(
        `UPDATE member_trees SET built = size, built_added = added, built_removed = removed, built_to = NULL
        WHERE action_id = ?`,
      )
      .bind(actionId),
  ];
}

/** A leaf without its entry. `addedHash` is the leaf hash by which it started to count, if it stops. */
export type LeafToMake = { id: string; n: number; isErased: boolean; addedHash: Uint8Array | null };

export async function listToMake(db: D1Database, actionId: number, most: number): Promise<LeafToMake[]> {
  const { results } = await db
    .prepare(
      `SELECT leaf.signature_id AS id, leaf.n, erased_at IS NOT NULL AS erased,
        hex(substr(bytes, 1 + members.leaf % 256 * 32, 32)) AS hash
      FROM (SELECT * FROM member_leaves INDEXED BY member_leaves_to_make
        WHERE action_id = ?1 AND entry IS NULL AND n <> 0 LIMIT ?2) leaf
        CROSS JOIN signatures INDEXED BY signatures_by_id ON signatures.id = leaf.signature_id
        LEFT JOIN members ON leaf.n < 0 AND members.signature_id = leaf.signature_id AND removed_leaf IS NULL
        LEFT JOIN tree_tiles ON tree = leaf.action_id AND level = 0 AND idx = members.leaf / 256`,
    )
    .bind(actionId, most)
    .all<{ id: string; n: number; erased: number; hash: string }>();
  return results.map(({ id, n, erased, hash }) => ({
    ...{ id, n, isErased: erased === 1 },
    addedHash: hash === '' ? null : bytesOf(hash),
  }));
}

const bytesOf = (digits: string) =>
  Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/**
 * Entries and salts are hex. The leaves are there already. An UPDATE with a FROM clause would look for each of them in
 * the whole list.
 */
export function saveEntriesStatement(
  db: D1Database,
  actionId: number,
  made: readonly { id: string; entry: string; salt: string | null }[],
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO member_leaves (action_id, signature_id, n, entry, salt)
      SELECT ?1, value ->> 'id', 0, unhex(value ->> 'entry'), unhex(value ->> 'salt') FROM json_each(?2) WHERE true
      ON CONFLICT (action_id, signature_id) DO UPDATE SET entry = excluded.entry, salt = excluded.salt`,
    )
    .bind(actionId, JSON.stringify(made));
}

export type LeafToBuild = { id: string; entry: Uint8Array; salt: string | null };

/** In the order of their entries. */
export async function listToBuild(
  db: D1Database,
  { actionId, builtTo }: Pick<MemberTree, 'actionId'> & { builtTo: string },
  most: number,
): Promise<LeafToBuild[]> {
  const { results } = await db
    .prepare(
      `SELECT signature_id AS id, hex(entry) AS entry, hex(salt) AS salt
      FROM member_leaves INDEXED BY member_leaves_in_order
      WHERE action_id = ?1 AND entry IS NOT NULL AND n <> 0 AND entry > unhex(?2)
      ORDER BY member_leaves.entry LIMIT ?3`,
    )
    .bind(actionId, builtTo, most)
    .all<{ id: string; entry: string; salt: string }>();
  return results.map(({ id, entry, salt }) => ({ id, entry: bytesOf(entry), salt: salt || null }));
}

export type BuiltLeaf = { id: string; leaf: number; salt: string | null; isRemoval: boolean };

export function saveBuiltStatements(
  db: D1Database,
  { actionId, size }: Pick<MemberTree, 'actionId' | 'size'>,
  { leaves, to }: { leaves: readonly BuiltLeaf[]; to: string },
): D1PreparedStatement[] {
  const removals = leaves.filter(({ isRemoval }) => isRemoval);
  const additions = leaves.filter(({ isRemoval }) => !isRemoval);
  return [
    db
      .prepare(
        `INSERT INTO members (signature_id, leaf, salt)
        SELECT value ->> 'id', value ->> 'leaf', unhex(value ->> 'salt') FROM json_each(?)`,
      )
      .bind(JSON.stringify(additions)),
    db
      .prepare(
        `UPDATE members SET removed_leaf = gone.value ->> 'leaf' FROM json_each(?1) gone
        WHERE members.signature_id = gone.value ->> 'id' AND members.leaf < ?2 AND removed_leaf IS NULL`,
      )
      .bind(JSON.stringify(removals), size),
    db
      .prepare(
        `UPDATE member_trees SET built = built + ?2 + ?3, built_added = built_added + ?2,
          built_removed = built_removed + ?3, built_to = unhex(?4) WHERE action_id = ?1`,
      )
      .bind(actionId, additions.length, removals.length, to),
  ];
}

/** Trees whose leaves of the last closing are still to be forgotten. */
export async function listClosed(db: D1Database, most: number): Promise<number[]> {
  const { results } = await db
    .prepare('SELECT action_id FROM member_trees INDEXED BY member_trees_closed WHERE is_closed = 1 LIMIT ?')
    .bind(most)
    .all<{ action_id: number }>();
  return results.map(({ action_id }) => action_id);
}

/** Without its salt a leaf means nothing. */
export function forgetSaltsStatements(db: D1Database, ids: string[]): D1PreparedStatement[] {
  const erased = (columns: string) => `SELECT ${columns} FROM json_each(?1) named
    CROSS JOIN signatures INDEXED BY signatures_by_id ON signatures.id = named.value
    WHERE erased_at IS NOT NULL`;
  return [
    db
      .prepare(`UPDATE members SET salt = NULL WHERE signature_id IN (${erased('signatures.id')})`)
      .bind(JSON.stringify(ids)),
    db
      .prepare(
        `UPDATE member_leaves SET salt = NULL WHERE (action_id, signature_id) IN (
          ${erased('action_id, signatures.id')})`,
      )
      .bind(JSON.stringify(ids)),
  ];
}
