import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCommand } from '../commands/run-command.ts';
import { site } from '../support/address.ts';
import { mondayMorning } from '../support/calendar.ts';
import { openOwnKit } from '../support/own-kit.ts';
import { cron, freshEmail, signAndConfirm } from '../support/visitor.ts';

/* Somebody edits the database of a running site. Whoever has only its addresses finds it. */

const run = (sql: string, ...values: unknown[]) =>
  site.db
    .prepare(sql)
    .bind(...values)
    .run();
const first = <Value>(sql: string, column: string, ...values: unknown[]) =>
  site.db
    .prepare(sql)
    .bind(...values)
    .first<Value>(column);

let petition = '';
let id = 0;
let trigger = '';

beforeAll(async () => {
  ({ petition } = await openOwnKit('by-hand'));
  for (const name of ['ana', 'ben', 'cruz']) {
    await signAndConfirm(petition, { given_name: name, email: freshEmail(name), zip: '28202' });
  }
  const now = new Date();
  await cron(mondayMorning(now, 1));
  await cron(mondayMorning(now, 2));
  id = (await first<number>('SELECT id FROM actions WHERE slug = ?', 'id', petition)) ?? 0;
  const named = "SELECT sql FROM sqlite_master WHERE name = 'statements_are_not_changed'";
  trigger = (await first<string>(named, 'sql')) ?? '';
});

afterAll(async () => {
  if ((await first<number>(`SELECT count(*) AS n FROM sqlite_master WHERE sql = ?`, 'n', trigger)) === 0)
    await run(trigger);
});

/** What `npm run verify -- --site URL` says of this petition and of the log. Other files edit their own petitions. */
async function verify() {
  const { lines, stopped } = startCommand('verify', {}, ['--site', site.url, '--details']);
  const code = await stopped;
  const told = lines().filter((line) => line.includes(petition) || line.includes('of the log lead'));
  return { code, problems: told.filter((line) => line.startsWith('Not so')), checked: told.length };
}

const confirmed = "action_id = ? AND kind = 'state' AND key = 'confirmed'";
type Edit = { what: string; edit: () => Promise<() => Promise<unknown>>; problem: RegExp };
const edits: Edit[] = [
  {
    what: 'a count',
    async edit() {
      await run(`UPDATE signature_counts SET n = n + 5 WHERE ${confirmed}`, id);
      return () => run(`UPDATE signature_counts SET n = n - 5 WHERE ${confirmed}`, id);
    },
    problem: /the numbers that the site shows now add up/,
  },
  {
    what: 'a leaf',
    async edit() {
      const of = 'tree_tiles WHERE tree = ? AND level = -1';
      const hex = (await first<string>(`SELECT hex(bytes) AS hex FROM ${of}`, 'hex', id)) ?? '';
      const set = (to: string) =>
        run('UPDATE tree_tiles SET bytes = unhex(?2) WHERE tree = ?1 AND level = -1', id, to);
      await set(`${hex.slice(0, 12)}${hex.slice(12, 14) === '00' ? '01' : '00'}${hex.slice(14)}`);
      return () => set(hex);
    },
    problem: /leaves of its member tree lead to its root/,
  },
  {
    what: 'a text',
    async edit() {
      const of = 'action_texts WHERE action_id = ? AND version = 1';
      const title = await first<string>(`SELECT title FROM ${of}`, 'title', id);
      const set = (to: string | null) =>
        run('UPDATE action_texts SET title = ?2 WHERE action_id = ?1 AND version = 1', id, to);
      await set(JSON.stringify({ ...JSON.parse(title ?? '{}'), en: 'Something that nobody signed' }));
      return () => set(title);
    },
    problem: /text 1 is the one that was signed/,
  },
  {
    what: 'an old statement',
    async edit() {
      const of = 'statements WHERE action_id = ? ORDER BY week LIMIT 1';
      const index = await first<number>(`SELECT log_index FROM ${of}`, 'log_index', id);
      const entry = (await first<string>(`SELECT entry FROM ${of}`, 'entry', id)) ?? '';
      const set = async (to: string) => {
        await run('DROP TRIGGER statements_are_not_changed');
        await run('UPDATE statements SET entry = ?2 WHERE log_index = ?1', index, to);
        await run(trigger);
      };
      // Its sums add up.
      const other = entry
        .replace('"unconfirmed":0', '"unconfirmed":3')
        .replace('"received":3', '"received":6');
      expect(other).not.toBe(entry);
      await set(other);
      return () => set(entry);
    },
    problem: /entries of the log lead to its signed root/,
  },
];

test.each(edits)(
  '$what that was edited by hand is named by npm run verify -- --site URL, and nothing once it is put back',
  async ({ edit, problem }) => {
    const putBack = await edit();
    const found = await verify().finally(putBack);
    expect(found.code).toBe(1);
    expect(found.problems.join('\n')).toMatch(problem);
    const after = await verify();
    expect(after.problems).toEqual([]);
    expect(after.checked).toBeGreaterThan(8);
  },
);
