import type { Deps } from '../platform/deps.ts';
import { runQuery } from '../platform/query.ts';
import { currentKeys, originOf, signHead } from './log-keys.ts';
import { findHead, type LogHead, listEntries, listKeys, type StoredStatement } from './log-store.ts';
import { utf8 } from './rules/bytes.ts';
import { parseCheckpoint, signerOf } from './rules/checkpoint.ts';
import { emptyRoot } from './rules/hashes.ts';
import { parseVerifierKey, type VerifierKey } from './rules/notes.ts';
import { entriesIn, entryBundle, hasTile, type TilePath, tileWidth } from './rules/tiles.ts';
import { formatTlogProof } from './rules/tlog-proof.ts';
import { inclusionParts } from './rules/tree.ts';
import { entriesLevel, logTree, tilesQuery } from './tile-store.ts';
import { readProof } from './tiles.ts';

type Given = Pick<Deps, 'db' | 'keyring' | 'settings'>;

export type SignedHead = { size: number; checkpoint: string };

/** The newest checkpoint, with its cosignatures. An older one is signed again if no key of the keyring has signed it. */
export async function readCheckpoint(given: Given): Promise<SignedHead> {
  const { db, keyring, settings } = given;
  const origin = originOf(settings.publicUrl);
  const head = await findHead(db);
  if (!head) return { size: 0, checkpoint: await signHead(keyring, origin, { size: 0, root: emptyRoot() }) };
  return { size: head.size, checkpoint: await checkpointOf(given, head) };
}

async function checkpointOf({ keyring, settings }: Given, { note, cosignatures }: LogHead): Promise<string> {
  const signed = parseCheckpoint(note);
  if (!signed) throw new Error('the head of the log cannot be read');
  const origin = originOf(settings.publicUrl);
  const keys = keysOf(await currentKeys(keyring, origin));
  if (await signerOf(signed, keys)) return note + cosignatures;
  return signHead(keyring, origin, signed.checkpoint);
}

export function keysOf(vkeys: readonly string[]): VerifierKey[] {
  return vkeys.flatMap((vkey) => parseVerifierKey(vkey) ?? []);
}

/** The key that never changes, as long as its secret stays in the keyring: it signs each checkpoint. */
export async function lastingKey({ keyring, settings }: Given): Promise<string> {
  return (await currentKeys(keyring, originOf(settings.publicUrl))).at(-1) ?? '';
}

/** Every key that has signed a checkpoint or would sign the next one, oldest first. */
export async function allKeys({ db, keyring, settings }: Given): Promise<string[]> {
  const current = await currentKeys(keyring, originOf(settings.publicUrl));
  return [...new Set([...(await listKeys(db)), ...current.toReversed()])];
}

/** The `.tlog-proof` of a statement, against the newest checkpoint. */
export async function statementProof(given: Given, { index }: StoredStatement): Promise<string> {
  const { size, checkpoint } = await readCheckpoint(given);
  const hashes = await readProof(given.db, logTree, inclusionParts(index, size));
  return formatTlogProof({ index, hashes, checkpoint });
}

/** Null where the tree has no such tile yet: only what a statement or checkpoint covers is shown. */
export async function readTile(
  db: D1Database,
  { tree, size }: { tree: number; size: number },
  tile: TilePath,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!hasTile(tile, size)) return null;
  if (tile.holds === 'entries' && tree === logTree) {
    const entries = await listEntries(db, tile.index * tileWidth, tile.width);
    return entryBundle(entries.map(utf8));
  }
  const level = tile.holds === 'entries' ? entriesLevel : tile.level;
  const [stored] = await runQuery(db, tilesQuery(db, [{ tree, level, index: tile.index }]));
  if (!stored) return null;
  if (tile.holds === 'hashes') return stored.bytes.slice(0, tile.width * 32);
  return entryBundle((entriesIn(stored.bytes) ?? []).slice(0, tile.width));
}
