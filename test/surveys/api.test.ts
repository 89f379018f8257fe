import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import type { SurveyContext } from '../../worker/surveys/cache.ts';
import { publicSurveySchema } from '../../worker/surveys/public.ts';
import { pathOfLink, rowCounts } from '../signatures/support.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { openSurvey, smallSurvey } from '../support/surveys.ts';
import { allAnswers, answerCounts, confirmedResponse, rowOf } from './support.ts';

let app: TestApp;
let context: SurveyContext;

beforeEach(async () => {
  app = testApp();
  context = await openSurvey(app);
});

const path = () => `/api/v1/surveys/${context.action.slug}`;

function send(fields: Record<string, unknown> = {}, language = '') {
  const person = { given_name: 'Ana', email: `ana@${context.action.slug}.example`, zip: '28202' };
  return app.postJson(`${path()}/responses${language}`, { ...person, answers: allAnswers, ...fields });
}

async function errorsOf(response: Response) {
  expect(response.status).toBe(422);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const { errors } = (await response.json()) as { errors: { field: string; message: string }[] };
  return errors;
}

test('a response in JSON is stored like one by the form, and waits to be confirmed', async () => {
  const sent = await send({ share_words: true });
  expect([sent.status, await sent.json()]).toEqual([202, { status: 'check-your-email' }]);
  const row = await env.DB.prepare('SELECT signature_id AS id FROM responses WHERE action_id = ?')
    .bind(context.action.id)
    .first<string>('id');
  expect(await rowOf(row!)).toMatchObject({ state: 'unconfirmed', words_state: 'waiting', mails: 1 });
  await app.post(await pathOfLink(app, 'confirm', row!), {});
  expect(await answerCounts(context)).toContain('budget.training 70 1 (70)');
});

test('the caller’s own token makes a retry the same response', async () => {
  const form_token = 'a-token-of-the-callers-own';
  for (let n = 0; n < 3; n += 1) expect((await send({ form_token })).status).toBe(202);
  const n = await env.DB.prepare('SELECT count(*) AS n FROM responses WHERE action_id = ?')
    .bind(context.action.id)
    .first<number>('n');
  expect(n).toBe(1);
  expect(await errorsOf(await send({ form_token: 'short' }))).toMatchObject([{ field: 'form_token' }]);
});

test('every field that is wrong is named, of the person and of the answers', async () => {
  const before = await rowCounts();
  const wrong = await send({
    email: 'nobody',
    zip: '',
    share_words: 'perhaps',
    answers: {
      fund: 'perhaps',
      order: ['first', 'first', 'third'],
      budget: { parks: 30, training: 60 },
      sure: 9,
      own: 'x'.repeat(200_000),
      color: 'blue',
    },
  });
  const errors = await errorsOf(wrong);
  expect(errors.map(({ field }) => field)).toEqual([
    'email',
    'zip',
    'share_words',
    'answers.fund',
    'answers.order',
    'answers.budget',
    'answers.sure',
    'answers.own',
    'answers.color',
  ]);
  const told = Object.fromEntries(errors.map(({ field, message }) => [field, message]));
  expect(told['answers.fund']).toBe('Choose one of the answers of this question');
  expect(told['answers.budget']).toContain('Assign 10 more');
  expect(told['answers.own']).toContain('Shorten it to 500');
  expect(told['answers.color']).toBe('There is no such question in this survey');
  expect(await rowCounts()).toEqual(before);
});

test('errors are worded in the language of the request', async () => {
  const errors = await errorsOf(await send({ answers: {} }, '?lang=es'));
  expect(errors).toEqual([{ field: 'answers.fund', message: 'Responda esta pregunta' }]);
});

test.each([null, 7, 'yes', [], [allAnswers]])('answers that are %j are no answers', async (answers) => {
  const fields = (await errorsOf(await send({ answers }))).map(({ field }) => field);
  expect(fields).toEqual(['answers']);
});

test('what is not asked of somebody who answers so is an error, and null is no answer', async () => {
  const errors = await errorsOf(await send({ answers: { fund: 'no', how: ['tax'] } }));
  expect(errors.map(({ field }) => field)).toEqual(['answers.how']);
  expect((await send({ answers: { fund: 'no', how: null } })).status).toBe(202);
});

test.each([
  [{ fund: {} }, 'answers.fund'],
  [{ ...allAnswers, fund: {} }, 'answers.fund'],
  [{ ...allAnswers, budget: { parks: null } }, 'answers.budget'],
  [{ ...allAnswers, own: { text: '' } }, 'answers.own'],
  [{ ...allAnswers, order: {} }, 'answers.order'],
  [{ ...allAnswers, sure: [null] }, 'answers.sure'],
])('an answer of a wrong type is named and not lost: %j', async (answers, field) => {
  const before = await rowCounts();
  const [error] = await errorsOf(await send({ answers }));
  expect(error?.field).toBe(field);
  expect(await rowCounts()).toEqual(before);
});

test.each([
  ['', 'Answer at least one question'],
  ['?lang=es', 'Responda al menos una pregunta'],
])('a response needs an answer, even if no question is required%s', async (language, message) => {
  const [section] = smallSurvey().sections;
  const questions = section!.questions.map((question) => ({ ...question, required: false }));
  context = await openSurvey(app, { survey: { sections: [{ ...section!, questions }] } });
  const before = await rowCounts();
  for (const answers of [{}, undefined, { fund: null }, { own: '  ' }]) {
    expect(await errorsOf(await send({ answers }, language))).toEqual([{ field: 'answers', message }]);
  }
  expect(await rowCounts()).toEqual(before);
});

test('of questions that there are not, a few are told, shortened', async () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`${n}`.padEnd(300, 'x'), 1]));
  const errors = await errorsOf(await send({ answers: { ...allAnswers, ...many } }));
  expect(errors.length).toBe(20);
  expect(Math.max(...errors.map(({ field }) => field.length))).toBeLessThan(80);
});

test('a name, a street and a comment that come along are not kept', async () => {
  expect((await send({ show_name: true, comment: 'Hello', street: '1 Oak St' })).status).toBe(202);
  const row = await env.DB.prepare('SELECT id, shown_name FROM signatures WHERE action_id = ?')
    .bind(context.action.id)
    .first<{ id: string; shown_name: string | null }>();
  expect(row?.shown_name).toBeNull();
  const held = await app.request(`/my/${await app.deps.keyring.token('my', row!.id)}/data.json`);
  expect(await held.json()).toMatchObject({ comment: '', street: null });
});

test('a survey that is closed, drafted, or no survey takes nothing', async () => {
  app.setNow('2027-08-01T12:00:00Z');
  expect((await send()).status).toBe(409);
  const draft = await openSurvey(app, { survey: { state: 'draft' } });
  const petition = await openPetition(env.DB);
  for (const slug of [draft.action.slug, petition.action.slug, 'nothing']) {
    expect((await app.postJson(`/api/v1/surveys/${slug}/responses`, {})).status).toBe(404);
    expect((await app.request(`/api/v1/surveys/${slug}`)).status).toBe(404);
  }
});

test('while signing is paused responses are too, and a body that is too long is refused', async () => {
  await env.DB.prepare("INSERT INTO switches (name, since) VALUES ('signing-paused', 0)").run();
  const paused = await testApp().postJson(`${path()}/responses`, {});
  await env.DB.prepare('DELETE FROM switches').run();
  expect([paused.status, paused.headers.has('retry-after')]).toEqual([503, true]);
  expect((await send({ answers: { own: 'x'.repeat(600_000) } })).status).toBe(413);
});

test('the public JSON has the questions as data, the account and the way to the city’s survey', async () => {
  await confirmedResponse(app, context);
  const response = await app.request(path());
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('cache-control')).toContain('stale-while-revalidate');
  const json = publicSurveySchema.strict().parse(await response.json());
  expect(json).toMatchObject({
    slug: context.action.slug,
    state: 'open',
    version: context.survey.version,
    counts: { received: 1, confirmed: 1, unconfirmed: 0 },
    by_district: [{ district: '1', confirmed: 1 }, { confirmed: 0 }],
    by_day: [{ day: '2026-11-25', confirmed: 1 }],
    sends: { opened: 0, reported: 0 },
  });
  const questions = json.sections.flatMap((section) => section.questions);
  expect(questions.map(({ kind }) => kind)).toEqual([
    'single',
    'multiple',
    'ranking',
    'allocation',
    'scale',
    'district',
    'long-text',
  ]);
  expect(questions[0]).toMatchObject({
    id: 'fund',
    required: true,
    show_if: null,
    suggestion: { answer: 'yes', reason: 'Because it helps.' },
    options: [{ id: 'yes' }, { id: 'no' }],
  });
  expect(questions[1]).toMatchObject({ show_if: { question: 'fund', is: ['yes'] }, at_most: 2 });
  const again = await app.request(path(), {
    headers: { 'if-none-match': response.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
});

test('what the public JSON says of a survey is enough to answer it', async () => {
  const json = publicSurveySchema.parse(await (await app.request(path())).json());
  const answers = Object.fromEntries(
    json.sections
      .flatMap(({ questions }) => questions)
      .flatMap(({ id, suggestion }) => (suggestion ? [[id, suggestion.answer]] : [])),
  );
  expect((await send({ answers })).status).toBe(202);
});

test('the document of the API describes both', async () => {
  const { paths } = (await (await app.request('/openapi.json')).json()) as { paths: Record<string, object> };
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/api/v1/surveys/{survey}', '/api/v1/surveys/{survey}/responses']),
  );
});
