import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SurveyContext } from '../../worker/surveys/cache.ts';
import { pathOfLink } from '../signatures/support.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { press } from '../support/press.ts';
import { smallSurvey } from '../support/surveys.ts';
import { type WatchedStatement, watchDb } from '../support/watched-db.ts';
import { fieldsOf, type Sent } from './form-fields.ts';
import { inSections, person, rightAnswers, sendForm } from './form-support.ts';
import { openSendable } from './sending.ts';
import { responseOf } from './support.ts';

let app: TestApp;
let context: SurveyContext;
let slug = '';

const sections = inSections(smallSurvey());
beforeEach(async () => {
  app = testApp();
  context = await openSendable(app, { survey: { layout: 'by-section', sections } });
  slug = context.action.slug;
});

const read = async (path: string) => (await app.request(path)).text();
const drafts = () =>
  env.DB.prepare('SELECT count(*) AS n FROM survey_drafts WHERE action_id = ?')
    .bind(context.action.id)
    .first<number>('n');

/** Presses a button and returns the address that it leads to. */
async function pressed(sent: Sent, lang = ''): Promise<string> {
  const response = await sendForm(app, slug, sent, lang);
  expect(response.status).toBe(303);
  return response.headers.get('location') ?? '';
}

async function answered(): Promise<{ first: string; second: string; third: string; review: string }> {
  const first = await read(`/surveys/${slug}?source=poster`);
  const second = await pressed({ ...fieldsOf(first), step: 'next' });
  const third = await pressed({ ...fieldsOf(await read(second)), 'answer.how': 'tax', step: 'next' });
  const review = await pressed({ ...fieldsOf(await read(third)), ...rightAnswers, step: 'review' });
  return { first, second, third, review };
}

describe('every step of a survey', () => {
  test('is a page of its own, which “Back” and “reload” find again with the answers', async () => {
    const { second, third, review } = await answered();
    expect([second, third, review].map((path) => path.replace(/[\w-]{22}/, 'ID'))).toEqual([
      `/surveys/${slug}/answers/ID?source=poster&section=only-yes`,
      `/surveys/${slug}/answers/ID?source=poster&section=rest`,
      `/surveys/${slug}/answers/ID/review?source=poster`,
    ]);
    const page = await app.request(review);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(fieldsOf(await page.text())).toMatchObject({ source: ['poster'], 'answer.sure': ['4'] });
    expect(fieldsOf(await read(second))).toMatchObject({ 'answer.how': ['tax'] });
    expect(fieldsOf(await read(third))).toMatchObject({ 'answer.sure': ['4'] });
  });

  test('says in its address and in the database nothing that was entered', async () => {
    const { review } = await answered();
    expect(review).not.toMatch(/tax|teach/i);
    const { results } = await env.DB.prepare('SELECT * FROM survey_drafts').all();
    expect(JSON.stringify(results)).not.toContain(review.split('/')[4]);
    const kept = results.map(({ sealed }) => new TextDecoder().decode(Uint8Array.from(sealed as number[])));
    expect(kept.join()).not.toMatch(/Ana|Lopez|answers\.example|teach/);
  });

  test('an older page that the browser shows again loses nothing of the later ones', async () => {
    const { first, second: stale, review } = await answered();
    const { draft } = fieldsOf(await read(stale));
    const second = await pressed({ ...fieldsOf(first), draft, 'answer.fund': 'yes', step: 'next' });
    expect(fieldsOf(await read(second))).toMatchObject({ 'answer.sure': ['4'], 'answer.how': ['tax'] });
    expect(fieldsOf(await read(review))).toMatchObject({ 'answer.sure': ['4'] });
    expect(await drafts()).toBe(1);
  });

  test('in the other language it is the same step, with what was typed into it and not sent yet', async () => {
    const { review } = await answered();
    const html = await read(review);
    const [, action = ''] =
      /form="review" formaction="([^"]+)" name="step" value="language" lang="es"/.exec(html) ?? [];
    expect(action).toBe(`/surveys/${slug}/responses?lang=es`);
    const spanish = await pressed({ ...fieldsOf(html), share_words: 'yes', step: 'language' }, 'es');
    expect(spanish).toMatch(/\/review\?source=poster&lang=es$/);
    const inSpanish = await read(spanish);
    expect(inSpanish).toContain('Revise sus respuestas');
    expect(fieldsOf(inSpanish)).toMatchObject({ share_words: ['yes'], source: ['poster'] });
    const wrong = await (
      await sendForm(app, slug, { ...fieldsOf(inSpanish), ...person, zip: '', step: 'send' }, 'es')
    ).text();
    expect(wrong).toContain('value="language-check" lang="en"');
    const english = await sendForm(app, slug, { ...fieldsOf(wrong), step: 'language-check' }, 'en');
    const inEnglish = await english.text();
    expect(inEnglish).toContain('Check your answers');
    expect(fieldsOf(inEnglish)).toMatchObject({ email: [person.email], source: ['poster'] });
  });

  test('is gone two hours after the last step, and says so', async () => {
    const { review } = await answered();
    app.setNow(new Date(app.now().getTime() + 2 * 3_600_000));
    const late = await app.request(review);
    expect(late.status).toBe(410);
    const html = await late.text();
    expect(html).toContain('What you entered is no longer stored here');
    expect(fieldsOf(html)).toMatchObject({ source: ['poster'] });
    await app.cron(app.now().toISOString());
    expect(await drafts()).toBe(0);
  });

  test('once sent holds no answers, and says that they were sent', async () => {
    const { second, review } = await answered();
    const fields = fieldsOf(await read(review));
    const { draft } = fields;
    const carried: WatchedStatement[][] = [];
    const db = watchDb({
      call(work, statements) {
        carried.push(statements);
        return work();
      },
    });
    const watched = testApp({}, { db });
    const sent = await sendForm(watched, slug, { ...fields, ...person, step: 'send' });
    expect(sent.headers.get('location')).toMatch(/\/check-your-email\?to=[\w-]+$/);
    await watched.afterAnswers();
    // In the transaction of the answers, and in no other call.
    const [storing = [], ...others] = carried.filter((those) =>
      those.some(({ sql }) => /^UPDATE|^INSERT/.test(sql)),
    );
    expect(others).toEqual([]);
    expect(storing.filter(({ sql }) => sql.includes('survey_drafts'))).toHaveLength(1);
    for (const path of [review, second, review.replace(/answers\/([\w-]+)\/review/, 'send/$1')]) {
      const html = await read(path);
      expect(html).toContain('You sent these answers');
      expect(html).toContain(`/surveys/${slug}/check-your-email`);
      expect(html).not.toMatch(/teach every officer|name="step"|Nothing has been sent/);
    }
    const next = await pressed({ ...fieldsOf(await read(`/surveys/${slug}`)), draft, step: 'next' });
    expect(fieldsOf(await read(next))).not.toHaveProperty('answer.sure');
    app.setNow(new Date(app.now().getTime() + 2 * 3_600_000));
    expect((await app.request(review)).status).toBe(410);
  });

  test('of answers that had none, nothing is written for one', async () => {
    const said: string[] = [];
    const db = watchDb({
      call(work, statements) {
        said.push(...statements.map(({ sql }) => sql));
        return work();
      },
    });
    const whole = { ...fieldsOf(await read(`/surveys/${slug}`)), ...rightAnswers, ...person };
    expect((await sendForm(testApp({}, { db }), slug, whole)).status).toBe(303);
    expect(said.filter((sql) => sql.includes('survey_drafts'))).toEqual([]);
  });

  test('is deleted at once where its owner wants it to be', async () => {
    const { review } = await answered();
    const html = await read(review);
    expect(html).toMatch(
      new RegExp(`<button type="submit" class="link" formaction="/surveys/${slug}/forget"`),
    );
    const { draft = '' } = fieldsOf(html);
    const led = await app.post(`/surveys/${slug}/forget`, { draft: String(draft), source: 'poster' });
    expect([led.status, led.headers.get('location')]).toEqual([303, `/surveys/${slug}?source=poster`]);
    expect((await app.request(review)).status).toBe(410);
    expect(await drafts()).toBe(0);
  });

  test.each(['AAAAAAAAAAAAAAAAAAAAAA', 'x', '%00'])('draft %s does not exist', async (id) => {
    await answered();
    for (const below of [`answers/${id}`, `answers/${id}/review`, `send/${id}`]) {
      expect((await app.request(`/surveys/${slug}/${below}`)).status, below).toBe(410);
    }
  });

  test('of another survey it is not this one’s', async () => {
    const { review } = await answered();
    const other = await openSendable(app);
    expect((await app.request(review.replace(slug, other.action.slug))).status).toBe(410);
  });

  test('who sends a whole form without a button gets the answer in place', async () => {
    const form = fieldsOf(await read(`/surveys/${slug}`));
    const response = await sendForm(app, slug, { ...form, ...rightAnswers, ...person, zip: '' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('<a href="#zip">');
    expect(await drafts()).toBe(0);
  });

  test('where a draft cannot be kept, the next page comes at once', async () => {
    const limited = testApp({ limits: { formMinAgeSeconds: 0, writesPerMinute: 20, signaturesADay: 5 } });
    limited.deps.rate = { limit: async () => ({ success: false }) };
    const form = fieldsOf(await read(`/surveys/${slug}`));
    const body = new URLSearchParams({
      form_token: String(form.form_token),
      'answer.fund': 'yes',
      step: 'next',
      section: 'start',
    });
    const headers = { 'cf-connecting-ip': '192.0.2.7' };
    const response = await limited.request(`/surveys/${slug}/responses`, { method: 'POST', body, headers });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Part 2 of 3');
  });
});

const foreign = ['none', 'cross-site', 'same-site', ''];

describe('a stranger who knows the address of a draft', () => {
  test.each(foreign)('is shown the beginning of the survey if the browser says “%s”', async (site) => {
    const { review, second } = await answered();
    for (const path of [review, second, review.replace(/answers\/([\w-]+)\/review/, 'send/$1')]) {
      const opened = await app.request(path, { headers: { 'sec-fetch-site': site } });
      expect(opened.status).toBe(200);
      const html = await opened.text();
      expect(html).toContain('They can only be read in the tab where they were entered');
      expect(html).not.toMatch(/teach every officer|name="draft"/);
    }
  });

  test('learns nothing of what somebody who opened it enters', async () => {
    const planted = await pressed({ ...fieldsOf(await read(`/surveys/${slug}`)), step: 'next' });
    const opened = await app.request(planted, { headers: { 'sec-fetch-site': 'cross-site' } });
    const form = fieldsOf(await opened.text());
    const own = await pressed({ ...form, 'answer.fund': 'yes', step: 'next' });
    expect(own.split('?')[0]).not.toBe(planted.split('?')[0]);
    expect(await drafts()).toBe(2);
    const secret = { ...fieldsOf(await read(own)), 'answer.how': 'tax', step: 'next' };
    await pressed(secret);
    expect(await read(planted)).not.toMatch(/value="tax" checked/);
  });

  test('cannot write to it or delete it', async () => {
    const { review } = await answered();
    const [, id = ''] = /answers\/([\w-]+)/.exec(review) ?? [];
    const other = await openSendable(app);
    const elsewhere = await read(`/surveys/${other.action.slug}`);
    const theirs = await sendForm(app, other.action.slug, { ...fieldsOf(elsewhere), step: 'review' });
    const foreignDraft = fieldsOf(await read(theirs.headers.get('location') ?? '')).draft ?? '';
    for (const draft of [id, String(foreignDraft), '', 'x']) {
      const page = fieldsOf(await read(`/surveys/${slug}`));
      await pressed({ ...page, draft, 'answer.fund': 'no', step: 'next' });
      await app.post(`/surveys/${slug}/forget`, { draft });
    }
    expect(fieldsOf(await read(review))).toMatchObject({ 'answer.sure': ['4'], 'answer.fund': ['yes'] });
  });

  test('cannot make a browser enter something into a draft by a form elsewhere', async () => {
    const { review } = await answered();
    const own = fieldsOf(await read(review)).draft;
    for (const site of foreign) {
      const page = fieldsOf(await read(`/surveys/${slug}`));
      const body = new URLSearchParams({ form_token: String(page.form_token), draft: String(own) });
      for (const [name, value] of [
        ['step', 'next'],
        ['section', 'start'],
        ['answer.fund', 'no'],
      ])
        body.set(name!, value!);
      const headers = { 'sec-fetch-site': site };
      const shown = await app.request(`/surveys/${slug}/responses`, { method: 'POST', body, headers });
      expect(shown.status).toBe(200);
      expect(await shown.text()).not.toMatch(/teach every officer|name="draft"/);
    }
    expect(await drafts()).toBe(1);
    expect(fieldsOf(await read(review))).toMatchObject({ 'answer.fund': ['yes'] });
  });
});

describe('a name and an address', () => {
  const stored = async () => {
    const { results } = await env.DB.prepare('SELECT lower(hex(sealed)) AS sealed FROM survey_drafts').all();
    return results.map(({ sealed }) => String(sealed)).join();
  };

  test('are never in a draft, and no step loses them', async () => {
    const { review } = await answered();
    const typed = { ...fieldsOf(await read(review)), ...person, zip: '2820' };
    for (const step of ['send', 'language', 'next']) {
      const shown = await sendForm(app, slug, { ...typed, step });
      expect([step, shown.headers.get('location')]).toEqual([step, null]);
      expect(shown.headers.get('cache-control')).toBe('private, no-cache');
      const html = await shown.text();
      expect(fieldsOf(html)).toMatchObject({ email: [person.email], zip: ['2820'], given_name: ['Ana'] });
      if (step === 'send') expect(html).toContain('<a href="#zip">');
    }
    const { step: _, ...edited } = { ...typed, edit: 'sure', step: undefined };
    const questions = await (await sendForm(app, slug, edited)).text();
    const again = { ...fieldsOf(questions), 'answer.sure': '3', step: 'review' };
    const back = fieldsOf(await (await sendForm(app, slug, again)).text());
    expect(back).toMatchObject({ email: [person.email], 'answer.sure': ['3'] });
    const kept = fieldsOf(await read(review));
    expect(kept).toMatchObject({ 'answer.sure': ['3'], email: [''], zip: [''], given_name: [''] });
    expect((await stored()).length).toBeGreaterThan(0);
  });
});

describe('two people on one device', () => {
  test('get a page each, never the other’s from the browser’s cache', async () => {
    const first = await app.request(`/surveys/${slug}`);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.headers.get('etag')).toBeNull();
    const headers = { 'if-none-match': '*' };
    const second = await app.request(`/surveys/${slug}`, { headers });
    expect(second.status).toBe(200);
    const [a, b] = [fieldsOf(await first.text()), fieldsOf(await second.text())];
    expect(a.form_token).not.toEqual(b.form_token);
  });

  test('share no answers even where they share a form token', async () => {
    const { first } = await answered();
    const second = await pressed({ ...fieldsOf(first), 'answer.fund': 'yes', step: 'next' });
    expect(fieldsOf(await read(second))).not.toHaveProperty('answer.sure');
  });
});

describe('the way to the city’s own survey', () => {
  test('from the review is a page, and leads back to the answers with the source', async () => {
    const { review } = await answered();
    const fields = { ...fieldsOf(await read(review)), ...person, step: 'city' };
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) if (one !== undefined) body.append(name, one);
    }
    const led = await app.request(`/surveys/${slug}/send`, { method: 'POST', body });
    expect(led.status).toBe(303);
    const html = await read(led.headers.get('location') ?? '');
    expect(html).toContain('Please teach every officer.');
    const [, back = ''] = /href="([^"]+)">Back to your answers/.exec(html) ?? [];
    expect(back.replaceAll('&amp;', '&')).toBe(review);
    expect(fieldsOf(await read(back))).toMatchObject({ 'answer.sure': ['4'], source: ['poster'] });
    expect(html).toMatch(/hreflang="es"/);
  });

  test('from the thank-you page carries one’s own answers, and says nobody’s name', async () => {
    const { confirm, id } = await responseOf(app, context);
    const thanks = (await press(app, `${confirm}?lang=es`)).headers.get('location') ?? '';
    expect(thanks).toMatch(new RegExp(`^/surveys/${slug}/thank-you/[\\w-]+\\?lang=es$`));
    const page = await read(thanks);
    const [, send = ''] = /href="([^"]+\/send[^"]*)"/.exec(page) ?? [];
    const html = await read(send.replaceAll('&amp;', '&'));
    expect(html).toContain('Please teach every officer.');
    expect(html).not.toMatch(/Ana|ana@|28202/);
    const mine = await pathOfLink(app, 'my', id);
    expect(page + html).not.toContain(mine);
    const own = /name="own" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const opened = await app.post(`/surveys/${slug}/opened`, { own, way: '0' });
    expect(opened.headers.get('location')).toContain('entry.4=4');
    expect((await app.post(`/surveys/${slug}/reported`, { own })).status).toBe(303);
    expect(await read(`${mine}/send`)).toContain('You told us that you sent it');
  });

  test('from an old or a shared thank-you page carries nothing', async () => {
    const { confirm } = await responseOf(app, context);
    const thanks = (await press(app, confirm)).headers.get('location') ?? '';
    app.setNow(new Date(app.now().getTime() + 2 * 3_600_000));
    const later = await read(thanks);
    expect(later).toContain('Thank you. Your answers count');
    expect(later).not.toContain('/send');
    const led = await app.request(`${thanks}/send`);
    expect(led.headers.get('location')).toBe(`/surveys/${slug}/thank-you`);
    expect(await read(`/surveys/${slug}/thank-you`)).not.toContain('/send');
  });
});
