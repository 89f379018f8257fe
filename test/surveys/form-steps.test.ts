import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { turnSwitch } from '../../worker/platform/switches.ts';
import type { SurveyContext } from '../../worker/surveys/cache.ts';
import { errorCopy } from '../../worker/surveys/pages/error-copy.ts';
import { escaped } from '../signatures/support.ts';
import { aWednesday, type TestApp, testApp } from '../support/app.ts';
import { languageButton } from '../support/language-button.ts';
import { openSurvey, smallSurvey } from '../support/surveys.ts';
import { watchDb } from '../support/watched-db.ts';
import { fieldsOf, type Sent } from './form-fields.ts';
import { expectErrors, inSections, person, press, rightAnswers, stored } from './form-support.ts';

let app: TestApp;
let context: SurveyContext;
let slug = '';

const page = async (path = `/surveys/${slug}`) => (await app.request(path)).text();

describe('a survey section by section', () => {
  beforeEach(async () => {
    app = testApp();
    const sections = inSections(smallSurvey());
    context = await openSurvey(app, { survey: { layout: 'by-section', sections } });
    slug = context.action.slug;
  });

  const step = async (html: string, name: string, sent: Sent = {}) =>
    press(app, slug, { ...fieldsOf(html), ...sent, step: name });
  const next = async (html: string, sent: Sent = {}) => (await step(html, 'next', sent)).text();

  test('goes forward and back, says how far, and carries what was entered', async () => {
    const first = await page();
    expect(first).toContain('Part 1 of 3');
    expect(first).not.toContain('question-order');
    const second = await next(first);
    expect(second).toContain('Part 2 of 3');
    const third = await next(second, { 'answer.how': 'tax' });
    expect(third).toContain('Part 3 of 3');
    expect(fieldsOf(third)).toMatchObject({ 'answer.fund': ['yes'], 'answer.how': ['tax'] });
    const back = await step(third, 'back', { 'answer.order.first': '1' });
    expect(back.status).toBe(200);
    const secondAgain = await back.text();
    expect(fieldsOf(secondAgain)).toMatchObject({ 'answer.how': ['tax'], 'answer.order.first': ['1'] });
    expect(secondAgain).toContain('Part 2 of 3');
  });

  test('skips a section in which nothing is asked of this person, and its answers', async () => {
    const third = await next(await page(), { 'answer.fund': 'no', 'answer.how': 'tax' });
    expect(third).toContain('Part 3 of 3');
    expect(await (await step(third, 'back')).text()).toContain('Part 1 of 3');
    const reviewed = await (await step(third, 'review')).text();
    expect(reviewed).not.toContain('Only for yes');
    expect(Object.keys(fieldsOf(reviewed))).not.toContain('answer.how');
  });

  test('asks on the next page only what the answers before it lead to, without saying whom it is for', async () => {
    expect(await next(await page())).not.toContain('Answer this only if');
  });

  test('does not go on past an error, goes back with one, and stores nothing on the way', async () => {
    const second = await next(await page());
    const third = await next(second);
    await expectErrors(await step(await page(), 'next', { 'answer.fund': undefined }), {
      'answer.fund.yes': '“Should it be funded?”: Answer this question',
    });
    const wrong = { 'answer.order.first': '1', 'answer.order.second': '1' };
    expect((await step(third, 'back', wrong)).status).toBe(200);
    const lines = { 'answer.order.first': '“In which order?”: Place 1 is given twice. Give each place once' };
    await expectErrors(await step(third, 'review', wrong), lines);
    expect(await stored(slug)).toBe(0);
  });

  test('leads back from the review to the part with an error, wherever it is', async () => {
    const third = await next(await next(await page()));
    const html = await expectErrors(
      await step(third, 'send', { ...person, 'answer.how': ['tax', 'nothing'] }),
      {
        'answer.how.tax': '“How?”: Choose one of the answers of this question',
      },
    );
    expect(html).toContain('Part 2 of 3');
    expect(fieldsOf(html)).toMatchObject({ email: [person.email] });
  });

  test('ends in the review, and is sent from there', async () => {
    const third = await next(await next(await page()));
    const reviewed = await (await step(third, 'review', rightAnswers)).text();
    const back = await step(reviewed, '', { ...person, edit: 'how' });
    expect(await back.text()).toContain('Part 2 of 3');
    expect((await step(reviewed, 'send', person)).status).toBe(303);
    expect(await stored(slug)).toBe(1);
  });
});

describe('a survey’s page', () => {
  beforeEach(async () => {
    app = testApp();
    context = await openSurvey(app);
    slug = context.action.slug;
  });

  test('keeps what was entered in the other language, and has a plain address there if nothing was', async () => {
    const fresh = await page(`/surveys/${slug}?source=poster`);
    const drafts = () => env.DB.prepare('SELECT count(*) FROM survey_drafts').first();
    expect(languageButton(fresh).path).toBe(`/surveys/${slug}/responses?lang=es`);
    const sent = { ...fieldsOf(fresh), 'answer.own': 'Words of mine.', step: 'language' };
    const other = await press(app, slug, sent, 'es');
    const html = await other.text();
    expect([other.status, html]).toEqual([200, expect.stringContaining('<html lang="es"')]);
    expect(fieldsOf(html)).toMatchObject({ 'answer.own': ['Words of mine.'], source: ['poster'] });
    const before = await drafts();
    const untouched = await press(app, slug, { ...fieldsOf(fresh), step: 'language' }, 'es');
    expect([untouched.status, untouched.headers.get('location')]).toEqual([
      303,
      `/surveys/${slug}?source=poster&lang=es`,
    ]);
    expect(await drafts()).toEqual(before);
  });
  afterEach(() => env.DB.exec('DELETE FROM switches'));
  const turn = (name: 'signing-paused' | 'read-only', isOn: boolean) =>
    turnSwitch(env.DB, { name, isOn }, aWednesday);
  const filled = async () => ({ ...fieldsOf(await page()), ...rightAnswers, ...person, step: 'send' });

  test.for(['signing-paused', 'read-only'] as const)(
    'while %s says so in place of the form; what comes in all the same goes back, and can be sent later',
    async (name) => {
      const fields = await filled();
      await turn(name, true);
      const paused = await page();
      expect(paused).toContain(
        name === 'read-only' ? 'We are working on this site.' : 'Answering is paused for a short while.',
      );
      expect(paused).not.toContain('<form');
      const response = await press(app, slug, fields);
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '300']);
      const html = await response.text();
      if (name === 'signing-paused')
        expect(html).toContain(escaped(errorCopy.en.form_token['signing-paused']));
      expect(fieldsOf(html)).toMatchObject({ email: [person.email], 'answer.sure': ['4'] });
      expect(await stored(slug)).toBe(0);
      await turn(name, false);
      expect((await press(app, slug, { ...fieldsOf(html), step: 'send' })).status).toBe(303);
    },
  );

  test('comes back with everything if the database is overloaded', async () => {
    const full = testApp();
    full.deps.commit = async () => ({ ok: false, error: { reason: 'overloaded' } });
    const response = await press(full, slug, await filled());
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    const html = await response.text();
    expect(html).toContain(escaped(errorCopy.en.form_token.overloaded));
    expect(fieldsOf(html)).toMatchObject({ given_name: ['Ana'], 'answer.budget.training': ['70'] });
  });

  test('is limited by connection, and says so', async () => {
    const strict = testApp({ limits: { formMinAgeSeconds: 0, writesPerMinute: 20, signaturesADay: 0 } });
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(await filled())) {
      for (const one of [value].flat()) body.append(name, one ?? '');
    }
    const headers = { 'cf-connecting-ip': '192.0.2.7' };
    const response = await strict.request(`/surveys/${slug}/responses`, { method: 'POST', body, headers });
    expect(response.status).toBe(429);
    expect(await response.text()).toContain(escaped(errorCopy.en.form_token['limit-today']));
  });

  test('is written of what the isolate remembers, with a token of each reader’s own', async () => {
    let trips = 0;
    const db = watchDb({
      call(work) {
        trips += 1;
        return work();
      },
    });
    const remembering = testApp({ rememberFor: 1000 }, { db });
    const read = async (query = '') => (await remembering.request(`/surveys/${slug}${query}`)).text();
    const [first] = [await read(), await read('?answer.fund=no')];
    trips = 0;
    const second = await read();
    await read('?answer.fund=no');
    expect(trips).toBe(0);
    expect(fieldsOf(first).form_token).not.toEqual(fieldsOf(second).form_token);
  });

  test('is where a reload of a page that came back leads', async () => {
    const response = await app.request(`/surveys/${slug}/responses?lang=es`);
    expect([response.status, response.headers.get('location')]).toEqual([303, `/surveys/${slug}?lang=es`]);
  });
});

test('a survey’s button stands above what is counted, on a phone’s first screen', async () => {
  app = testApp();
  slug = (await openSurvey(app)).action.slug;
  const html = await page();
  const [button, counted] = [html.indexOf('href="#answers"'), html.search(/As of|as of/)];
  expect(button).toBeGreaterThan(html.indexOf('<h1'));
  expect(counted).toBeGreaterThan(button);
});

describe('a short link', () => {
  test('leads to the survey with its source and its answers; one that is not there leads nowhere', async () => {
    app = testApp();
    const links = [{ code: 'small-poster', source: 'poster', answers: { fund: 'no', sure: 5 } }];
    context = await openSurvey(app, { survey: { links } });
    slug = context.action.slug;
    const response = await app.request('/s/Small-Poster?lang=es');
    expect(response.status).toBe(302);
    const to = response.headers.get('location') ?? '';
    expect(to).toBe(`/surveys/${slug}?source=poster&answer.fund=no&answer.sure=5&lang=es`);
    expect(fieldsOf(await page(to))).toMatchObject({
      source: ['poster'],
      'answer.fund': ['no'],
      'answer.sure': ['5'],
      'answer.budget.parks': ['30'],
    });
    expect((await app.request('/s/nothing')).status).toBe(404);
  });
});

describe.each(['one-page', 'by-section'] as const)(
  'a survey %s in which no question is required',
  (layout) => {
    beforeEach(async () => {
      app = testApp();
      const sections = inSections(smallSurvey()).map((section) => ({
        ...section,
        questions: section.questions.map((question) => ({ ...question, required: false })),
      }));
      context = await openSurvey(app, { survey: { layout, sections } });
      slug = context.action.slug;
    });

    test.each([
      ['', 'Answer at least one question'],
      ['es', 'Responda al menos una pregunta'],
    ])('asks for one answer, at the review and at sending %s', async (lang, text) => {
      const empty = Object.keys(fieldsOf(await page())).filter((name) => name.startsWith('answer.'));
      const none = Object.fromEntries(empty.map((name) => [name, undefined]));
      for (const step of ['review', undefined]) {
        const sent = { ...fieldsOf(await page()), ...none, ...person, step };
        const html = await (await press(app, slug, sent, lang)).text();
        expect(html).toContain(`<li><a href="#answers">${text}</a></li>`);
      }
      expect(await stored(slug)).toBe(0);
    });

    test('takes a single answer', async () => {
      const sent = { ...fieldsOf(await page()), 'answer.fund': 'yes', step: 'review' };
      expect(await (await press(app, slug, sent)).text()).toContain('Check your answers');
    });
  },
);
