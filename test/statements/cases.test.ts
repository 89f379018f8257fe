import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { makeDueDigests } from '../../worker/digests/make-digests.ts';
import { createKeyring, parseKeyring } from '../../worker/platform/crypto/keyring.ts';
import { forgetSaltsStatements } from '../../worker/statements/leaf-store.ts';
import { parseCheckpoint, signerOf } from '../../worker/statements/rules/checkpoint.ts';
import { parseVerifierKey } from '../../worker/statements/rules/notes.ts';
import { campaignOfAugust, historyOf } from '../digests/history.ts';
import { digestMaking, storedDigests } from '../digests/stored.ts';
import { testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';
import { problemsWithTrees, storedMembers, storedStatements } from './independent.ts';

const db = env.DB;
const week = 7 * 86_400_000;
const firstMonday = Date.parse('2026-09-07T11:00:00Z');
const making = digestMaking();
const makeAt = (weeks: number, with_ = making) => makeDueDigests(with_, new Date(firstMonday + weeks * week));

beforeEach(() => stopEarlierDigests(db));

test('a year of weeks, most of them quiet, is one tree and 53 statements that name one another', async () => {
  const { action } = await campaignOfAugust({ closesOn: null });
  const { sign } = historyOf(action);
  await sign('2026-09-02T12:00:00Z');
  await sign('2026-12-02T12:00:00Z');
  await makeAt(52);
  await makeAt(52);
  const statements = await storedStatements(action.id);
  expect(statements).toHaveLength(53);
  expect(statements.slice(1).every(({ previous }, n) => previous !== null && n >= 0)).toBe(true);
  expect(statements.at(-1)).toMatchObject({ members: { size: 2 }, account: { confirmed: 2 } });
  expect(await problemsWithTrees(action.id)).toEqual([]);
});

test('after a rotation the old key still verifies new checkpoints, and both are listed', async () => {
  const old = 'old:bG9jYWwta2V5LWtub3duLXRvLWV2ZXJ5b25lLW5ldmVyLWRlcGxveQ';
  const fresh = 'new:YW5vdGhlci1rZXktb2YtdGhpcnR5LXR3by1ieXRlcy1vci1tb3Jl';
  const [before, after] = [old, `${fresh},${old}`].map((setting) => createKeyring(parseKeyring(setting)!));
  const { action } = await campaignOfAugust();
  await historyOf(action).sign('2026-09-02T12:00:00Z');
  await makeAt(0, { ...making, keyring: before! });
  const oldKey = parseVerifierKey(await textOf(testApp({}, { keyring: before! }), '/log/key'))!;
  const rotated = testApp({}, { keyring: after! });
  expect(await signer(rotated, [oldKey])).toBe(oldKey);
  await makeAt(1, { ...making, keyring: after! });
  expect(await signer(rotated, [oldKey])).toBe(oldKey);
  expect(parseVerifierKey(await textOf(rotated, '/log/key'))).toEqual(oldKey);
  const keys = (await textOf(rotated, '/log/keys'))
    .trim()
    .split('\n')
    .map((line) => parseVerifierKey(line)!);
  expect(keys).toContainEqual(oldKey);
  const others = keys.filter(({ publicKey }) => publicKey.join() !== oldKey.publicKey.join());
  expect(await signer(rotated, others)).not.toBeNull();
});

type App = Awaited<ReturnType<typeof testApp>>;
const textOf = async (app: App, path: string) => (await app.request(path)).text();
async function signer(app: App, keys: Parameters<typeof signerOf>[1]) {
  return signerOf(parseCheckpoint(await textOf(app, '/log/checkpoint'))!, keys);
}

test('a changed threshold and a changed text stand in the next statement, not in the earlier one', async () => {
  const { action } = await campaignOfAugust();
  await historyOf(action).sign('2026-09-02T12:00:00Z');
  await makeAt(0);
  await db
    .prepare('INSERT INTO thresholds (action_id, signatures, name) VALUES (?, 7777, ?)')
    .bind(action.id, '{"en":"x","es":"x"}')
    .run();
  await makeAt(1);
  const [first, second] = await storedStatements(action.id);
  expect(first?.rules.thresholds).not.toContain(7777);
  expect(second?.rules.thresholds).toContain(7777);
  expect(second?.rules_sha256).not.toBe(first?.rules_sha256);
  expect(second?.texts).toEqual(first?.texts);
});

test('a removed petition gets one more statement, which stays under the name of its address', async () => {
  const { action } = await campaignOfAugust();
  await historyOf(action).sign('2026-09-02T12:00:00Z');
  await makeAt(0);
  await db.prepare("UPDATE actions SET state = 'removed' WHERE id = ?").bind(action.id).run();
  await makeAt(1);
  await makeAt(2);
  expect((await storedStatements(action.id)).map(({ account }) => account.confirmed)).toEqual([1, 1]);
  const page = await testApp().request(`/statements/${action.slug}`);
  expect(page.status).toBe(200);
  expect(await page.text()).not.toContain(action.title.en);
});

test('every address under the statements of a petition answers by what it names', async () => {
  const { action } = await campaignOfAugust();
  const { sign } = historyOf(action);
  await sign('2026-09-02T12:00:00Z');
  await sign('2026-09-09T12:00:00Z');
  await makeAt(0);
  await makeAt(1);
  const app = testApp();
  const statuses: Record<string, number> = {
    '2026-W36': 200,
    '2026-W36.json': 200,
    '2026-W36.tlog-proof': 200,
    '2026-W36.txt': 404,
    '2026-W36/tile': 404,
    '2026-W35': 404,
    'tile/0/000.p/2': 200,
    'tile/entries/000.p/2': 200,
    'tile/entries/000': 404,
    tile: 404,
    'consistency?from=1&to=2': 200,
    'consistency?from=1&to=3': 404,
    'consistency?from=2&to=1': 400,
    consistency: 400,
  };
  const answered = Object.keys(statuses).map(async (path) => {
    const { status, headers } = await app.request(`/statements/${action.slug}/${path}`);
    expect(headers.get('access-control-allow-origin'), path).toBe('*');
    return [path, status];
  });
  expect(Object.fromEntries(await Promise.all(answered))).toEqual(statuses);
  expect((await app.request('/statements/no-such-petition/tile/0/000.p/2')).status).toBe(404);
});

test('a database that had digests before begins its log at the next week that ends', async () => {
  const { action } = await campaignOfAugust();
  const { sign } = historyOf(action);
  await sign('2026-09-02T12:00:00Z');
  await sign('2026-09-09T12:00:00Z');
  await db.prepare('UPDATE log_start SET at = ?').bind(Date.parse('2026-09-10T12:00:00Z')).run();
  await db
    .prepare("UPDATE member_changes SET week = '0000-W01', at = 0 WHERE action_id = ?")
    .bind(action.id)
    .run();
  await makeAt(1);
  await db.prepare('UPDATE log_start SET at = 0').run();
  const committee = await db
    .prepare('SELECT committee_id AS id FROM actions WHERE id = ?')
    .bind(action.id)
    .first<{ id: number }>();
  expect(await storedDigests(committee?.id ?? 0)).toHaveLength(2);
  expect((await storedStatements(action.id)).map(({ week, members }) => [week, members.size])).toEqual([
    ['2026-W37', 2],
  ]);
  expect(await problemsWithTrees(action.id)).toEqual([]);
  expect(await textOf(testApp(), `/statements/${action.slug}`)).toContain('before this log began');
});

test('erasing forgets the salt of a member, and of a leaf that is still to be built', async () => {
  const { action } = await campaignOfAugust();
  const { sign, become } = historyOf(action);
  const [one, two] = [await sign('2026-09-02T12:00:00Z'), await sign('2026-09-03T12:00:00Z')];
  const erase = async (id: string) => {
    await db
      .prepare(
        'UPDATE signatures SET sealed = NULL, person_key = NULL, inbox_key = NULL, name_zip_key = NULL, erased_at = 1 WHERE id = ?',
      )
      .bind(id)
      .run();
    await db.batch(forgetSaltsStatements(db, [id]));
  };
  await become(one, 'withdrawn', '2026-09-07T05:00:00Z');
  await erase(one);
  await makeAt(0);
  await erase(two);
  const members = await storedMembers(action.id);
  expect(members.map(({ salt }) => salt)).toEqual([null, null]);
  await makeAt(1);
  expect(
    (await storedStatements(action.id)).map(({ members: { added, removed } }) => [added, removed]),
  ).toEqual([
    [2, 0],
    [2, 1],
  ]);
  expect(await problemsWithTrees(action.id)).toEqual([]);
});
