import { hex } from '../platform/crypto/bytes.ts';
import { randomBytes } from '../platform/crypto/ids.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';
import { ownError } from '../platform/log.ts';
import { runQuery } from '../platform/query.ts';
import {
  findTree,
  forgetLeavesStatements,
  type LeafToMake,
  listClosed,
  listToBuild,
  listToMake,
  type MemberTree,
  saveBuiltStatements,
  saveEntriesStatement,
  stepStatements,
  takeChangesStatements,
  unbuildStatements,
} from './leaf-store.ts';
import { leafHash } from './rules/hashes.ts';
import { addedEntry, isRemoval, removedEntry, saltBytes } from './rules/member.ts';
import { entriesIn, entryBundle, tileWidth } from './rules/tiles.ts';
import { entriesLevel, saveTilesStatement, tilesQuery } from './tile-store.ts';
import { growTree, lastTilesOf, tilesByKey, withHex } from './tiles.ts';

type Given = { db: D1Database; keyring: Keyring };

/** How many rows one step handles: about 50 ms of CPU, and below 2 MB in one parameter. */
const most = { changes: 10_000, entries: 2_000, leaves: 8 * tileWidth };

/** `another-run` if another run has taken a step meanwhile. */
export type Prepared = 'ready' | 'later' | 'another-run';

/**
 * Puts the changes of an action up to a week into its member tree, in steps. What is built is not told to anybody
 * until a statement says so. After a failure at any point the next run goes on from the last step.
 */
export async function prepareTree(
  given: Given,
  { actionId, week }: { actionId: number; week: string },
  steps: { left: number },
): Promise<Prepared> {
  for (;;) {
    const tree = await findTree(given.db, actionId, week);
    if (!tree) throw ownError('an action has no member tree');
    if (isReady(tree)) return 'ready';
    if (steps.left <= 0) return 'later';
    steps.left -= 1;
    try {
      await given.db.batch(stepStatements(given.db, tree, await nextStep(given, tree, week)));
    } catch (error) {
      if (isOvertaken(error)) return 'another-run';
      throw error;
    }
  }
}

export function isReady({ isClosed, hasChanges, hasToMake, hasToBuild }: MemberTree): boolean {
  return !(isClosed || hasChanges || hasToMake || hasToBuild);
}

export function isOvertaken(error: unknown): boolean {
  return String(error).includes('closed_meanwhile');
}

async function nextStep(given: Given, tree: MemberTree, week: string): Promise<D1PreparedStatement[]> {
  const { db } = given;
  const { actionId } = tree;
  if (tree.isClosed) return forgetLeavesStatements(db, { actionId, most: most.changes });
  if (tree.hasChanges) {
    const isLate = tree.built > tree.size;
    return [
      ...(isLate ? unbuildStatements(db, tree) : []),
      ...takeChangesStatements(db, { actionId, week, most: most.changes }),
    ];
  }
  return tree.hasToMake ? [await makeEntries(given, actionId)] : build(db, tree);
}

async function makeEntries({ db, keyring }: Given, actionId: number): Promise<D1PreparedStatement> {
  const leaves = await listToMake(db, actionId, most.entries);
  return saveEntriesStatement(
    db,
    actionId,
    await Promise.all(leaves.map((leaf) => makeEntry(keyring, leaf))),
  );
}

async function makeEntry(keyring: Keyring, { id, n, isErased, addedHash }: LeafToMake) {
  if (n === -1 && addedHash) return { id, entry: hex(removedEntry(addedHash)), salt: null };
  if (n !== 1) throw ownError('a signature stops counting that is not in the member tree');
  const salt = randomBytes(saltBytes);
  const entry = addedEntry(salt, await memberOf(keyring, id));
  return { id, entry: hex(entry), salt: isErased ? null : hex(salt) };
}

/** What stands for a signature in its entry, of 16 bytes. */
export function memberOf(keyring: Keyring, signatureId: string): Promise<Uint8Array> {
  return keyring.fingerprint('member', signatureId);
}

async function build(db: D1Database, tree: MemberTree): Promise<D1PreparedStatement[]> {
  const { actionId, built } = tree;
  const leaves = await listToBuild(
    db,
    { actionId, builtTo: hex(tree.builtTo ?? new Uint8Array()) },
    most.leaves,
  );
  const last = lastTilesOf(actionId, built);
  const bundle = { tree: actionId, level: entriesLevel, index: Math.floor(built / tileWidth) };
  const stored = tilesByKey(await runQuery(db, tilesQuery(db, [...last, bundle])));
  const grown = growTree(actionId, built, stored);
  for (const { entry } of leaves) grown.append(leafHash(entry));
  const bundles = growBundles(
    { built, last: stored.get(`${entriesLevel}/${bundle.index}`) ?? null },
    leaves.map(({ entry }) => entry),
  ).map((one) => ({ ...one, tree: actionId }));
  const to = leaves.at(-1)?.entry;
  return [
    saveTilesStatement(db, [...grown.tiles(), ...bundles].map(withHex)),
    ...saveBuiltStatements(db, tree, {
      leaves: leaves.map(({ id, entry, salt }, n) => ({
        ...{ id, salt, leaf: built + n },
        isRemoval: isRemoval(entry),
      })),
      to: to ? hex(to) : '',
    }),
  ];
}

/** The bundles that hold these entries, from position `built` on. */
function growBundles(
  { built, last }: { built: number; last: Uint8Array | null },
  added: readonly Uint8Array[],
) {
  const before = built % tileWidth === 0 ? [] : (entriesIn(last ?? new Uint8Array()) ?? []);
  const entries = [...before.slice(0, built % tileWidth), ...added];
  const first = Math.floor(built / tileWidth);
  return Array.from({ length: Math.ceil(entries.length / tileWidth) }, (_, n) => ({
    level: entriesLevel,
    index: first + n,
    bytes: entryBundle(entries.slice(n * tileWidth, (n + 1) * tileWidth)),
  }));
}

/** After a closing, in cron. */
export async function forgetClosedLeaves({ db }: Pick<Deps, 'db'>): Promise<void> {
  for (const actionId of await listClosed(db, 20)) {
    await db.batch(forgetLeavesStatements(db, { actionId, most: most.changes }));
  }
}
