import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { openPetition, stopEarlierDigests } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { readerOf, storeReaders } from '../support/readers.ts';
import { naiveRoot, sha256, storedStatements, toBase64, toHex, unbundle } from './independent.ts';

/* Reads tiles by HTTP as C2SP tlog-tiles describes them, with nothing of the writer's. */

const app = testApp();
const db = env.DB;
let slug = '';
let id = 0;
const sizes = [300, 307] as const;

async function bytesAt(path: string): Promise<Uint8Array> {
  const answer = await app.request(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return new Uint8Array(await answer.arrayBuffer());
}

/** A tile of hashes or entries: the whole one of 256, or what it holds so far. */
const named = (index: number, width: number) =>
  `${String(index).padStart(3, '0')}${width < 256 ? `.p/${width}` : ''}`;

async function hashesAt(tree: string, level: number, size: number): Promise<Uint8Array[]> {
  const hashes: Uint8Array[] = [];
  for (let index = 0; index * 256 < size; index += 1) {
    const width = Math.min(256, size - index * 256);
    const tile = await bytesAt(`${tree}/tile/${level}/${named(index, width)}`);
    expect(tile.length).toBe(32 * width);
    for (let n = 0; n < width; n += 1) hashes.push(tile.slice(n * 32, n * 32 + 32));
  }
  return hashes;
}

async function entriesAt(tree: string, size: number): Promise<Uint8Array[]> {
  const entries: Uint8Array[] = [];
  for (let index = 0; index * 256 < size; index += 1) {
    const width = Math.min(256, size - index * 256);
    entries.push(...unbundle(await bytesAt(`${tree}/tile/entries/${named(index, width)}`)));
  }
  return entries;
}

/** RFC 6962 over hashes of leaves. */
async function rootOfHashes(hashes: readonly Uint8Array[]): Promise<Uint8Array> {
  if (hashes.length === 1) return hashes[0]!;
  let left = 1;
  while (left * 2 < hashes.length) left *= 2;
  const [one, other] = [hashes.slice(0, left), hashes.slice(left)];
  return sha256(Uint8Array.of(1), await rootOfHashes(one), await rootOfHashes(other));
}

beforeAll(async () => {
  await stopEarlierDigests(db);
  app.setNow('2026-11-25T15:00:00Z');
  const context = await openPetition(db);
  ({ slug, id } = context.action);
  await storeReaders(app, context, { n: 300, prefix: 'til' });
  const owner = await organizerIn(app, context.campaign, { role: 'owner', hasPasskey: true });
  await owner.post('/samples', {
    ...{ petition: slug, size: '40', days: '14', source: 'ten dice', seed_on: '2026-11-30' },
  });
  await app.cron('2026-11-30T13:00:00Z');
  app.setNow('2026-12-02T15:00:00Z');
  await db
    .prepare(
      `UPDATE signatures SET state = 'withdrawn', changed_week = '2026-W49', changed_at = ?2
       WHERE action_id = ?1 AND id < ?3`,
    )
    .bind(id, app.now().getTime(), readerOf('til', 8).id)
    .run();
  await app.cron('2026-12-07T13:00:00Z');
});

test('the tiles of a member tree hold the hashes of its entries, up to the root of each statement', async () => {
  const tree = `/statements/${slug}`;
  const [first, second] = await storedStatements(id);
  expect([first?.members.size, second?.members.size]).toEqual(sizes);
  const [hashes, entries] = [await hashesAt(tree, 0, sizes[1]), await entriesAt(tree, sizes[1])];
  expect(entries).toHaveLength(sizes[1]);
  for (const [n, entry] of entries.entries())
    expect(toHex(hashes[n]!)).toBe(toHex(await sha256(Uint8Array.of(0), entry)));
  expect(toBase64(await rootOfHashes(hashes))).toBe(second?.members.root);
  expect(toBase64(await naiveRoot(entries))).toBe(second?.members.root);
  // The same tiles give the root of the week before: its tree is the beginning of this one.
  expect(toBase64(await rootOfHashes(hashes.slice(0, sizes[0])))).toBe(first?.members.root);
  // One hash of the level above for each whole tile.
  const above = await hashesAt(tree, 1, 1);
  expect(above.map(toHex)).toEqual([toHex(await rootOfHashes(hashes.slice(0, 256)))]);
  expect((await app.request(`${tree}/tile/1/000`)).status).toBe(404);
  expect((await app.request(`${tree}/tile/0/001.p/52`)).status).toBe(404);
});

test('the tiles of the log hold the hashes of the statements, up to its signed root', async () => {
  const [, size = '', root] = new TextDecoder().decode(await bytesAt('/log/checkpoint')).split('\n');
  const [hashes, entries] = [await hashesAt('/log', 0, Number(size)), await entriesAt('/log', Number(size))];
  expect(toBase64(await rootOfHashes(hashes))).toBe(root);
  expect(toBase64(await naiveRoot(entries))).toBe(root);
  const file = await bytesAt(`/statements/${slug}/2026-W49.json`);
  expect(entries.map(toHex)).toContain(toHex(file));
});

test('a tile never changes, and says so to every cache; one that is not full yet stays the beginning', async () => {
  const tree = `/statements/${slug}/tile`;
  for (const path of [`${tree}/0/000`, `${tree}/0/001.p/44`, `${tree}/entries/000`]) {
    const { headers, status } = await app.request(path);
    expect([path, status, headers.get('cache-control')]).toEqual([
      path,
      200,
      'public, max-age=31536000, immutable',
    ]);
  }
  const [before, now] = [await bytesAt(`${tree}/0/001.p/44`), await bytesAt(`${tree}/0/001.p/51`)];
  expect(toHex(now.slice(0, before.length))).toBe(toHex(before));
});

test('a statement holds the head of the log of acts of its campaign', async () => {
  const head = await db
    .prepare(
      `SELECT hash FROM acts WHERE campaign_id = (SELECT campaign_id FROM actions WHERE id = ?)
       ORDER BY seq DESC LIMIT 1`,
    )
    .bind(id)
    .first<string>('hash');
  const [first] = await storedStatements(id);
  expect(head).toMatch(/^[0-9a-f]{64}$/);
  expect(first?.acts.campaign).toBe(head);
});
