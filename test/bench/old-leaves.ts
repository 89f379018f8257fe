import { hash, randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { entryBundle, tileWidth } from '../../worker/statements/rules/tiles.ts';
import { entriesLevel } from '../../worker/statements/tile-store.ts';
import { growTree } from '../../worker/statements/tiles.ts';

export type Seeding = {
  actionId: number;
  week: string;
  /** Leaves that earlier weeks have added. */
  old: number;
  /** Signatures of this week that start to count, and of earlier weeks that stop. */
  starts: number;
  stops: number;
};

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');

/** Random bytes of a leaf: its salt, what stands for the signature in its entry, and the id of the signature. */
const parts = { salt: 32, member: 16, id: 16 };
const bytesOfLeaf = parts.salt + parts.member + parts.id;

/** Asking for the bytes of each leaf alone took half of the whole bench. */
function* randomLeaves(): Generator<Buffer> {
  for (;;) {
    const many = randomBytes(bytesOfLeaf * 1024);
    for (let at = 0; at < many.length; at += bytesOfLeaf) yield many.subarray(at, at + bytesOfLeaf);
  }
}

/**
 * Writes a member tree of old leaves and the changes of a week directly to the file of a stopped database, in which the
 * signatures of the week are stored. Old signatures that do not change have leaves, but no rows: a closing does not
 * read them. Returns the bytes that the file has grown by for each old leaf.
 */
export function seedWeek(file: string, { actionId, week, old, starts, stops }: Seeding): number {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN');
  const confirmed = db
    .prepare(`SELECT id FROM signatures WHERE action_id = ? AND state = 'confirmed' ORDER BY rowid LIMIT ?`)
    .all(actionId, stops + starts) as { id: string }[];
  if (confirmed.length < stops + starts) throw new Error('too few signatures are stored');
  const ids = confirmed.map(({ id }) => id);
  const stopping = ids.slice(0, stops);

  const pages = () => Number(db.prepare('PRAGMA page_count').get()?.page_count);
  const before = pages();
  storeLeaves(db, { actionId, old, stopping });
  const { page_size: pageSize } = db.prepare('PRAGMA page_size').get() as { page_size: number };
  const bytes = ((pages() - before) * pageSize) / old;

  db.exec('DELETE FROM member_changes');
  const change = db.prepare('INSERT INTO member_changes VALUES (?, ?, ?, ?, ?)');
  for (const [at, id] of ids.entries()) change.run(actionId, week, at, id, at < stops ? -1 : 1);
  db.exec('COMMIT; PRAGMA journal_mode = WAL');
  db.close();
  return bytes;
}

function storeLeaves(
  db: DatabaseSync,
  { actionId, old, stopping }: { actionId: number; old: number; stopping: string[] },
): void {
  const member = db.prepare('INSERT INTO members (signature_id, leaf, salt) VALUES (?, ?, ?)');
  const tile = db.prepare('INSERT INTO tree_tiles (tree, level, idx, bytes) VALUES (?, ?, ?, ?)');
  const tree = growTree(actionId, 0, new Map());
  const every = Math.floor(old / stopping.length);
  let entries: Uint8Array[] = [];
  const random = randomLeaves();
  const hashed = new Uint8Array(1 + 32);
  for (let leaf = 0; leaf < old; leaf += 1) {
    const own = random.next().value;
    const salt = own.subarray(0, parts.salt);
    const entry = sha256(own.subarray(0, parts.salt + parts.member));
    hashed.set(entry, 1);
    tree.append(sha256(hashed));
    const id = leaf % every === 0 ? stopping[leaf / every] : undefined;
    member.run(id ?? own.toString('base64url', parts.salt + parts.member), leaf, salt);
    entries.push(entry);
    if (entries.length === tileWidth || leaf === old - 1) {
      tile.run(actionId, entriesLevel, Math.floor(leaf / tileWidth), entryBundle(entries));
      entries = [];
    }
  }
  for (const { level, index, bytes } of tree.tiles()) tile.run(actionId, level, index, bytes);
  db.prepare(
    `UPDATE member_trees SET size = ?2, added = ?2, built = ?2, built_added = ?2 WHERE action_id = ?1`,
  ).run(actionId, old);
}
