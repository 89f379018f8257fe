import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { countView } from '../../worker/coalition/count-view.ts';
import { turnSwitch } from '../../worker/platform/switches.ts';
import { minute } from '../../worker/platform/time/clock.ts';
import { aWednesday, type TestApp, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { watchDb } from '../support/watched-db.ts';

let context: ActionContext;
let app: TestApp;
let page = '';

beforeEach(async () => {
  context = await openPetition(env.DB);
  app = testApp();
  page = `/petitions/${context.action.slug}`;
});
afterEach(() => vi.restoreAllMocks());

async function views(): Promise<Record<string, number>> {
  const { results } = await env.DB.prepare(
    `SELECT source || ' ' || day AS line, n FROM source_views WHERE action_id = ? ORDER BY line`,
  )
    .bind(context.action.id)
    .all<{ line: string; n: number }>();
  return Object.fromEntries(results.map(({ line, n }) => [line, n]));
}

test('a page that is opened by a known source counts for it, day by day', async () => {
  await app.request(`${page}?source=poster`);
  await app.request(`${page}?source=Poster&lang=es`);
  app.setNow('2026-11-26T23:59:59Z');
  await app.request(`${page}?source=poster`);
  await app.afterAnswers();
  expect(await views()).toEqual({ 'poster 2026-11-25': 2, 'poster 2026-11-26': 1 });
});

test('a page without a source, with one that nobody knows, or asked for its head only counts for nobody', async () => {
  for (const query of ['', '?source=', '?source=direct', '?source=other', '?source=never-heard-of']) {
    await app.request(page + query);
  }
  await app.request(`${page}?source=poster`, { method: 'HEAD' });
  await app.request(`/petitions/no-such-one?source=poster`);
  await app.afterAnswers();
  expect(await views()).toEqual({});
});

test('while nothing may be stored, nothing is counted', async () => {
  await turnSwitch(env.DB, { name: 'read-only', isOn: true }, aWednesday);
  await app.request(`${page}?source=poster`);
  await turnSwitch(env.DB, { name: 'read-only', isOn: false }, aWednesday);
  await app.afterAnswers();
  expect(await views()).toEqual({});
});

test('views that are gathered are one write, however many they are, and a page that is remembered asks the database nothing', async () => {
  const said: string[] = [];
  const db = watchDb({
    call(work, statements) {
      said.push(...statements.map(({ sql }) => sql));
      return work();
    },
  });
  app = testApp({ rememberFor: 200 }, { db });
  await app.request(`${page}?source=poster`);
  said.length = 0;
  for (let n = 0; n < 50; n += 1) await app.request(`${page}?source=poster`);
  expect(said).toEqual([]);
  await app.afterAnswers();
  expect(said.map((sql) => sql.trim().split(/\s+/).slice(0, 3).join(' '))).toEqual([
    'INSERT INTO source_views',
  ]);
  expect(await views()).toEqual({ 'poster 2026-11-25': 51 });
});

const view = (source: string) => ({ actionId: context.action.id, source, now: app.now() });

test('at most five hundred kinds of views are counted separately between two writes', async () => {
  const work: Promise<void>[] = [];
  for (let n = 0; n < 600; n += 1) countView(app.deps, view(`s${n}`), (round) => work.push(round));
  countView(app.deps, view('s0'), (round) => work.push(round));
  expect(work).toHaveLength(1);
  await Promise.all(work);
  expect(Object.keys(await views())).toHaveLength(500);
  expect((await views())['s0 2026-11-25']).toBe(2);
});

test('a round that died with its request does not block the next', async () => {
  const work: Promise<void>[] = [];
  countView(app.deps, view('poster'), () => {});
  countView(app.deps, view('poster'), (round) => work.push(round));
  expect(work).toEqual([]);
  app.setNow(new Date(aWednesday.getTime() + minute));
  countView(app.deps, view('poster'), (round) => work.push(round));
  expect(work).toHaveLength(1);
});

test('views that the database cannot store are lost and logged, and no page fails', async () => {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => {});
  const db = watchDb({
    call: (work, said) =>
      said.some(({ sql }) => sql.includes('source_views')) ? Promise.reject(new Error('D1_ERROR')) : work(),
  });
  app = testApp({}, { db });
  expect((await app.request(`${page}?source=poster`)).status).toBe(200);
  await app.afterAnswers();
  expect(spy.mock.calls.map(([line]) => JSON.parse(line).event)).toEqual(['views-lost']);
  expect(await views()).toEqual({});
});
