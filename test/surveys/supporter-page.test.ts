import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { amend } from '../../worker/surveys/amend.ts';
import { rawOfAnswers } from '../../worker/surveys/answer-rules.ts';
import type { SurveyContext } from '../../worker/surveys/cache.ts';
import type { Answers } from '../../worker/surveys/rules.ts';
import { strikeOff } from '../signatures/strike-off.ts';
import { confirmedAs, expectPrivate } from '../signatures/support.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { confirmPath } from '../support/people.ts';
import { press } from '../support/press.ts';
import { openSurvey, smallSurvey } from '../support/surveys.ts';
import {
  allAnswers,
  answerCounts,
  confirmedResponse,
  expectAnswersBalance,
  responseOf,
  rowOf,
} from './support.ts';

let app: TestApp;
let context: SurveyContext;

beforeEach(async () => {
  app = testApp();
  context = await openSurvey(app);
});

const slug = () => context.action.slug;
const text = async (path: string) => (await app.request(path)).text();

/** Sends the answers as the form on the supporter's own page does. */
function change(mine: string, answers: Record<string, unknown>, more: Record<string, string> = {}) {
  const body = new URLSearchParams({ survey_version: context.survey.version, ...more });
  for (const [field, values] of Object.entries(rawOfAnswers(context.survey, answers as Answers))) {
    for (const value of values) body.append(field, value);
  }
  return app.request(`${mine}/answers`, { method: 'POST', body });
}

test('the mail asks to confirm the answers, and its link leads to thanks for them', async () => {
  const { id } = await responseOf(app, context);
  const email = `ana@${slug()}.example`;
  const [mail] = await app.mailTo(email);
  expect(mail?.subject).toBe(`Confirm your answers: ${context.action.title.en}`);
  expect(`${mail?.html} ${mail?.text}`).not.toMatch(/signature|sign the petition|\bsigned/);
  const path = await confirmPath(app, email);
  const page = await text(path);
  expect(page).toContain('<h1>Confirm your answers</h1>');
  expect(page).not.toMatch(/signature|petition’s page|Your name is not shown/);
  const pressed = await press(app, path);
  expect(pressed.headers.get('location')).toBe(`/surveys/${slug()}/thank-you`);
  expect(await rowOf(id)).toMatchObject({ state: 'confirmed' });
  const thanks = await text(`/surveys/${slug()}/thank-you`);
  expect(thanks).toContain('Thank you. Your answers count');
  expect(thanks).toContain('One person has answered “A small survey” so far.');
  expect(thanks).toContain(`/surveys/${slug()}?source=share-link`);
});

test('the reminders, and the mail to who has answered before, speak of answers too', async () => {
  await responseOf(app, context);
  await app.mailTo(`ana@${slug()}.example`);
  for (const day of ['2026-11-28', '2026-12-03']) await app.cron(`${day}T15:00:00Z`);
  const subjects = (await app.mailTo(`ana@${slug()}.example`)).map(({ subject }) => subject);
  expect(subjects).toEqual([
    'Your answers are waiting for you: A small survey',
    'Your answers are waiting for you: A small survey',
    'Confirm your answers: A small survey',
  ]);
  await confirmedResponse(app, context, { person: { email: `ben@${slug()}.example`, given_name: 'Ben' } });
  await responseOf(app, context, { person: { email: `ben@${slug()}.example`, given_name: 'Ben' } });
  const [counted] = await app.mailTo(`ben@${slug()}.example`);
  expect(counted?.subject).toBe('You have already answered: A small survey');
  expect(counted?.text).not.toMatch(/signature|\bsigned/);
});

test('between form and mail: what to do, and the mail once more', async () => {
  await responseOf(app, context);
  const page = await text(`/surveys/${slug()}/check-your-email`);
  expect(page).toContain('confirm your answers from your inbox');
  expect(page).toContain(`action="/surveys/${slug()}/resend"`);
  const again = await app.post(`/surveys/${slug()}/resend`, { email: `ana@${slug()}.example` });
  expect(again.headers.get('location')).toBe(`/surveys/${slug()}/check-your-email?again=sent`);
  expect((await app.mailTo(`ana@${slug()}.example`)).length).toBe(2);
  const wrong = await app.post(`/surveys/${slug()}/resend`, { email: 'nobody' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('confirm your answers');
});

test('in Spanish every one of these pages speaks of answers', async () => {
  const { confirm, mine } = await responseOf(app, context);
  const pages = [
    `/surveys/${slug()}/check-your-email`,
    `/surveys/${slug()}/thank-you`,
    confirm,
    mine,
    `${mine}/answers`,
  ];
  for (const path of pages) {
    const page = await text(`${path}?lang=es`);
    expect(page).toMatch(/respuestas/);
    expect(page).not.toMatch(/\b(su|la|mi) firma\b/i);
  }
});

test('nothing of a survey answers at a petition’s slug', async () => {
  const { action: petition } = await openPetition(env.DB);
  const { mine } = await confirmedAs(app, petition.slug, {
    given_name: 'Ana',
    email: `ana@${petition.slug}.example`,
    zip: '28202',
  });
  for (const path of ['check-your-email', 'thank-you']) {
    expect((await app.request(`/surveys/${petition.slug}/${path}`)).status).toBe(404);
  }
  expect((await app.post(`/surveys/${petition.slug}/resend`, { email: 'a@example.org' })).status).toBe(404);
  expect((await app.request(`${mine}/answers`)).status).toBe(404);
  expect((await app.post(`${mine}/answers`, {})).status).toBe(404);
  expect(await text(mine)).toContain('Your signature');
});

test('the own page shows in words what was answered', async () => {
  const { mine } = await confirmedResponse(app, context, { shareWords: true });
  const page = await text(mine);
  for (const said of ['Should it be funded?', 'tax', '1. second', 'District 1']) {
    expect(page).toContain(said);
  }
  expect(page).toContain('Please teach every officer.');
  expect(page).toMatch(/training: 70%/);
  expect(page).toContain('An organizer of the campaign reads them first.');
  expect(page).toContain(`href="${mine}/answers"`);
  expect(page).not.toMatch(/Show my name|the petition/i);
});

test('the file of all that is held has the answers', async () => {
  const { mine } = await responseOf(app, context, { shareWords: true });
  expect(await (await app.request(`${mine}/data.json`)).json()).toMatchObject({
    given_name: 'Ana',
    answers: allAnswers,
    share_words: true,
    words_state: 'waiting',
    survey_version: context.survey.version,
  });
});

test('answers are changed in the form that they came by, and their counts with them', async () => {
  const { id, mine } = await confirmedResponse(app, context);
  const page = await app.request(`${mine}/answers`);
  expectPrivate(page);
  const html = await page.text();
  expect(html).toMatch(/name="answer.fund"[^>]*value="yes"[^>]*checked/);
  expect(html).toContain('Please teach every officer.');
  app.setNow('2026-12-09T15:00:00Z');
  const saved = await change(mine, { ...allAnswers, fund: 'no', how: undefined, sure: 1 });
  expect(saved.headers.get('location')).toBe(`${mine}?done=corrected`);
  const counts = await answerCounts(context);
  expect(counts).toEqual(expect.arrayContaining(['fund no 1', 'fund@1 no 1', 'sure 1 1 (1)']));
  expect(counts.join()).not.toMatch(/fund yes|sure 4|how/);
  await expectAnswersBalance(context);
  const { results } = await env.DB.prepare(
    "SELECT week, key, n FROM answer_changes WHERE action_id = ? AND question = 'fund' AND place = '' ORDER BY week, key",
  )
    .bind(context.action.id)
    .all();
  expect(results).toEqual([
    { week: '2026-W48', key: 'yes', n: 1 },
    { week: '2026-W50', key: 'no', n: 1 },
    { week: '2026-W50', key: 'yes', n: -1 },
  ]);
  expect(await rowOf(id)).toMatchObject({ state: 'confirmed', mails: 1 });
});

test('answers that nobody has confirmed yet are changed as well, and counted as they are then', async () => {
  const { mine, confirm } = await responseOf(app, context);
  expect((await change(mine, { fund: 'no' })).status).toBe(303);
  expect(await answerCounts(context)).toEqual([]);
  await app.post(confirm, {});
  expect(await answerCounts(context)).toContain('fund no 1');
  await expectAnswersBalance(context);
});

test('saved twice, the same answers count once', async () => {
  const { mine } = await confirmedResponse(app, context);
  await Promise.all([1, 2, 3].map(() => change(mine, { fund: 'no' })));
  expect(await answerCounts(context)).toContain('fund no 1');
  await expectAnswersBalance(context);
});

test('two that are changed at once both stand, one after the other', async () => {
  const { id } = await confirmedResponse(app, context);
  const told = (fund: string) => ({ answers: { fund }, shareWords: false });
  const amended = await Promise.all([
    amend(app.deps, { id, context }, told('yes'), app.now()),
    amend(app.deps, { id, context }, told('no'), app.now()),
    amend(app.deps, { id, context }, told('yes'), app.now()),
  ]);
  expect(amended.every(({ ok }) => ok)).toBe(true);
  await expectAnswersBalance(context);
});

test('wrong answers come back with what is wrong, and nothing is changed', async () => {
  const { mine } = await confirmedResponse(app, context);
  const before = await answerCounts(context);
  const sent = await change(mine, { ...allAnswers, fund: undefined });
  expect(sent.status).toBe(422);
  const html = await sent.text();
  expect(html).toContain('role="alert"');
  expect(html).toContain('Answer this question');
  const long = await change(mine, { ...allAnswers, own: 'x'.repeat(200_000) });
  expect(long.status).toBe(422);
  expect(await long.text()).toContain('Shorten it to 500');
  expect(await answerCounts(context)).toEqual(before);
});

test('a response is not emptied: nothing is changed, and withdrawing is offered instead', async () => {
  const sections = smallSurvey().sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => ({ ...question, required: false })),
  }));
  const optional = await openSurvey(app, { survey: { sections } });
  for (const from of ['mine', 'confirm'] as const) {
    const response =
      from === 'mine' ? await confirmedResponse(app, optional) : await responseOf(app, optional);
    const before = [await answerCounts(optional), await text(`${response.mine}/data.json`)];
    const body = new URLSearchParams({ survey_version: optional.survey.version, 'answer.own': ' ' });
    const sent = await app.request(`${response[from]}/answers`, { method: 'POST', body });
    const html = await sent.text();
    expect([sent.status, html]).toEqual([422, expect.stringContaining('Answer at least one question.')]);
    const withdraws = html.includes(
      `href="${response.mine}#withdraw">Withdraw your answers on your own page`,
    );
    expect(withdraws).toBe(from === 'mine');
    if (withdraws) expect(await text(response.mine)).toContain('id="withdraw"');
    expect([await answerCounts(optional), await text(`${response.mine}/data.json`)]).toEqual(before);
  }
});

test('a form of other questions is shown again, and nothing is changed', async () => {
  const { mine } = await confirmedResponse(app, context);
  const before = await answerCounts(context);
  const sent = await change(mine, { fund: 'no' }, { survey_version: 'another' });
  expect(sent.status).toBe(422);
  expect(await sent.text()).toContain('This survey has changed since you opened this page');
  expect(await answerCounts(context)).toEqual(before);
});

test('while nothing can be stored the answers come back', async () => {
  const { mine } = await confirmedResponse(app, context);
  await env.DB.prepare("INSERT INTO switches (name, since) VALUES ('read-only', 0)").run();
  const paused = testApp();
  const body = new URLSearchParams({ survey_version: context.survey.version, 'answer.fund': 'no' });
  const sent = await paused.request(`${mine}/answers`, { method: 'POST', body });
  await env.DB.prepare('DELETE FROM switches').run();
  expect(sent.status).toBe(503);
  expect(sent.headers.has('retry-after')).toBe(true);
  expect(await sent.text()).toMatch(/name="answer.fund"[^>]*value="no"[^>]*checked/);
});

test('what has ended is changed no more', async () => {
  const { id, mine } = await confirmedResponse(app, context);
  await app.post(`${mine}/withdraw`, {});
  expect(await text(`${mine}/answers`)).toContain('can no longer be changed');
  expect((await change(mine, { fund: 'no' })).status).toBe(409);
  expect(await text(mine)).not.toContain(`${mine}/answers`);
  await app.post(`${mine}/erase`, {});
  expect((await app.request(`${mine}/answers`)).status).toBe(410);
  expect((await change(mine, { fund: 'no' })).status).toBe(410);
  expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', sealed: null });
  const erased = await text(mine);
  expect(erased).toContain('Everything about these answers is erased.');
  expect(erased).not.toContain('teach every officer');
  await expectAnswersBalance(context);
});

test('a response that is struck off while it is changed counts nothing', async () => {
  const { id, mine } = await confirmedResponse(app, context);
  await Promise.all([change(mine, { fund: 'no' }), strikeOff(env.DB, id, app.now())]);
  expect(await answerCounts(context)).toEqual([]);
  await expectAnswersBalance(context);
});

test('words that were read stay read until they change', async () => {
  const { id, mine } = await confirmedResponse(app, context, { shareWords: true });
  await env.DB.prepare("UPDATE responses SET words_state = 'shown' WHERE signature_id = ?").bind(id).run();
  const state = async (answers: Record<string, unknown>, share: boolean) => {
    expect((await change(mine, answers, share ? { share_words: 'yes' } : {})).status).toBe(303);
    return (await rowOf(id))?.words_state;
  };
  expect(await state({ ...allAnswers, sure: 2 }, true)).toBe('shown');
  expect(await state({ ...allAnswers, own: 'Something else.' }, true)).toBe('waiting');
  expect(await state({ ...allAnswers, own: 'Something else.' }, false)).toBeNull();
  expect(await state({ ...allAnswers, own: '' }, true)).toBeNull();
  expect(await state(allAnswers, true)).toBe('waiting');
});

test('answers to questions that are not asked any more are still shown to their owner', async () => {
  const { mine } = await responseOf(app, context);
  const fewer = structuredClone(context.survey);
  fewer.sections[0]!.questions = fewer.sections[0]!.questions.slice(0, 1);
  await env.DB.prepare('UPDATE surveys SET content = ?, version = ? WHERE action_id = ?')
    .bind(JSON.stringify({ ...fewer, version: 'next' }), 'next', context.action.id)
    .run();
  const page = await text(mine);
  expect(page).toContain('Some questions have changed since.');
  expect(page).toContain('training: 70');
  expect((await app.request(`${mine}/answers`)).status).toBe(200);
});

test('a survey that the city runs as well is one step further on', async () => {
  const carry = [
    {
      adapter: 'other',
      label: { en: 'City survey', es: 'Encuesta' },
      config: { url: 'https://city.example' },
    },
  ];
  const content = JSON.stringify({ ...context.survey, carry });
  await env.DB.prepare('UPDATE surveys SET content = ? WHERE action_id = ?')
    .bind(content, context.action.id)
    .run();
  const { mine, confirm } = await responseOf(app, context);
  expect(await text(mine)).toContain(`href="${mine}/send"`);
  const thanks = (await press(app, confirm)).headers.get('location') ?? '';
  expect(await text(thanks)).toContain(`href="${thanks}/send"`);
});
