import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { shippedHouse } from '../../worker/main/features.ts';
import { findDifferences } from '../../worker/signatures/recount.ts';
import { pathOfLink } from '../signatures/support.ts';
import { testApp } from '../support/app.ts';
import firstDatabase from '../support/first-database.sql?raw';

/** These exist since a deployment could first hold data. They never change; later changes are new files. */
const first = [
  '0001_platform.sql',
  '0002_places_councils_campaigns.sql',
  '0003_actions_signatures.sql',
  '0004_surveys.sql',
  '0005_coalition_webhooks_embeds.sql',
  '0006_digests.sql',
];
const sql = (statement: string) => env.DB.prepare(statement);

async function schema() {
  const { results } = await sql(
    "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY type, name",
  ).all();
  return results;
}

type Counts = Record<string, number>;

async function rowsByTable(): Promise<Counts> {
  const tables = [
    ...new Set([...firstDatabase.matchAll(/^INSERT INTO (\w+)/gm)].map(([, name]) => name ?? '')),
  ];
  const counts = await env.DB.batch<{ n: number }>(
    tables.map((name) => sql(`SELECT count(*) AS n FROM ${name}`)),
  );
  return Object.fromEntries(tables.map((name, index) => [name, counts[index]?.results[0]?.n ?? 0]));
}

let newest: unknown[] = [];
let before: Counts = {};

beforeAll(async () => {
  newest = await schema();
  await reset();
  await applyD1Migrations(
    env.DB,
    env.TEST_MIGRATIONS.filter(({ name }) => first.includes(name)),
  );
  const statements = firstDatabase.split('\n').filter((line) => /^(INSERT|UPDATE) /.test(line));
  await env.DB.batch(statements.map(sql));
  before = await rowsByTable();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});

test('the first migrations are still there, and all others come after them', () => {
  expect(env.TEST_MIGRATIONS.map(({ name }) => name).slice(0, first.length)).toEqual(first);
});

test('a database of the first migrations ends with the tables of a new one', async () => {
  expect(await schema()).toEqual(newest);
});

test('every row is still there, every reference holds, and every count is that of the rows', async () => {
  expect(before).toMatchObject({ signatures: 3, responses: 1, action_texts: 3 });
  expect(await rowsByTable()).toEqual(before);
  expect((await sql('PRAGMA foreign_key_check').all()).results).toEqual([]);
  const { results } = await sql('SELECT id FROM actions ORDER BY id').all<{ id: number }>();
  for (const { id } of results) {
    expect(await findDifferences(env.DB, id, shippedHouse.recounts)).toEqual([]);
  }
});

test('what was signed and answered is shown, counted, opened by its owner and erased as ever', async () => {
  const app = testApp();
  const json = async (path: string) => (await app.request(path)).json();
  expect(await json('/api/v1/petitions/town-1-petition')).toMatchObject({
    counts: { received: 2, confirmed: 1, unconfirmed: 1 },
    by_source: expect.arrayContaining([expect.objectContaining({ source: 'church-form', confirmed: 1 })]),
  });
  const { results } = await sql('SELECT id, action_id FROM signatures ORDER BY action_id, state').all<{
    id: string;
  }>();
  const [ana, ben, response] = results.map(({ id }) => id) as [string, string, string];
  const pageOf = async (id: string) => `/my/${await app.deps.keyring.token('my', id)}`;
  expect(await json(`${await pageOf(ana)}/data.json`)).toMatchObject({ given_name: 'Ana', text_version: 1 });
  expect(await json(`${await pageOf(response)}/data.json`)).toMatchObject({ answers: { fund: 'yes' } });
  const confirmed = await app.post(await pathOfLink(app, 'confirm', ben), {});
  expect(confirmed.headers.get('location')).toContain('thank-you');
  await app.post(`${await pageOf(ana)}/erase`, {});
  expect(await json('/api/v1/petitions/town-1-petition')).toMatchObject({
    counts: { received: 2, confirmed: 1, withdrawn: 1 },
  });
});
