import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDueDigests } from '../../worker/digests/make-digests.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { findDifferences, recountDue } from '../../worker/signatures/recount.ts';
import { recountStatements } from '../../worker/statements/recount.ts';
import { campaignOfAugust, historyOf } from '../digests/history.ts';
import { digestMaking } from '../digests/stored.ts';
import { testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';

const db = env.DB;
const run = (sql: string, ...values: unknown[]) =>
  db
    .prepare(sql)
    .bind(...values)
    .run();
let action = { id: 0, slug: '' };
const app = testApp();
let nights = 0;

/** What /health tells of a difference after the recount of the next night. */
async function toldByHealth(): Promise<string | null> {
  nights += 1;
  const night = new Date(Date.parse('2026-09-20T08:00:00Z') + nights * 86_400_000);
  // As the schedule runs it.
  await recountDue({ db }, night, shippedHouse.recounts);
  const health = (await (await app.request('/health')).json()) as { degraded: string[] };
  return health.degraded.find((text) => text.startsWith(`kept counts of ${action.slug} differ`)) ?? null;
}

const differences = () => findDifferences(db, action.id, [recountStatements]);

beforeAll(async () => {
  await stopEarlierDigests(db);
  ({ action } = await campaignOfAugust());
  const { sign, become } = historyOf(action);
  const first = await sign('2026-09-02T12:00:00Z');
  for (let n = 0; n < 4; n += 1) await sign('2026-09-02T12:00:00Z');
  await makeDueDigests(digestMaking(), new Date('2026-09-07T11:00:00Z'));
  await become(first, 'withdrawn', '2026-09-08T12:00:00Z');
  await makeDueDigests(digestMaking(), new Date('2026-09-14T11:00:00Z'));
  await sign('2026-09-15T12:00:00Z');
});

/** Other files' actions are in the same database: this one is recounted alone. */
beforeAll(async () => {
  await run(
    `INSERT INTO recounts (action_id, recounted_at, due_at, differences)
    SELECT id, 0, 9000000000000000, '[]' FROM actions WHERE id <> ?1
    ON CONFLICT (action_id) DO UPDATE SET due_at = excluded.due_at, differences = '[]'`,
    action.id,
  );
});

afterAll(() => stopEarlierDigests(db));

test('what nobody edited agrees', async () => {
  expect(await differences()).toEqual([]);
  expect(await toldByHealth()).toBeNull();
});

test('what other parts of a digest tell of a petition does not count against its statement', async () => {
  const lines = 'committee_id = (SELECT committee_id FROM actions WHERE id = ?1)';
  const add = (section: string) =>
    run(
      `INSERT INTO digest_lines SELECT committee_id, week, ?2, slug, state, 0, 0, 0, mailed
       FROM digest_lines WHERE ${lines} AND section = 'petitions'`,
      action.id,
      section,
    );
  await run('CREATE TABLE kept_lines AS SELECT * FROM digest_lines');
  // Before the petitions in the order of the key, as the samples of a survey are; and after it.
  for (const section of ['answers', 'samples']) await add(section);
  expect(await differences()).toEqual([]);
  // A petition that has closed has no line of its own any more.
  await run(`DELETE FROM digest_lines WHERE ${lines} AND section = 'petitions'`, action.id);
  expect(await differences()).toEqual([]);
  await run(`DELETE FROM digest_lines WHERE ${lines}`, action.id);
  expect(await differences()).toEqual(['statements: kept 2, counted 0']);
  await run('INSERT INTO digest_lines SELECT * FROM kept_lines WHERE true ON CONFLICT DO NOTHING');
  await run('DROP TABLE kept_lines');
  expect(await differences()).toEqual([]);
});

const statement = "statements WHERE action_id = ?1 AND week = '2026-W36'";
const edits: [what: string, edit: string][] = [
  [
    'a leaf',
    "UPDATE tree_tiles SET bytes = CAST(substr(bytes, 1, 40) || x'00' || substr(bytes, 42) AS BLOB) WHERE tree = ?1 AND level = -1",
  ],
  ['a hash', 'UPDATE tree_tiles SET bytes = zeroblob(192) WHERE tree = ?1 AND level = 0'],
  [
    'a count',
    "UPDATE signature_counts SET n = n + 1 WHERE action_id = ?1 AND kind = 'state' AND key = 'confirmed'",
  ],
  ['a text', "UPDATE action_texts SET body = json_set(body, '$.en', 'Something else') WHERE action_id = ?1"],
  [
    'what a digest told',
    'UPDATE digest_lines SET confirmed = 9 WHERE slug = (SELECT slug FROM actions WHERE id = ?1)',
  ],
];

test.each(edits)(
  '%s that was edited by hand is found, and told by /health after the night',
  async (_what, edit) => {
    const tables = ['tree_tiles', 'signature_counts', 'action_texts', 'digest_lines'];
    const table = tables.find((name) => edit.startsWith(`UPDATE ${name} `)) ?? '';
    await run(`CREATE TABLE kept_rows AS SELECT * FROM ${table}`);
    await run(edit, action.id);
    const found = await differences();
    const isTold = (await toldByHealth()) !== null;
    await putBack(table);
    expect(found).not.toEqual([]);
    expect(isTold).toBe(true);
    expect(await differences()).toEqual([]);
    expect(await toldByHealth()).toBeNull();
  },
);

async function putBack(table: string): Promise<void> {
  const { results } = await db.prepare('SELECT * FROM kept_rows').all<Record<string, unknown>>();
  const columns = Object.keys(results[0] ?? {});
  await db.batch([
    db.prepare(`INSERT OR REPLACE INTO ${table} (${columns.join()}) SELECT ${columns.join()} FROM kept_rows`),
    db.prepare('DROP TABLE kept_rows'),
  ]);
}

test('an old statement that was edited by hand is found, and told by /health after the night', async () => {
  await run('DROP TRIGGER statements_are_not_changed');
  const before = await db.prepare(`SELECT entry FROM ${statement}`).bind(action.id).first<string>('entry');
  await run(
    `UPDATE statements SET entry = replace(entry, '"confirmed":5', '"confirmed":6') WHERE action_id = ?1 AND week = '2026-W36'`,
    action.id,
  );
  expect(await differences()).toEqual(['statements: kept 2, counted 1']);
  expect(await toldByHealth()).toMatch(/: statements\. What to do: docs\/deploying\.md/);
  await run(`UPDATE statements SET entry = ?2 WHERE action_id = ?1 AND week = '2026-W36'`, action.id, before);
  await run(
    "CREATE TRIGGER statements_are_not_changed BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'statements are append-only'); END",
  );
  expect(await differences()).toEqual([]);
});
