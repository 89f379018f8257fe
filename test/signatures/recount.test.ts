import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { day, hour } from '../../worker/platform/time/clock.ts';
import { differencesIn, recountDue } from '../../worker/signatures/recount.ts';
import { countDifferent, recountSignatures } from '../../worker/signatures/recount-store.ts';
import { aWednesday, type TestApp, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { watchDb } from '../support/watched-db.ts';
import { confirmedAs, signedAs } from './support.ts';

let context: ActionContext;
let app: TestApp;
let spy: MockInstance<typeof console.error>;
const recountAt = (now: Date, db: D1Database = env.DB) => recountDue({ db }, now, [recountSignatures]);

beforeEach(async () => {
  spy = vi.spyOn(console, 'error').mockImplementation(() => {});
  app = testApp();
  context = await openPetition(env.DB, { retentionDays: 1, closesOn: '2026-12-05' });
  await recountAt(aWednesday);
});
afterEach(() => vi.restoreAllMocks());

async function found(petition = context.action.id) {
  const row = await env.DB.prepare('SELECT * FROM recounts WHERE action_id = ?')
    .bind(petition)
    .first<{ recounted_at: number; due_at: number; differences: string }>();
  return row && { at: row.recounted_at, dueAt: row.due_at, differences: JSON.parse(row.differences) };
}

const nights = (count: number) => new Date(aWednesday.getTime() + count * day);
/** Only errors about this test's petition: those of earlier tests still have wrong counts. */
const errors = () =>
  spy.mock.calls.map(([line]) => JSON.parse(line)).filter(({ action }) => action === context.action.id);

/** One signature of each state, some with the same name and ZIP. */
async function aLivelyPetition() {
  const { slug } = context.action;
  const person = (name: string, email: string) => ({
    given_name: name,
    email: `${email}@${slug}.example`,
    zip: '28202',
  });
  await confirmedAs(app, slug, person('Ana', 'a'));
  await confirmedAs(app, slug, person('Ana', 'a'));
  await confirmedAs(app, slug, person('Ana', 'b'));
  await signedAs(app, slug, person('Cem', 'c'));
  const dia = await confirmedAs(app, slug, person('Dia', 'd'));
  const eli = await confirmedAs(app, slug, person('Eli', 'e'));
  app.setNow(nights(8));
  await app.post(`${dia.mine}/withdraw`, {});
  await app.post(`${eli.mine}/erase`, {});
}

test('after normal life there is no difference, and health knows of none', async () => {
  await aLivelyPetition();
  await recountAt(nights(9));
  expect(await found()).toMatchObject({ at: nights(9).getTime(), differences: [] });
  expect(await countDifferent(env.DB)).toBe(0);
  expect(errors()).toEqual([]);
});

test('after the end of retention there is still none', async () => {
  await aLivelyPetition();
  await app.cron(nights(14));
  await recountAt(nights(15));
  expect(await found()).toMatchObject({ at: nights(15).getTime(), differences: [] });
  const { rows } = await recountSignatures(env.DB, context.action.id);
  expect(rows.get('possible ')).toBe(1);
});

test.each([
  [
    "UPDATE signature_counts SET n = n + 1 WHERE kind = 'state' AND key = 'confirmed'",
    ['state confirmed: kept 3, counted 2'],
  ],
  ["UPDATE signature_counts SET n = n - 1 WHERE kind = 'possible'", ['possible : kept 0, counted 1']],
  ["DELETE FROM signature_counts WHERE kind = 'day'", ['day 2026-11-25: kept 0, counted 2']],
  [
    "UPDATE signature_changes SET n = n + 5 WHERE kind = 'place' AND week = '2026-W48'",
    ['place 1: kept 7, counted 2', 'place 1: changes add up to 7, counted 2'],
  ],
  [
    "DELETE FROM signature_changes WHERE kind = 'state' AND key = 'withdrawn'",
    ['state withdrawn: changes add up to 0, counted 2'],
  ],
  ["UPDATE signature_counts SET n = n - 1 WHERE kind = 'received'", ['received direct: kept 5, counted 6']],
  [
    "UPDATE signature_counts SET kind = 'overlap', key = 'direct poster' WHERE kind = 'received'",
    ['overlap direct poster: kept 6, counted 0', 'received direct: kept 0, counted 6'],
  ],
])('a difference made by "%s" is reported and not put right', async (sql, differences) => {
  await aLivelyPetition();
  await env.DB.prepare(`${sql} AND action_id = ?`).bind(context.action.id).run();
  const before = await env.DB.prepare('SELECT * FROM signature_counts').all();
  await recountAt(nights(9));
  expect((await found())?.differences).toEqual(differences.length > 0 ? differences : undefined);
  expect(errors()).toMatchObject([{ level: 'error', event: 'recount-differs', action: context.action.id }]);
  expect((await env.DB.prepare('SELECT * FROM signature_counts').all()).results).toEqual(before.results);
  const health = await (await app.request('/health')).json();
  expect(health).toMatchObject({
    ok: true,
    degraded: expect.arrayContaining([
      expect.stringMatching(
        new RegExp(
          `^kept counts of ${context.action.slug} differ .* recount of 20[\\dT:.-]+Z: [a-z, ]+\\. What to do: docs/deploying.md`,
        ),
      ),
    ]),
  });
  await env.DB.prepare("UPDATE recounts SET differences = '[]'").run();
});

test('each petition is recounted once a night, after three in its own city, however often and late cron comes', async () => {
  const threeInNewYork = new Date('2026-11-26T08:00:00Z');
  await recountAt(new Date(threeInNewYork.getTime() - 1));
  expect(await found()).toMatchObject({ at: aWednesday.getTime(), dueAt: threeInNewYork.getTime() });
  await Promise.all([recountAt(threeInNewYork), recountAt(threeInNewYork)]);
  await recountAt(new Date(threeInNewYork.getTime() + 20 * hour));
  expect(await found()).toMatchObject({
    at: threeInNewYork.getTime(),
    dueAt: threeInNewYork.getTime() + 24 * hour,
  });
  await recountAt(nights(21));
  expect((await found())?.at).toBe(nights(21).getTime());
});

test('a petition that cannot be counted does not hold up the others, and is taken up by the next run', async () => {
  const other = await openPetition(env.DB);
  let isDown = true;
  const db = watchDb({
    call: (work, said) =>
      isDown && said.some(({ values }) => said.length > 1 && values[0] === context.action.id)
        ? Promise.reject(new Error('D1_ERROR: Network connection lost.'))
        : work(),
  });
  await expect(recountAt(nights(1), db)).rejects.toThrow('could not be recounted');
  expect((await found())?.at).toBe(aWednesday.getTime());
  expect((await found(other.action.id))?.at).toBe(nights(1).getTime());
  isDown = false;
  await recountAt(nights(1), db);
  expect((await found())?.at).toBe(nights(1).getTime());
});

test('the result does not depend on the size of the steps', async () => {
  await aLivelyPetition();
  const whole = await recountSignatures(env.DB, context.action.id);
  for (const atOnce of [1, 2, 7]) {
    expect(await recountSignatures(env.DB, context.action.id, atOnce)).toEqual(whole);
  }
  expect(differencesIn(whole)).toEqual([]);
  expect(whole.rows.get('state confirmed')).toBe(2);
});

test('if a signature moves to another source, everything that is counted by source moves too', async () => {
  await aLivelyPetition();
  await env.DB.prepare("UPDATE signatures SET source = 'poster' WHERE counted_by IS NULL AND action_id = ?")
    .bind(context.action.id)
    .run();
  await recountAt(nights(9));
  expect((await found())?.differences ?? []).toEqual([]);
});
