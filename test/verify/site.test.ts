import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { makeDueDigests } from '../../worker/digests/make-digests.ts';
import { verifySite } from '../../worker/verify/site.ts';
import { campaignOfAugust, historyOf } from '../digests/history.ts';
import { digestMaking } from '../digests/stored.ts';
import { testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';

const app = testApp();
const db = env.DB;
const making = digestMaking();
let slug = '';
let id = 0;
let history: ReturnType<typeof historyOf>;
let headOfWeekOne = '';

const get = async (path: string) => {
  const answer = await app.request(path);
  return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : null;
};
const check = (remembered: string | null = null, keys: string | null = null) =>
  verifySite(get, { keys, remembered });
const run = (sql: string, ...values: unknown[]) =>
  db
    .prepare(sql)
    .bind(...values)
    .run();
const bytesOf = async (sql: string, ...values: unknown[]) => {
  const read = db.prepare(sql).bind(...values);
  return Uint8Array.from((await read.first<number[]>('bytes')) ?? []);
};

/** As by hand in the database, and back. */
async function problemsWhile(edit: () => Promise<unknown>, undo: () => Promise<unknown>): Promise<string[]> {
  await edit();
  const { problems } = await check();
  await undo();
  return problems;
}

beforeAll(async () => {
  await stopEarlierDigests(db);
  const { action } = await campaignOfAugust();
  ({ slug, id } = action);
  history = historyOf(action);
  const first = await history.sign('2026-09-01T12:00:00Z');
  for (let n = 0; n < 6; n += 1) await history.sign('2026-09-02T12:00:00Z');
  await makeDueDigests(making, new Date('2026-09-07T11:00:00Z'));
  headOfWeekOne = await (await app.request('/log/checkpoint')).text();
  await history.become(first, 'withdrawn', '2026-09-08T12:00:00Z');
  await history.sign('2026-09-09T12:00:00Z', { place: '2' });
  await makeDueDigests(making, new Date('2026-09-14T11:00:00Z'));
  const struck = await history.sign('2026-09-15T12:00:00Z');
  await history.become(struck, 'invalidated', '2026-09-16T12:00:00Z');
  await makeDueDigests(making, new Date('2026-09-21T11:00:00Z'));
});

test('three weeks with a withdrawal and a strike hold by HTTP alone, and go on from what was remembered', async () => {
  const report = await check(headOfWeekOne);
  expect(report.problems).toEqual([]);
  const said = report.checked.join('\n');
  expect(said).toContain('The site proves the same by /log/consistency.');
  expect(said).toContain(`${slug}, 2026-W37: 8 leaves add and 1 remove.`);
  expect(said).toContain(`${slug}: text 1 is the one that was signed.`);
  const keys = await (await app.request('/log/keys')).text();
  expect((await check(report.head, keys)).problems).toEqual([]);
});

test('a count that was edited by hand is caught', async () => {
  const edit = (n: number) => () =>
    run(
      `UPDATE signature_counts SET n = n + ? WHERE action_id = ? AND kind = 'state' AND key = 'confirmed'`,
      n,
      id,
    );
  expect(await problemsWhile(edit(5), edit(-5))).toEqual([
    `Not so: ${slug}: the numbers that the site shows now add up.`,
  ]);
});

test('a leaf that was edited by hand is caught', async () => {
  const bytes = await bytesOf('SELECT bytes FROM tree_tiles WHERE tree = ? AND level = -1', id);
  const changed = Uint8Array.from(bytes, (byte, at) => (at === 5 ? byte ^ 1 : byte));
  const set = (to: Uint8Array) => () =>
    run('UPDATE tree_tiles SET bytes = ?2 WHERE tree = ?1 AND level = -1', id, to);
  const problems = await problemsWhile(set(changed), set(bytes));
  expect(problems.join()).toContain('leaves of its member tree lead to its root');
});

test('a text that was edited by hand is caught', async () => {
  const { title } = (await db
    .prepare('SELECT title FROM action_texts WHERE action_id = ?')
    .bind(id)
    .first<{ title: string }>())!;
  const set = (to: string) => () => run('UPDATE action_texts SET title = ?2 WHERE action_id = ?1', id, to);
  const other = JSON.stringify({ ...JSON.parse(title), en: 'Something that nobody signed' });
  expect(await problemsWhile(set(other), set(title))).toEqual([
    `Not so: ${slug}: text 1 is the one that was signed.`,
  ]);
});

test('an old statement that was edited by hand is caught, also where its sums add up', async () => {
  const trigger = await db
    .prepare(`SELECT sql FROM sqlite_master WHERE name = 'statements_are_not_changed'`)
    .first<string>('sql');
  const { entry } = (await db
    .prepare(`SELECT entry FROM statements WHERE action_id = ? AND week = '2026-W36'`)
    .bind(id)
    .first<{ entry: string }>())!;
  const set = (to: string) => () =>
    run(`UPDATE statements SET entry = ?2 WHERE action_id = ?1 AND week = '2026-W36'`, id, to);
  await run('DROP TRIGGER statements_are_not_changed');
  const changed = entry
    .replace('"unconfirmed":0', '"unconfirmed":3')
    .replace('"received":7', '"received":10');
  expect(changed).not.toBe(entry);
  const problems = await problemsWhile(set(changed), set(entry));
  await run(trigger ?? '');
  expect(problems.join('\n')).toContain('entries of the log lead to its signed root');
  expect(problems.join('\n')).toContain('its proof shows that it is in the log');
});

test('a server that tells somebody else another story is caught by what was remembered', async () => {
  // The same log with another past, signed with the same keys: the same weeks, one signature more.
  const { head } = await check();
  const other = await rewritten(head);
  const { problems } = await check(other);
  expect(problems).toEqual([
    `Not so: The ${head.split('\n')[1]} entries that were there last time are still the first of the log.`,
  ]);
  // A log that has become shorter.
  const short = await verifySite(
    async (path) => (path === '/log/checkpoint' ? bytes(headOfWeekOne) : get(path)),
    {
      keys: null,
      remembered: head,
    },
  );
  expect(short.problems.join()).toContain('are still the first of the log');
  // A head that somebody else has signed.
  const strange = head.replace(/— (\S+) .*/, '— $1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
  expect((await check(strange)).problems.join()).toContain('is signed with a key of the log');
});

const bytes = (text: string) => new TextEncoder().encode(text);

/** A head of the same size with another root, signed by the site itself. */
async function rewritten(head: string): Promise<string> {
  const { signHead } = await import('../../worker/statements/log-keys.ts');
  const [origin = '', size] = head.split('\n');
  return signHead(app.deps.keyring, origin, { size: Number(size), root: new Uint8Array(32).fill(7) });
}
