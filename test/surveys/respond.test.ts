import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { day } from '../../worker/platform/time/clock.ts';
import { endBounced } from '../../worker/signatures/end-bounced.ts';
import type { SurveyContext } from '../../worker/surveys/cache.ts';
import { sendKeyOf } from '../../worker/surveys/carry/send-key.ts';
import { openAnswers } from '../../worker/surveys/sealing.ts';
import { findResponse } from '../../worker/surveys/store.ts';
import { aWednesday, type TestApp, testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';
import { openSurvey } from '../support/surveys.ts';
import {
  allAnswers,
  answerCounts,
  confirmedResponse,
  expectAnswersBalance,
  respondAs,
  responseOf,
  rowOf,
} from './support.ts';

let app: TestApp;
let context: SurveyContext;

beforeEach(async () => {
  app = testApp();
  await stopEarlierDigests(env.DB);
  context = await openSurvey(app, { closesOn: '2026-12-31', retentionDays: 10 });
});

const later = (days: number) => new Date(aWednesday.getTime() + days * day);

test('a response is stored with one mail, its answers sealed, and counts nothing yet', async () => {
  const { id } = await responseOf(app, context);
  const row = await rowOf(id);
  expect(row).toMatchObject({
    state: 'unconfirmed',
    mails: 1,
    words_state: null,
    version: context.survey.version,
  });
  expect(JSON.stringify(row)).not.toContain('officer');
  const response = await findResponse(env.DB, id);
  expect(await openAnswers(app.deps.keyring, response!)).toEqual({ answers: allAnswers, shareWords: false });
  expect(await answerCounts(context)).toEqual([]);
});

test('its answers open under its own id only', async () => {
  const [one, other] = [await responseOf(app, context), await responseOf(app, context)];
  const response = await findResponse(env.DB, one.id);
  await expect(openAnswers(app.deps.keyring, { ...response!, id: other.id })).rejects.toThrow();
});

test('a form that is sent twice is one response, and another answer makes another one', async () => {
  const once = { formToken: 'the-same-form-of-a-test' };
  const first = await respondAs(app, context, once);
  expect(await respondAs(app, context, once)).toEqual(first);
  const second = await respondAs(app, context, { ...once, answers: { ...allAnswers, sure: 5 } });
  const third = await respondAs(app, context, { ...once, shareWords: true });
  const ids = [first, second, third].map((sent) => (sent.ok ? sent.value.id : ''));
  expect(new Set(ids).size).toBe(3);
  expect(await rowOf(ids[0]!)).toMatchObject({ mails: 1 });
});

test('two tabs that send at the same moment are one response', async () => {
  const sent = await Promise.all(
    [1, 2, 3].map(() => respondAs(app, context, { formToken: 'two-tabs-of-a-test' })),
  );
  expect(new Set(sent.map((one) => (one.ok ? one.value.id : ''))).size).toBe(1);
});

test('a confirmed response counts each answer once, by district too', async () => {
  await confirmedResponse(app, context);
  await confirmedResponse(app, context, {
    person: { given_name: 'Ben', email: `ben@${context.action.slug}.example`, zip: '90210' },
    answers: { fund: 'no', sure: 2 },
  });
  const counts = await answerCounts(context);
  expect(counts).toEqual(
    expect.arrayContaining([
      'fund yes 1',
      'fund no 1',
      'fund@1 yes 1',
      'fund@outside no 1',
      'how fee 1',
      'how tax 1',
      'sure 4 1 (4)',
      'sure 2 1 (2)',
      'sure@1  1 (4)',
      'budget.parks 30 1 (30)',
      'budget.parks~today cut 1',
      'budget.training~today raised 1',
      'order.second 1 1 (1)',
      'fund~suggestion kept 1',
      'fund~suggestion changed 1',
      'fund~answered  2',
      'own~answered  1',
    ]),
  );
  expect(counts.join()).not.toContain('officer');
  await expectAnswersBalance(context);
});

test('who answers twice counts once, with what was confirmed first', async () => {
  const first = await confirmedResponse(app, context);
  const second = await responseOf(app, context, { answers: { fund: 'no' } });
  await app.post(second.confirm, {});
  expect(await rowOf(first.id)).toMatchObject({ state: 'confirmed' });
  expect(await rowOf(second.id)).toMatchObject({ state: 'duplicate' });
  expect(await answerCounts(context)).toContain('fund yes 1');
  expect((await answerCounts(context)).join()).not.toContain('fund no');
  await expectAnswersBalance(context);
});

test('words wait to be read where their owner shares them, and where there are any', async () => {
  const state = async (sent: Parameters<typeof responseOf>[2]) => {
    const row = await rowOf((await responseOf(app, context, sent)).id);
    return [row?.words_state, row?.words_at];
  };
  expect(await state({ shareWords: true })).toEqual(['waiting', aWednesday.getTime()]);
  expect(await state({ shareWords: false })).toEqual([null, null]);
  expect(await state({ shareWords: true, answers: { fund: 'no' } })).toEqual([null, null]);
});

test('its way to the survey of the city is counted by a key of the form, and of this survey alone', async () => {
  const { id } = await responseOf(app, context, { formToken: 'a-form-of-a-test-again' });
  const key = await sendKeyOf(app.deps.keyring, context.action.id, 'a-form-of-a-test-again');
  expect(key).toMatch(/^[0-9a-f]{32}$/);
  expect((await rowOf(id))?.send_key).toEqual([
    ...Uint8Array.from(key.match(/../g)!, (byte) => Number.parseInt(byte, 16)),
  ]);
  expect(await sendKeyOf(app.deps.keyring, context.action.id + 1, 'a-form-of-a-test-again')).not.toBe(key);
});

test('a closed survey takes no response', async () => {
  app.setNow('2027-01-01T15:00:00Z');
  expect(await respondAs(app, context)).toEqual({ ok: false, error: { reason: 'not-open' } });
});

test('a ZIP that leaves the district open takes the one that is said, and refuses one that is elsewhere', async () => {
  const { id } = await responseOf(app, context, { person: { zip: '28205', district: '2' } });
  expect(await rowOf(id)).toMatchObject({ place: '2' });
  const wrong = await respondAs(app, context, { person: { zip: '28205', district: '9' } });
  expect(wrong).toMatchObject({
    ok: false,
    error: { reason: 'wrong-fields', errors: [{ field: 'district' }] },
  });
});

test('a corrected place takes its answers along', async () => {
  const { mine } = await confirmedResponse(app, context);
  await app.post(`${mine}/correct`, { given_name: 'Ana', zip: '90210' });
  const counts = await answerCounts(context);
  expect(counts).toContain('fund@outside yes 1');
  expect(counts.filter((line) => line.includes('@1'))).toEqual([]);
  await expectAnswersBalance(context);
});

test.each(['withdraw', 'erase'])('%s ends the response, and what it counted', async (act) => {
  const { id, mine } = await confirmedResponse(app, context, { shareWords: true });
  await app.post(`${mine}/${act}`, {});
  expect(await answerCounts(context)).toEqual([]);
  const row = await rowOf(id);
  expect(row?.state).toBe('withdrawn');
  expect(row?.sealed === null).toBe(act === 'erase');
  if (act === 'erase') expect(row).toMatchObject({ words_state: null, words_at: null });
  await expectAnswersBalance(context);
});

test('at the end of retention the answers are erased and their counts stay', async () => {
  const { id } = await confirmedResponse(app, context, { shareWords: true });
  const waiting = await responseOf(app, context, { person: { given_name: 'Eve' } });
  const before = await answerCounts(context);
  for (const day of ['01', '12', '20']) await app.cron(`2027-01-${day}T15:00:00Z`);
  expect(await rowOf(id)).toMatchObject({ state: 'confirmed', erased: 1, sealed: null, words_state: null });
  expect(await rowOf(waiting.id)).toMatchObject({ state: 'invalidated', erased: 1, sealed: null });
  expect(await answerCounts(context)).toEqual(before);
  await expectAnswersBalance(context);
});

test('a response that nobody confirms is erased after thirty days', async () => {
  const { id } = await responseOf(app, context);
  for (const days of [3, 8, 31]) await app.cron(later(days));
  expect(await rowOf(id)).toMatchObject({ state: 'invalidated', erased: 1, sealed: null });
});

test('a response whose mail came back ends, counts nothing, and is erased after thirty days', async () => {
  const { id, confirm } = await responseOf(app, context, { shareWords: true });
  await endBounced(app.deps, id, later(1));
  expect(await rowOf(id)).toMatchObject({ state: 'invalidated', erased: 0 });
  expect((await app.post(confirm, {})).status).toBe(409);
  expect(await answerCounts(context)).toEqual([]);
  await app.cron(later(31));
  expect(await rowOf(id)).toMatchObject({ state: 'invalidated', erased: 1, sealed: null, words_state: null });
});
