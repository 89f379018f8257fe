import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SurveyContext } from '../../worker/surveys/cache.ts';
import { errorCopy } from '../../worker/surveys/pages/error-copy.ts';
import { openAnswers } from '../../worker/surveys/sealing.ts';
import { findResponse } from '../../worker/surveys/store.ts';
import { escaped } from '../signatures/support.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { openKit } from '../support/kits.ts';
import { openSurvey, surveyKit } from '../support/surveys.ts';
import { fieldsOf, type Sent } from './form-fields.ts';
import { expectErrors, person, press, rightAnswers, stored } from './form-support.ts';

let app: TestApp;
let context: SurveyContext;
let slug = '';

beforeEach(async () => {
  app = testApp();
  context = await openSurvey(app);
  slug = context.action.slug;
});

const page = async (query = '') => (await app.request(`/surveys/${slug}${query}`)).text();
const token = async () => String([fieldsOf(await page()).form_token].flat()[0]);
const review = async (answers: Sent, more: Sent = {}) =>
  press(app, slug, { ...answers, step: 'review', form_token: await token(), ...more });

async function storedAnswers() {
  const id = await env.DB.prepare('SELECT signature_id AS id FROM responses WHERE action_id = ?')
    .bind(context.action.id)
    .first<string>('id');
  const response = await findResponse(env.DB, id ?? '');
  return response && openAnswers(app.deps.keyring, response);
}

describe('the page of a survey', () => {
  test('has every question with the suggested answers filled in, marked, and each with its reason', async () => {
    const html = await page();
    const fields = fieldsOf(html);
    expect(fields['answer.fund']).toEqual(['yes']);
    expect([fields['answer.budget.parks'], fields['answer.budget.training']]).toEqual([['30'], ['70']]);
    expect(fields['answer.order.first']).toEqual(['']);
    expect(html.match(/Suggested by the campaign/g)?.length).toBeGreaterThanOrEqual(2);
    expect(html).toContain('Because it helps.');
    expect(html).toContain('parks: 30% (today: 40%)');
    expect(html).toContain('Today: 60%');
  });

  test('says whom a question is for, how many to choose, and what is optional', async () => {
    const html = await page();
    expect(html).toContain('Answer this only if you chose “yes” for “Should it be funded?”.');
    expect(html).toContain('Choose up to 2.');
    expect(html.match(/\(optional\)/g)).toHaveLength(6);
    const spanish = await page('?lang=es');
    expect(spanish).toContain('Responda solo si eligió «yes (es)» en «Should it be funded? (es)».');
    expect(spanish).toContain('Elija hasta 2.');
  });

  test('takes answers from its address before the suggestions, and says what it left out', async () => {
    const html = await page('?answer.fund=no&answer.sure=9&answer.nothing=1&answer.sure=2');
    const fields = fieldsOf(html);
    expect([fields['answer.fund'], fields['answer.sure']]).toEqual([['no'], ['2']]);
    expect(fields['answer.budget.parks']).toEqual(['30']);
    expect(html).toContain(
      '2 answers in the link that you followed do not fit this survey and were left out.',
    );
    expect(html).toContain('It was for “How sure are you?”.');
    expect(html).toContain('Filled in by the link that you followed');
    expect(html).not.toContain('answer.nothing');
  });

  test('takes no text, ZIP or district from its address', async () => {
    const fields = fieldsOf(await page('?answer.own=My+story&answer.where=1&given_name=Ana'));
    expect([fields['answer.own'], fields['answer.where'], fields.given_name]).toEqual([
      [''],
      [''],
      undefined,
    ]);
  });

  test('keeps the source of a poster through every page, and language too', async () => {
    const html = await page('?source=poster&lang=es');
    expect(html).toContain(`action="/surveys/${slug}/responses?lang=es"`);
    const back = await press(app, slug, { ...fieldsOf(html), step: 'review' }, 'es');
    const reviewed = await back.text();
    expect(reviewed).toContain('<html lang="es">');
    expect(fieldsOf(reviewed).source).toEqual(['poster']);
  });
});

describe('an answer that is wrong', () => {
  const cases: [string, Sent, Record<string, string>][] = [
    [
      'an allocation that makes too little',
      { 'answer.budget.parks': '10' },
      {
        'answer.budget.parks': '“How much for what?”: Your amounts add up to 80. Assign 20 more to reach 100',
      },
    ],
    [
      'an allocation that makes too much',
      { 'answer.budget.parks': '45' },
      {
        'answer.budget.parks': '“How much for what?”: Your amounts add up to 115. Take away 15 to reach 100',
      },
    ],
    [
      'an amount between two steps',
      { 'answer.budget.parks': '31' },
      { 'answer.budget.parks': '“How much for what?”: parks: Enter a number in steps of 5' },
    ],
    [
      'a place that is given twice',
      { 'answer.order.first': '1' },
      { 'answer.order.first': '“In which order?”: Place 1 is given twice. Give each place once' },
    ],
    [
      'a place that nobody has',
      { 'answer.order.second': '', 'answer.order.third': '3' },
      { 'answer.order.first': '“In which order?”: Nothing has place 1. Give each place once' },
    ],
    [
      'an option that there is not',
      { 'answer.fund': 'perhaps' },
      { 'answer.fund.yes': '“Should it be funded?”: Choose one of the answers of this question' },
    ],
    [
      'too many choices',
      { 'answer.how': ['tax', 'fee', 'grant'] },
      { 'answer.how.tax': '“How?”: Choose # at most. You chose 3'.replace('#', '2') },
    ],
    [
      'a required question left out',
      { 'answer.fund': undefined },
      { 'answer.fund.yes': '“Should it be funded?”: Answer this question' },
    ],
    [
      'a text of 200 kB',
      { 'answer.own': 'word '.repeat(40_000) },
      { 'answer.own': '“In your own words”: Your text has 199,999 characters. Shorten it to 500' },
    ],
  ];

  test.for(cases)('%s comes back with its error and all that was entered', async ([, wrong, lines]) => {
    const sent = { ...rightAnswers, ...wrong };
    const html = await expectErrors(await review(sent), lines);
    const back = fieldsOf(html);
    for (const [name, value] of Object.entries(sent)) {
      if (value === undefined || value === '' || value === 'perhaps') continue;
      expect([name, [back[name]].flat().sort()]).toEqual([name, [value].flat().sort()]);
    }
    expect(await stored(slug)).toBe(0);
  });

  test('is worded in Spanish too', async () => {
    const wrong = { ...rightAnswers, 'answer.budget.parks': '10', step: 'review' };
    const html = await (await press(app, slug, wrong, 'es')).text();
    expect(html).toContain('Sus cantidades suman 80. Reparta 20 más, para que sumen 100');
  });

  test('and what is too much for any form is refused as a whole', async () => {
    const response = await review({ ...rightAnswers, 'answer.own': 'x'.repeat(600 * 1024) });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('That was too much at once');
  });

  test('every code has its own words in both languages', () => {
    for (const language of ['en', 'es'] as const) {
      const texts = Object.values(errorCopy[language].answer);
      expect(new Set(texts).size).toBe(texts.length - 1);
    }
  });
});

describe('the review', () => {
  test('shows every answer in words, and what became of the suggestions', async () => {
    const response = await review({
      ...rightAnswers,
      'answer.budget.parks': undefined,
      'answer.budget.training': '',
    });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    for (const words of ['1. second', '2. first', 'Please teach every officer.', 'District 1'])
      expect(html).toContain(words);
    expect(html).toContain('As the campaign suggests');
    expect(html).toContain('Left out; the campaign suggests an answer here');
    expect(await (await review({ ...rightAnswers, 'answer.fund': 'no' })).text()).toContain(
      'Changed from the campaign’s suggestion',
    );
  });

  test('neither shows nor carries an answer to a question that is hidden', async () => {
    const html = await (await review({ ...rightAnswers, 'answer.fund': 'no' })).text();
    expect(html).not.toContain('How?');
    expect(Object.keys(fieldsOf(html))).not.toContain('answer.how');
  });

  test('leads back to a question with everything kept, the person too', async () => {
    const html = await (await review(rightAnswers)).text();
    expect(html).toContain(`formaction="/surveys/${slug}/responses#question-order"`);
    const back = await press(app, slug, { ...fieldsOf(html), ...person, share_words: 'yes', edit: 'order' });
    expect(back.status).toBe(200);
    const questions = await back.text();
    expect(questions).toContain('id="question-order"');
    expect(fieldsOf(questions)).toMatchObject({
      'answer.order.second': ['1'],
      'answer.how': ['tax', 'fee'],
      given_name: ['Ana'],
      share_words: ['yes'],
    });
    const again = await (await press(app, slug, { ...fieldsOf(questions), step: 'review' })).text();
    expect(fieldsOf(again)).toMatchObject({ email: [person.email], share_words: ['yes'] });
  });

  test('offers to share own words only where there are any', async () => {
    expect(await (await review(rightAnswers)).text()).toContain('name="share_words"');
    expect(await (await review({ ...rightAnswers, 'answer.own': ' ' })).text()).not.toContain('share_words');
  });

  test('comes back with what is wrong about the person, and with the answers', async () => {
    const html = await (await review(rightAnswers)).text();
    const back = await press(app, slug, {
      ...fieldsOf(html),
      ...person,
      email: 'ana@',
      zip: '',
      step: 'send',
    });
    const text = await back.text();
    expect(text).toContain('<title>Error: ');
    expect(text).toContain('<a href="#email">Enter an email address like name@example.com</a>');
    expect(text).toContain('<a href="#zip">Enter your ZIP code</a>');
    expect(fieldsOf(text)).toMatchObject({ given_name: ['Ana'], 'answer.order.first': ['2'] });
    expect(await stored(slug)).toBe(0);
  });
});

describe('sending', () => {
  const send = async (more: Sent = {}) =>
    press(app, slug, { ...rightAnswers, ...person, form_token: await token(), ...more });

  test('stores the answers, and only those to what was asked', async () => {
    const response = await send({ 'answer.fund': 'no', share_words: 'yes' });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/surveys/${slug}/check-your-email`,
    ]);
    const { answers, shareWords } = (await storedAnswers())!;
    expect(answers).toMatchObject({
      fund: 'no',
      order: ['second', 'first', 'third'],
      budget: { parks: 30, training: 70 },
    });
    expect(Object.keys(answers)).not.toContain('how');
    expect(shareWords).toBe(true);
  });

  test('twice, by a double click or the back button, is one response', async () => {
    const html = await (await review(rightAnswers)).text();
    const fields = { ...fieldsOf(html), ...person, step: 'send' };
    const [once, twice] = await Promise.all([press(app, slug, fields), press(app, slug, fields)]);
    const later = await press(app, slug, fields);
    expect([once.status, twice.status, later.status]).toEqual([303, 303, 303]);
    expect(await stored(slug)).toBe(1);
  });

  test('from two tabs is two, of which one can count', async () => {
    expect([(await send()).status, (await send({ 'answer.sure': '1' })).status]).toEqual([303, 303]);
    expect(await stored(slug)).toBe(2);
  });

  test('keeps one form token on the whole way, and takes another where it is too old', async () => {
    const first = await token();
    const html = await (await review(rightAnswers, { form_token: first })).text();
    expect(fieldsOf(html).form_token).toEqual([first]);
    app.setNow(new Date(app.now().getTime() + 8 * 86_400_000));
    const old = await press(app, slug, { ...fieldsOf(html), ...person, step: 'send' });
    const text = await old.text();
    expect([old.status, text.includes(escaped(errorCopy.en.form_token.stale))]).toEqual([422, true]);
    expect(fieldsOf(text).form_token).not.toEqual([first]);
    expect((await press(app, slug, { ...fieldsOf(text), step: 'send' })).status).toBe(303);
  });

  test('is refused to a script that fills the trap or sends too quickly', async () => {
    expect((await send({ website: 'spam' })).status).toBe(422);
    const strict = testApp({ limits: { formMinAgeSeconds: 3, writesPerMinute: 20, signaturesADay: 5 } });
    const quick = await press(strict, slug, { ...rightAnswers, ...person, form_token: await token() });
    expect(await quick.text()).toContain(escaped(errorCopy.en.form_token['too-quick']));
    expect(await stored(slug)).toBe(0);
  });

  test('without the questions’ page is possible: a form of nothing is told what is missing', async () => {
    const response = await press(app, slug, {});
    await expectErrors(response, { 'answer.fund.yes': '“Should it be funded?”: Answer this question' });
  });
});

describe('a survey that is not what it was', () => {
  async function reopen(survey: Record<string, unknown>) {
    const kit = surveyKit({ survey: { slug, ...survey } });
    const changed = JSON.parse(JSON.stringify(kit).replaceAll(kit.city.slug, context.city.slug));
    const opened = await openKit(env.DB, changed, app.now());
    expect(opened.ok ? null : opened.error).toBeNull();
  }

  test('changed meanwhile: nothing is stored, and the answers are shown against the new questions', async () => {
    const before = await (await review(rightAnswers)).text();
    const [section] = surveyKit().surveys[0]!.sections;
    const questions = section!.questions.map((question) => {
      if (question.id === 'sure') return { ...question, to: 3 };
      return question.id === 'own' ? { ...question, id: 'wish' } : question;
    });
    await reopen({ sections: [{ ...section, questions }] });
    const response = await press(app, slug, { ...fieldsOf(before), ...person, step: 'send' });
    const html = await expectErrors(response, {
      'answer.sure.1': '“How sure are you?”: Enter a number from 1 to 3',
    });
    expect(html).toContain('This survey has changed since you opened it, so nothing was stored.');
    expect(fieldsOf(html)).toMatchObject({
      'answer.order.second': ['1'],
      'answer.how': ['tax', 'fee'],
      email: [person.email],
    });
    expect(await stored(slug)).toBe(0);
    const mended = { ...fieldsOf(html), 'answer.sure': '3', step: 'review' };
    expect((await press(app, slug, mended)).status).toBe(200);
  });

  test('closed meanwhile: their owner sees the answers once more, in words', async () => {
    const html = await (await review(rightAnswers)).text();
    await env.DB.prepare('UPDATE actions SET closes_at = ? WHERE slug = ?')
      .bind(app.now().getTime() - 1, slug)
      .run();
    const response = await press(app, slug, { ...fieldsOf(html), ...person, step: 'send' });
    const text = await response.text();
    expect(response.status).toBe(409);
    expect(text).toContain('The survey closed before your answers reached us, so they were not stored.');
    expect(text).toContain('What you answered');
    expect(text).toContain('Please teach every officer.');
    expect(text).not.toContain('<form');
    expect(await page()).toContain('This survey closed on');
    expect(await page()).not.toContain('<form');
  });

  test('removed, upcoming or a draft: no form, and no way to send', async () => {
    const set = (change: string) =>
      env.DB.prepare(`UPDATE actions SET ${change} WHERE slug = ?`).bind(slug).run();
    await set(`opens_at = ${app.now().getTime() + 86_400_000}`);
    expect(await page()).toContain('This survey opens for answers on');
    await set(`state = 'removed'`);
    expect((await app.request(`/surveys/${slug}`)).status).toBe(410);
    expect((await press(app, slug, rightAnswers)).status).toBe(404);
    await set(`state = 'draft'`);
    expect((await app.request(`/surveys/${slug}`)).status).toBe(404);
    expect((await app.request('/surveys/nothing-here')).status).toBe(404);
  });
});
