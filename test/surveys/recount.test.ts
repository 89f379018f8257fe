import { env } from 'cloudflare:workers';
import { beforeEach, expect, test, vi } from 'vitest';
import { day } from '../../worker/platform/time/clock.ts';
import { differencesIn, recountDue } from '../../worker/signatures/recount.ts';
import type { SurveyContext } from '../../worker/surveys/cache.ts';
import { recountAnswers } from '../../worker/surveys/recount-store.ts';
import { aWednesday, type TestApp, testApp } from '../support/app.ts';
import { openSurvey } from '../support/surveys.ts';
import { confirmedResponse, responseOf } from './support.ts';

let app: TestApp;
let context: SurveyContext;

beforeEach(async () => {
  app = testApp();
  context = await openSurvey(app, { closesOn: '2026-12-31', retentionDays: 5 });
  const person = (name: string) => ({ given_name: name, email: `${name}@${context.action.slug}.example` });
  await confirmedResponse(app, context, { person: person('ana') });
  await confirmedResponse(app, context, { person: person('ben'), answers: { fund: 'no', sure: 2 } });
  await responseOf(app, context, { person: person('cem') });
  const { mine } = await confirmedResponse(app, context, { person: person('dia') });
  await app.post(`${mine}/erase`, {});
});

const differences = async (atOnce?: number) =>
  differencesIn(await recountAnswers(env.DB, context.action.id, atOnce));

test('the night’s recount counts the answers by their measures, and finds no difference', async () => {
  expect(await differences()).toEqual([]);
  const { rows } = await recountAnswers(env.DB, context.action.id);
  expect(rows.get('answers fund yes')).toBe(1);
  expect(rows.get('answers fund@1 no')).toBe(1);
  expect(rows.get('sum of sure@1 ')).toBe(6);
  for (const atOnce of [1, 2, 7]) expect(await differences(atOnce)).toEqual([]);
});

test('what was erased at the end of retention is counted still', async () => {
  for (const at of ['2027-01-01', '2027-01-09']) await app.cron(`${at}T12:00:00Z`);
  const { rows } = await recountAnswers(env.DB, context.action.id);
  expect(rows.get('answers fund yes')).toBe(1);
  expect(await differences()).toEqual([]);
});

test.each([
  [
    "UPDATE answer_counts SET n = n + 1 WHERE question = 'fund' AND key = 'yes' AND place = ''",
    ['answers fund yes: kept 2, counted 1'],
  ],
  [
    "UPDATE answer_counts SET total = total - 1 WHERE question = 'sure' AND key = '2'",
    ['sum of sure 2: kept 1, counted 2'],
  ],
  [
    "DELETE FROM answer_counts WHERE question = 'where' AND place = '1'",
    ['answers where@1 1: kept 0, counted 1'],
  ],
])('a difference made by "%s" is told of and not put right', async (sql, told) => {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => {});
  await env.DB.prepare(`${sql} AND action_id = ?`).bind(context.action.id).run();
  expect(await differences()).toEqual(told);
  await recountDue({ db: env.DB }, new Date(aWednesday.getTime() + 2 * day), [recountAnswers]);
  const lines = spy.mock.calls.map(([line]) => JSON.parse(line));
  expect(lines).toContainEqual(
    expect.objectContaining({ event: 'recount-differs', action: context.action.id }),
  );
  spy.mockRestore();
  expect(await differences()).toEqual(told);
});
