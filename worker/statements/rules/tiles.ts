import { concat } from './bytes.ts';
import { type Hash, hashBytes, nodeHash } from './hashes.ts';
import type { Node, ReadNode } from './tree.ts';

/*
 * C2SP tlog-tiles: a tile holds up to 256 hashes of one of the levels 0, 8, 16 and so on of the tree. The last one of a
 * level is partial until it is full. An entry bundle holds the same 256 entries as a tile of level 0.
 */

export const tileWidth = 256;
/** Levels of the tree that one level of tiles covers. */
const tileHeight = 8;

/** `level` 0 holds leaves, 1 the roots of full tiles of level 0. `width` is how many hashes or entries it holds. */
export type Tile = { level: number; index: number; width: number };
export type TilePath = Tile & { holds: 'hashes' | 'entries' };

/** Below `.../tile/`, such as `0/x001/234` or `entries/001.p/7`. */
export function tilePath({ holds, level, index, width }: TilePath): string {
  const part = width === tileWidth ? '' : `.p/${width}`;
  return `${holds === 'entries' ? 'entries' : level}/${groupsOf(index)}${part}`;
}

function groupsOf(index: number): string {
  const rest = Math.floor(index / 1000);
  const last = String(index % 1000).padStart(3, '0');
  if (rest === 0) return last;
  const heads = groupsOf(rest)
    .split('/')
    .map((group) => (group.startsWith('x') ? group : `x${group}`));
  return [...heads, last].join('/');
}

/** Null if it is not the one spelling of a tile's path. */
export function readTilePath(path: string): TilePath | null {
  const match = /^(entries|[0-9]{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  const [, what = '', groups = '', part] = match ?? [];
  if (!match) return null;
  const index = Number(groups.replaceAll(/[x/]/g, ''));
  const tile: TilePath = {
    holds: what === 'entries' ? 'entries' : 'hashes',
    level: what === 'entries' ? 0 : Number(what),
    index,
    width: part === undefined ? tileWidth : Number(part),
  };
  return tile.width > 0 && tilePath(tile) === path ? tile : null;
}

/** How many nodes a tree of so many leaves has in a level of tiles. */
export function nodesAt(level: number, size: number): number {
  return Math.floor(size / tileWidth ** level);
}

export function hasTile({ level, index, width }: Tile, size: number): boolean {
  return index * tileWidth + width <= nodesAt(level, size);
}

/** The tile that a node of the tree is read from. */
export function tileOf({ level, index }: Node): { level: number; index: number } {
  const tileLevel = Math.floor(level / tileHeight);
  const first = index * 2 ** (level % tileHeight);
  return { level: tileLevel, index: Math.floor(first / tileWidth) };
}

/** Reads nodes from the hashes of tiles; `tile` gives the bytes of one. */
export function nodesInTiles(tile: (level: number, index: number) => Uint8Array): ReadNode {
  const read: ReadNode = (level, index) => {
    if (level % tileHeight !== 0) return nodeHash(read(level - 1, index * 2), read(level - 1, index * 2 + 1));
    const at = (index % tileWidth) * hashBytes;
    const hash = tile(level / tileHeight, Math.floor(index / tileWidth)).subarray(at, at + hashBytes);
    if (hash.length !== hashBytes) throw new Error('a tile is too short');
    return hash;
  };
  return read;
}

/** The root of a full tile, which is a hash of the next level of tiles. */
export function rootOfTile(tile: Uint8Array): Hash {
  let hashes = hashesIn(tile);
  while (hashes.length > 1) {
    const below = hashes;
    hashes = Array.from({ length: below.length / 2 }, (_, i) => nodeHash(below[i * 2]!, below[i * 2 + 1]!));
  }
  return hashes[0]!;
}

export function hashesIn(tile: Uint8Array): Hash[] {
  return Array.from({ length: tile.length / hashBytes }, (_, i) =>
    tile.subarray(i * hashBytes, (i + 1) * hashBytes),
  );
}

/** Each entry after its length, as two bytes with the high one first. */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return concat(...entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 255), entry]));
}

/** The longest entry that a bundle can hold. */
export const entryBytesAtMost = 65_535;

/** Null if the bytes are not a bundle. */
export function entriesIn(bundle: Uint8Array): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bundle.length) {
    const end = at + 2 + (bundle[at]! << 8) + (bundle[at + 1] ?? 0);
    if (end > bundle.length) return null;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}
