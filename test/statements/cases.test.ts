import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { findContext } from '../../worker/actions/context.ts';
import { makeDueDigests } from '../../worker/digests/make-digests.ts';
import { createKeyring, parseKeyring } from '../../worker/platform/crypto/keyring.ts';
import { forgetSaltsStatements } from '../../worker/statements/leaf-store.ts';
import { parseCheckpoint, signerOf } from '../../worker/statements/rules/checkpoint.ts';
import { formatVerifierKey, parseVerifierKey } from '../../worker/statements/rules/notes.ts';
import { verifyTexts } from '../../worker/verify/check.ts';
import { verifySite } from '../../worker/verify/site.ts';
import { campaignOfAugust, historyOf } from '../digests/history.ts';
import { digestMaking, storedDigests } from '../digests/stored.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { smallKit, stopEarlierDigests } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { openSurvey } from '../support/surveys.ts';
import { confirmedResponse } from '../surveys/support.ts';
import { problemsWithTrees, sha256, storedMembers, storedStatements, toHex } from './independent.ts';

const db = env.DB;
const app = testApp();
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
  const { results } = await db
    .prepare('SELECT log_index, entry FROM statements WHERE action_id = ? ORDER BY week')
    .bind(action.id)
    .all<{ log_index: number; entry: string }>();
  const named = await Promise.all(
    results.map(async ({ log_index, entry }) => ({
      index: log_index,
      leaf: toHex(await sha256(Uint8Array.of(0), new TextEncoder().encode(entry))),
    })),
  );
  expect(statements.map(({ previous }) => previous)).toEqual([null, ...named.slice(0, -1)]);
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
  const earlier = testApp({}, { keyring: before! });
  const oldKey = parseVerifierKey(await textOf(earlier, '/log/key'))!;
  const file = `/statements/${action.slug}/2026-W36`;
  const [statement, proof] = [
    await textOf(earlier, `${file}.json`),
    await textOf(earlier, `${file}.tlog-proof`),
  ];
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
  // The proof of before the rotation holds by the old key and by today's list.
  for (const vkeys of [formatVerifierKey(oldKey), await textOf(rotated, '/log/keys')]) {
    expect((await verifyTexts([statement, proof], vkeys)).outcome).toBe('holds');
  }
});

type App = ReturnType<typeof testApp>;
const textOf = async (app: App, path: string) => (await app.request(path)).text();
async function signer(app: App, keys: Parameters<typeof signerOf>[1]) {
  return signerOf(parseCheckpoint(await textOf(app, '/log/checkpoint'))!, keys);
}

test('a site that has moved signs its head again under its new name, and files from before hold by the keys it lists', async () => {
  const { action } = await campaignOfAugust();
  await historyOf(action).sign('2026-09-02T12:00:00Z');
  await makeAt(0);
  const file = `/statements/${action.slug}/2026-W36`;
  const old = await textOf(app, `${file}.tlog-proof`);
  const moved = testApp({ publicUrl: 'https://moved.example' });
  const [statement, proof, keys] = [
    await textOf(moved, `${file}.json`),
    await textOf(moved, `${file}.tlog-proof`),
    await textOf(moved, '/log/keys'),
  ];
  expect((await textOf(moved, '/log/checkpoint')).split('\n')[0]).toBe('moved.example/log');
  expect((await verifyTexts([statement, proof], await textOf(moved, '/log/key'))).outcome).toBe('holds');
  expect((await verifyTexts([statement, old], keys)).outcome).toBe('holds');
});

test('a kit that changes thresholds and a text stands in the next statement, not in the earlier one', async () => {
  const kit = smallKit();
  const open = (at: string) => openKit(db, kit, new Date(at));
  await open('2026-08-01T12:00:00Z');
  const { action } = (await findContext(db, kit.petitions[0]?.slug ?? ''))!;
  await historyOf(action).sign('2026-09-02T12:00:00Z');
  await makeAt(0);
  kit.petitions[0]!.thresholds.push({ signatures: 7777, name: { en: 'x', es: 'x' } });
  kit.petitions[0]!.text.en += '\n\nMore of it.';
  expect(await open('2026-09-08T12:00:00Z')).toMatchObject({ ok: true });
  await makeAt(1);
  const [first, second] = await storedStatements(action.id);
  expect(first?.rules.thresholds).toEqual([3, 10]);
  expect(second?.rules.thresholds).toEqual([3, 10, 7777]);
  expect(second?.rules_sha256).not.toBe(first?.rules_sha256);
  expect(first?.texts).toHaveLength(1);
  expect(second?.texts).toEqual([first?.texts[0], { version: 2, sha256: expect.any(String) }]);
});

test('a survey has statements of its responses', async () => {
  const survey = await openSurvey(app);
  const answerOf = (name: string) =>
    confirmedResponse(app, survey, {
      person: { given_name: name, email: `${name}@${survey.action.slug}.example` },
    });
  await answerOf('ana');
  const ben = await answerOf('ben');
  await makeDueDigests(making, new Date('2026-11-30T12:00:00Z'));
  app.setNow('2026-12-01T12:00:00Z');
  await app.post(`${ben.mine}/withdraw`, {});
  await makeDueDigests(making, new Date('2026-12-07T12:00:00Z'));
  app.setNow(aWednesday);
  const statements = await storedStatements(survey.action.id);
  expect(statements.map(({ kind, account, members: { size } }) => [kind, account.confirmed, size])).toEqual([
    ['survey', 2, 2],
    ['survey', 1, 3],
  ]);
  expect(await problemsWithTrees(survey.action.id)).toEqual([]);
  const page = await textOf(app, `/statements/${survey.action.slug}/2026-W49`);
  expect(page).toContain('A small survey');
});

test('an action that nobody signed has statements of an empty tree, which can be read', async () => {
  const { action } = await campaignOfAugust();
  await makeAt(0);
  await makeAt(1);
  const [first] = await storedStatements(action.id);
  expect(first).toMatchObject({ account: { received: 0 }, members: { size: 0, added: 0, removed: 0 } });
  // SHA-256 of nothing: RFC 6962.
  expect(first?.members.root).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
  const get = async (path: string) => {
    const answer = await app.request(path);
    return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : null;
  };
  const { problems } = await verifySite(get, { keys: null, remembered: null });
  expect(problems.filter((what) => what.includes(action.slug))).toEqual([]);
  expect((await app.request(`/statements/${action.slug}/2026-W36`)).status).toBe(200);
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
  const get = async (path: string) => {
    const answer = await app.request(path);
    return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : null;
  };
  const { problems, notes } = await verifySite(get, { keys: null, remembered: null });
  expect(problems.filter((what) => what.includes(action.slug))).toEqual([]);
  expect(notes).toContain(`${action.slug}: the site no longer shows its texts, so they were not compared.`);
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
    tile: 200,
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

test('the document of the API names every such address, and each answers as it says', async () => {
  const { action } = await campaignOfAugust();
  await historyOf(action).sign('2026-09-02T12:00:00Z');
  await makeAt(0);
  const { paths } = (await (await app.request('/openapi.json')).json()) as {
    paths: Record<string, { get?: { responses: Record<string, { content: object }> } }>;
  };
  const named = Object.keys(paths).filter((path) => /^\/(log|statements)\//.test(path));
  expect(named).toHaveLength(9);
  const size = Number((await textOf(app, '/log/checkpoint')).split('\n')[1]);
  for (const path of named) {
    const isOfLog = path.startsWith('/log/');
    const width = isOfLog ? size : 1;
    const address = path
      .replace('{action}', action.slug)
      .replace('{week}', '2026-W36')
      .replace('{level}/{tile}', `0/000.p/${width}`);
    const answer = await app.request(`${address}${path.endsWith('consistency') ? '?from=1&to=1' : ''}`);
    const type = Object.keys(paths[path]?.get?.responses['200']?.content ?? {})[0];
    expect([address, answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([
      address,
      200,
      type,
    ]);
  }
  const page = await textOf(app, '/developers');
  for (const path of named) expect(page).toContain(path);
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
