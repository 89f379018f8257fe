import { hex } from '../platform/crypto/bytes.ts';
import { runQuery } from '../platform/query.ts';
import { type Hash, hashBytes } from './rules/hashes.ts';
import { nodesAt, nodesInTiles, rootOfTile, tileOf, tileWidth } from './rules/tiles.ts';
import { type Node, type ProofParts, proofOf, type ReadNode, rootNodes, rootOf } from './rules/tree.ts';
import { type StoredTile, tilesQuery } from './tile-store.ts';

/** The level of tiles and the index of one, in one text. */
const keyOf = (level: number, index: number) => `${level}/${index}`;

export type Tiles = Map<string, Uint8Array>;

/** The tiles from which these nodes of a tree can be read. */
export async function readTilesOf(db: D1Database, tree: number, nodes: readonly Node[]): Promise<Tiles> {
  const wanted = new Map(nodes.map(tileOf).map((tile) => [keyOf(tile.level, tile.index), { tree, ...tile }]));
  return tilesByKey(await runQuery(db, tilesQuery(db, [...wanted.values()])));
}

export function tilesByKey(tiles: readonly StoredTile[]): Tiles {
  return new Map(tiles.map(({ level, index, bytes }) => [keyOf(level, index), bytes]));
}

export function readerOf(tiles: Tiles): ReadNode {
  return nodesInTiles((level, index) => tiles.get(keyOf(level, index)) ?? new Uint8Array());
}

export async function readRoot(db: D1Database, tree: number, size: number): Promise<Hash> {
  return rootOf(size, readerOf(await readTilesOf(db, tree, rootNodes(size))));
}

export async function readProof(db: D1Database, tree: number, parts: ProofParts): Promise<Hash[]> {
  return proofOf(parts, readerOf(await readTilesOf(db, tree, parts.flat())));
}

/** The last tile of each level, which new leaves are added to; each level of tiles has 256 times fewer hashes. */
export function lastTilesOf(tree: number, size: number): { tree: number; level: number; index: number }[] {
  const tiles = [];
  for (let level = 0; level === 0 || nodesAt(level, size) > 0; level += 1) {
    tiles.push({ tree, level, index: Math.floor(nodesAt(level, size) / tileWidth) });
  }
  return tiles;
}

/** Adds leaves at the end of a tree. `last` are its last tiles; what stands in them after `size` is not read. */
export function growTree(tree: number, size: number, last: Tiles) {
  const changed = new Map<string, { level: number; index: number; bytes: Uint8Array }>();
  const at: number[] = lastTilesOf(tree, size).map(({ level }) => nodesAt(level, size));
  let added = 0;

  function append(level: number, hash: Hash): void {
    const position = at[level] ?? 0;
    const index = Math.floor(position / tileWidth);
    const within = position % tileWidth;
    const key = keyOf(level, index);
    const tile = changed.get(key) ?? { level, index, bytes: new Uint8Array(tileWidth * hashBytes) };
    if (!changed.has(key) && within > 0)
      tile.bytes.set((last.get(key) ?? new Uint8Array()).subarray(0, within * hashBytes));
    changed.set(key, tile);
    tile.bytes.set(hash, within * hashBytes);
    at[level] = position + 1;
    if (within === tileWidth - 1) append(level + 1, rootOfTile(tile.bytes));
  }

  return {
    append(leaf: Hash) {
      append(0, leaf);
      added += 1;
    },
    size: () => size + added,
    /** The tiles that have changed, without what is not filled yet. */
    tiles: () =>
      [...changed.values()].map(({ level, index, bytes }) => {
        const width = Math.min(tileWidth, nodesAt(level, size + added) - index * tileWidth);
        return { tree, level, index, bytes: bytes.subarray(0, width * hashBytes) };
      }),
    /** All that is needed to read the root of the grown tree. */
    tilesNow(): Tiles {
      const now = new Map(last);
      for (const [key, { bytes }] of changed) now.set(key, bytes);
      return now;
    },
  };
}

export function withHex({ bytes, ...tile }: StoredTile) {
  return { ...tile, hex: hex(bytes) };
}
