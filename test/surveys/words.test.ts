import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import type { SurveyContext } from '../../worker/surveys/cache.ts';
import { moderate, readSharedWords } from '../../worker/surveys/moderate.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { openSurvey } from '../support/surveys.ts';
import { allAnswers, confirmedResponse, responseOf, rowOf } from './support.ts';

let app: TestApp;
let context: SurveyContext;

beforeEach(async () => {
  app = testApp();
  context = await openSurvey(app);
});

const own = async (states: Parameters<typeof readSharedWords>[1]) =>
  (await readSharedWords(app.deps, states)).filter(({ slug }) => slug === context.action.slug);

test('what waits to be read is of people who count and who share it', async () => {
  await confirmedResponse(app, context, { shareWords: true });
  const someone = (name: string) => ({ given_name: name, email: `${name}@${context.action.slug}.example` });
  await confirmedResponse(app, context, { person: someone('ben') });
  await responseOf(app, context, { person: someone('cem'), shareWords: true });
  const gone = await confirmedResponse(app, context, { person: someone('dia'), shareWords: true });
  await app.post(`${gone.mine}/withdraw`, {});
  const erased = await confirmedResponse(app, context, { person: someone('eli'), shareWords: true });
  await app.post(`${erased.mine}/erase`, {});
  expect(await own(['waiting'])).toEqual([
    {
      code: expect.stringMatching(/^[0-9a-f]{10}$/),
      slug: context.action.slug,
      state: 'waiting',
      at: app.now(),
      text: allAnswers.own,
    },
  ]);
});

test('words are shown or hidden by their code, and the decision can be changed', async () => {
  const { id } = await confirmedResponse(app, context, { shareWords: true });
  const [{ code } = { code: '' }] = await own(['waiting']);
  expect(await moderate(app.deps, code, 'shown')).toEqual({ ok: true, value: undefined });
  expect(await rowOf(id)).toMatchObject({ words_state: 'shown' });
  expect(await own(['waiting'])).toEqual([]);
  await moderate(app.deps, code, 'hidden');
  expect((await own(['shown', 'hidden'])).map(({ state }) => state)).toEqual(['hidden']);
});

test('a code names exactly the words that were read, and is invalid once they change', async () => {
  const { id, mine } = await confirmedResponse(app, context, { shareWords: true });
  const [{ code } = { code: '' }] = await own(['waiting']);
  const changed = {
    survey_version: context.survey.version,
    'answer.fund': 'no',
    'answer.own': 'Worse.',
    share_words: 'yes',
  };
  expect((await app.post(`${mine}/answers`, changed)).status).toBe(303);
  expect(await moderate(app.deps, code, 'shown')).toEqual({ ok: false, error: { reason: 'no-such-words' } });
  expect(await rowOf(id)).toMatchObject({ words_state: 'waiting' });
  expect((await own(['waiting']))[0]?.text).toBe('Worse.');
});

test('words that nobody shares cannot be shown', async () => {
  const { id } = await confirmedResponse(app, context);
  const stamp = await env.DB.prepare(
    'SELECT lower(hex(substr(sealed, -16))) AS stamp FROM responses WHERE signature_id = ?',
  )
    .bind(id)
    .first<string>('stamp');
  expect((await moderate(app.deps, stamp!.slice(0, 10), 'shown')).ok).toBe(false);
  expect(await rowOf(id)).toMatchObject({ words_state: null });
});
