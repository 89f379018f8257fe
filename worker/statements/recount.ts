import { hashOfText } from '../actions/text-store.ts';
import { fromHex, hex } from '../platform/crypto/bytes.ts';
import { runQuery } from '../platform/query.ts';
import type { Recount } from '../signatures/recount-section.ts';
import { findHead } from './log-store.ts';
import {
  type AuditedStatement,
  findAuditHead,
  listAudited,
  listTexts,
  listTilePairs,
} from './recount-store.ts';
import { base64, utf8 } from './rules/bytes.ts';
import { parseCheckpoint } from './rules/checkpoint.ts';
import { leafHash } from './rules/hashes.ts';
import { imbalancesIn, readStatement } from './rules/statement.ts';
import { entriesIn, rootOfTile, tileWidth } from './rules/tiles.ts';
import { logTree, tilesQuery } from './tile-store.ts';
import { readRoot } from './tiles.ts';

const atOnce = { tiles: 50, statements: 200 };
/** Leaves that a night hashes again: half a million, about a second. Larger trees take several nights. */
const tilesANight = 2000;

/**
 * Checks what statements say against everything that it was made of: the members, their tree, the texts, the digests
 * and the log. "kept" is how many there are, "counted" how many of them agree.
 */
export const recountStatements: Recount = async (db, actionId) => {
  const head = await findAuditHead(db, actionId);
  const statements = await checkStatements(db, actionId);
  const last = statements.last && readStatement(utf8(statements.last.entry));
  const root = last && base64(await readRoot(db, actionId, last.members.size).catch(() => new Uint8Array()));
  const leaves = head ? await checkLeaves(db, actionId, head) : { kept: 0, agree: 0 };
  const kept = new Map([
    ['members counted', head ? head.added - head.removed : 0],
    ['members in the tree', leaves.kept],
    ['root of the members', last ? 1 : 0],
    ['statements', statements.kept],
    ['texts in the last statement', last?.texts.length ?? 0],
    ['head of the log', 1],
  ]);
  const rows = new Map([
    ['members counted', head?.told ?? 0],
    ['members in the tree', leaves.agree],
    ['root of the members', last && root === last.members.root ? 1 : 0],
    ['statements', statements.agree],
    ['texts in the last statement', last ? await countTexts(db, actionId, last.texts) : 0],
    ['head of the log', (await isHeadRight(db)) ? 1 : 0],
  ]);
  // Before the first statement the members wait for it, whether or not weeks were told without one.
  if (!statements.last) kept.set('members counted', rows.get('members counted') ?? 0);
  return { rows, kept, changes: rows };
};

async function checkStatements(db: D1Database, actionId: number) {
  let after = '';
  let [kept, agree] = [0, 0];
  let last: AuditedStatement | null = null;
  for (;;) {
    const page = await listAudited(db, actionId, { after, most: atOnce.statements });
    kept += page.length;
    agree += page.filter(isRight).length;
    last = page.at(-1) ?? last;
    if (page.length < atOnce.statements) return { kept, agree, last };
    after = page.at(-1)?.week ?? '';
  }
}

function isRight({ entry, week, told, is_told, leaf }: AuditedStatement): boolean {
  const statement = readStatement(utf8(entry));
  return (
    statement !== null &&
    statement.week === week &&
    is_told === 1 &&
    (told === null || told === statement.account.confirmed) &&
    imbalancesIn(statement).length === 0 &&
    hex(leafHash(utf8(entry))) === leaf
  );
}

async function countTexts(
  db: D1Database,
  actionId: number,
  told: { version: number; sha256: string }[],
): Promise<number> {
  const texts = new Map((await listTexts(db, actionId)).map(({ version, text }) => [version, text]));
  return told.filter(({ version, sha256 }) => {
    const text = texts.get(version);
    return text !== undefined && hashOfText(text) === sha256;
  }).length;
}

/** Of a large tree another part each night. */
async function checkLeaves(
  db: D1Database,
  actionId: number,
  { size, nights }: { size: number; nights: number },
) {
  const tiles = Math.ceil(size / tileWidth);
  const parts = Math.max(1, Math.ceil(tiles / tilesANight));
  const first = (nights % parts) * tilesANight;
  const end = Math.min(tiles, first + tilesANight);
  let agree = 0;
  for (let from = first; from < end; from += atOnce.tiles) {
    const most = Math.min(atOnce.tiles, end - from);
    const pairs = await listTilePairs(db, actionId, { from, most });
    const roots = await rootsOf(db, actionId, pairs);
    for (const pair of pairs) agree += countAgreeing(pair, { size, root: roots.get(pair.index) ?? null });
  }
  return { kept: Math.min(size, end * tileWidth) - first * tileWidth, agree };
}

type Pair = { index: number; entries: string; hashes: string };

/** What the next level of tiles says of these tiles, where they are full. */
async function rootsOf(db: D1Database, tree: number, pairs: readonly Pair[]): Promise<Map<number, string>> {
  const wanted = [...new Set(pairs.map(({ index }) => Math.floor(index / tileWidth)))];
  const tiles = await runQuery(
    db,
    tilesQuery(
      db,
      wanted.map((index) => ({ tree, level: 1, index })),
    ),
  );
  const roots = new Map<number, string>();
  for (const { index, bytes } of tiles) {
    for (let n = 0; n * 32 < bytes.length; n += 1) {
      roots.set(index * tileWidth + n, hex(bytes.subarray(n * 32, n * 32 + 32)));
    }
  }
  return roots;
}

function countAgreeing(
  { index, entries, hashes }: Pair,
  { size, root }: { size: number; root: string | null },
): number {
  const width = Math.min(tileWidth, size - index * tileWidth);
  const tile = fromHex(hashes.toLowerCase());
  if (width === tileWidth && (tile.length !== tileWidth * 32 || hex(rootOfTile(tile)) !== root)) return 0;
  const found = (entriesIn(fromHex(entries.toLowerCase())) ?? []).slice(0, width);
  return found.filter((entry, n) => hex(leafHash(entry)) === hex(tile.subarray(n * 32, n * 32 + 32))).length;
}

async function isHeadRight(db: D1Database): Promise<boolean> {
  const head = await findHead(db);
  if (!head) return true;
  const root = await readRoot(db, logTree, head.size).catch(() => null);
  const signed = parseCheckpoint(head.note);
  return root !== null && signed !== null && base64(signed.checkpoint.root) === base64(root);
}
