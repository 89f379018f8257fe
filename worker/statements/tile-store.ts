import { fromBlob } from '../platform/crypto/bytes.ts';
import { listQuery, mapQuery, type Query, rowsQuery } from '../platform/query.ts';

/** The tree of the log itself; a member tree has the number of its action. */
export const logTree = 0;
/** In place of a level of tiles: the entries of a member tree. */
export const entriesLevel = -1;

export type StoredTile = { tree: number; level: number; index: number; bytes: Uint8Array };

const atOnce = 50;

/** Each tile by itself, because a join with a list of them would have to be kept from scanning. Missing ones are left out. */
export function tilesQuery(
  db: D1Database,
  wanted: readonly Omit<StoredTile, 'bytes'>[],
): Query<StoredTile[]> {
  const groups = Array.from({ length: Math.ceil(wanted.length / atOnce) }, (_, n) =>
    wanted.slice(n * atOnce, (n + 1) * atOnce),
  );
  const queries = groups.map((group) =>
    rowsQuery(
      db
        .prepare(
          `SELECT tree, level, idx, bytes FROM json_each(?) named CROSS JOIN tree_tiles
          ON tree = named.value ->> 0 AND level = named.value ->> 1 AND idx = named.value ->> 2`,
        )
        .bind(JSON.stringify(group.map(({ tree, level, index }) => [tree, level, index]))),
      (rows: { tree: number; level: number; idx: number; bytes: ArrayBuffer | number[] }[]) =>
        rows.map(({ tree, level, idx, bytes }) => ({ tree, level, index: idx, bytes: fromBlob(bytes) })),
    ),
  );
  return mapQuery(listQuery(queries), (tiles) => tiles.flat());
}

/** Tiles only grow: a longer one replaces a shorter one. */
export function saveTilesStatement(
  db: D1Database,
  tiles: readonly (Omit<StoredTile, 'bytes'> & { hex: string })[],
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO tree_tiles (tree, level, idx, bytes)
      SELECT value ->> 'tree', value ->> 'level', value ->> 'index', unhex(value ->> 'hex')
      FROM json_each(?) WHERE true
      ON CONFLICT (tree, level, idx) DO UPDATE SET bytes = excluded.bytes`,
    )
    .bind(JSON.stringify(tiles));
}
