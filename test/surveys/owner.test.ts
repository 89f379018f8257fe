import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { rawOfAnswers } from '../../worker/surveys/answer-rules.ts';
import type { SurveyContext } from '../../worker/surveys/cache.ts';
import type { Answers } from '../../worker/surveys/rules.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { openSurvey } from '../support/surveys.ts';
import { allAnswers, answerCounts, expectAnswersBalance, responseOf } from './support.ts';

let app: TestApp;
let context: SurveyContext;

beforeEach(async () => {
  app = testApp();
  context = await openSurvey(app);
});

const textOf = async (path: string) => (await app.request(path)).text();
const shownFor = (html: string, path: string) =>
  new RegExp(`action="${path}"[^>]*><input type="hidden" name="shown" value="([^"]+)"`).exec(html)?.[1] ?? '';

test('the confirm page shows every answer, and whether the committee may read the own words', async () => {
  const { confirm } = await responseOf(app, context, { shareWords: true });
  const html = await textOf(confirm);
  for (const said of [
    'Should it be funded?',
    'yes',
    'In which order?',
    'How sure are you?',
    'Please teach every officer.',
    'You let the committee read them, without your name.',
  ]) {
    expect(html, said).toContain(said);
  }
  expect(await textOf(`${confirm}?lang=es`)).toContain('Lo que usted respondió');
});

test('a press that saw other answers than there are by now counts nothing, and shows those', async () => {
  const { confirm, mine } = await responseOf(app, context);
  const shown = shownFor(await textOf(confirm), confirm);
  const body = new URLSearchParams({ survey_version: context.survey.version });
  const answers = { ...allAnswers, own: 'Something else.' } as Answers;
  for (const [field, values] of Object.entries(rawOfAnswers(context.survey, answers))) {
    for (const value of values) body.append(field, value);
  }
  const saved = await app.request(`${mine}/answers`, { method: 'POST', body });
  expect(saved.status).toBe(303);
  const refused = await app.post(confirm, { shown });
  const html = await refused.text();
  expect(refused.status).toBe(409);
  expect(html).toContain('Something else.');
  expect(await answerCounts(context)).toEqual([]);
  expect((await app.post(confirm, { shown: shownFor(html, confirm) })).status).toBe(303);
  await expectAnswersBalance(context);
});

test('its owner changes the answers before they count, and comes back to what counts then', async () => {
  const { confirm } = await responseOf(app, context, { answers: { fund: 'no' } });
  const page = await textOf(`${confirm}/answers`);
  expect(page).toContain('Nothing counts yet.');
  expect(page).toContain(`action="${confirm}/answers"`);
  const send = (fields: [string, string][]) =>
    app.request(`${confirm}/answers`, {
      method: 'POST',
      body: new URLSearchParams([['survey_version', context.survey.version], ...fields]),
    });
  const refused = await send([['answer.own', 'Mine']]);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Mine');
  const saved = await send([
    ['answer.fund', 'yes'],
    ['answer.own', 'Mine'],
  ]);
  expect([saved.status, saved.headers.get('location')]).toEqual([303, confirm]);
  const html = await textOf(confirm);
  expect(html).toContain('Mine');
  await app.post(confirm, { shown: shownFor(html, confirm) });
  expect(await answerCounts(context)).toContain('fund yes 1');
  expect((await answerCounts(context)).join()).not.toContain('fund no');
  await expectAnswersBalance(context);
  expect((await send([['answer.fund', 'no']])).headers.get('location')).toBe(confirm);
  expect(await answerCounts(context)).toContain('fund yes 1');
});

test('of five planted responses and one’s own, only the one that is chosen from the list counts', async () => {
  const planted = [];
  for (let n = 0; n < 5; n += 1) {
    planted.push(
      await responseOf(app, context, {
        answers: { fund: 'no', own: `Close the shelter ${n}` },
        shareWords: true,
        person: { keep_informed: 'yes', source: 'poster' },
      }),
    );
  }
  const own = await responseOf(app, context, { answers: { fund: 'yes', own: 'Open the shelter' } });
  const html = await textOf(planted[4]!.confirm);
  expect(html).toContain('<h1>Which one is yours?</h1>');
  for (const words of ['Close the shelter 0', 'Close the shelter 4', 'Open the shelter']) {
    expect(html).toContain(words);
  }
  const pressed = await app.post(own.confirm, { shown: shownFor(html, own.confirm) });
  expect(pressed.headers.get('location')).toBe(`/surveys/${context.action.slug}/thank-you`);
  expect(await answerCounts(context)).toContain('fund yes 1');
  expect((await answerCounts(context)).join()).not.toContain('fund no');
  const { results } = await env.DB.prepare(
    "SELECT signature_id AS id FROM responses JOIN signatures ON id = signature_id WHERE words_state = 'waiting' AND state = 'confirmed'",
  ).all();
  expect(results).toEqual([]);
  await expectAnswersBalance(context);
});
