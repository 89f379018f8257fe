import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { likelyAddress } from '../../web/typo-rules.ts';
import { anaOf, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { languageButton } from '../support/language-button.ts';
import { openSurvey } from '../support/surveys.ts';
import { person, rightAnswers, sendForm } from '../surveys/form-support.ts';
import { formPath, formToken, signedAs } from './support.ts';

describe('an address whose domain looks mistyped', () => {
  test.each([
    ['maria@gmial.com', 'maria@gmail.com'],
    ['maria@gmal.com', 'maria@gmail.com'],
    ['Maria.Lopez@GMAIL.CON ', 'Maria.Lopez@gmail.com'],
    ['maria@gmail.co', 'maria@gmail.com'],
    ['maria@gmailcom', 'maria@gmail.com'],
    ['maria@yaho.com', 'maria@yahoo.com'],
    ['maria@hotmial.com', 'maria@hotmail.com'],
    ['maria@outlok.com', 'maria@outlook.com'],
    ['maria@iclod.com', 'maria@icloud.com'],
    ['maria@sbcgloabl.net', 'maria@sbcglobal.net'],
    ['maria@bellsoth.ne', 'maria@bellsouth.net'],
    ['maria@ymail.co', 'maria@ymail.com'],
  ])('%s is asked about', (typed, meant) => {
    expect(likelyAddress(typed)).toBe(meant);
  });

  test.each([
    'maria@gmail.com',
    'maria@mail.com',
    'maria@email.com',
    'maria@gmx.com',
    'maria@gmx.de',
    'maria@yahoo.ca',
    'maria@yahoo.com.mx',
    'maria@hotmail.es',
    'maria@hotmail.cl',
    'maria@aol.com',
    'maria@live.com',
    'maria@yandex.com',
    'maria@myyahoo.com',
    'maria@proton.me',
    'maria@rocketmail.com',
    'maria@outlook.com.br',
    'maria@charlottenc.gov',
    'maria@example.org',
    'maria',
    'maria@',
    '@gmial.com',
    '',
  ])('%s is not', (typed) => {
    expect(likelyAddress(typed)).toBeNull();
  });
});

const connected = { 'cf-connecting-ip': '203.0.113.7' };
const app = testApp();
let slug = '';

beforeAll(async () => {
  slug = (await openPetition(env.DB)).action.slug;
});

const page = async (path: string, headers: Record<string, string> = connected) =>
  (await app.request(path, { headers })).text();

async function pressSign(fields: Record<string, string>, path = formPath(slug)): Promise<Response> {
  const body = new URLSearchParams({ form_token: await formToken(app, slug), step: 'sign', ...fields });
  return app.request(path, { method: 'POST', body, headers: connected });
}

const leadsTo = (response: Response) => response.headers.get('location') ?? '';

describe('where the mail goes', () => {
  test('is shown to who entered the address, and a likely error in it is asked about', async () => {
    const email = 'maria.where@gmial.com';
    const to = leadsTo(await pressSign({ ...anaOf(slug), email }, `${formPath(slug)}?lang=es`));
    expect(to).toMatch(new RegExp(`^/petitions/${slug}/check-your-email\\?to=[\\w-]+&lang=es$`));
    const response = await app.request(to, { headers: connected });
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const html = await response.text();
    expect(html).toContain(`Usted escribió la dirección <b class="address">${email}</b>`);
    expect(html).toContain('¿Quiso decir maria.where@gmail.com?');
    expect(html).toContain(`value="${email}"`);
    // Asked once: sending again to an address that nothing waits for would do nothing.
    expect(html.split('¿Quiso decir')).toHaveLength(2);
    // The other language tells the same.
    const { path } = languageButton(html);
    const same = await app.request(path, {
      method: 'POST',
      body: new URLSearchParams({ email, step: 'language' }),
      headers: connected,
    });
    expect([same.status, leadsTo(same)]).toEqual([303, to.replace('lang=es', 'lang=en')]);
    const typed = await app.request(path, {
      method: 'POST',
      body: new URLSearchParams({ email: 'maria@home.example', step: 'language' }),
      headers: connected,
    });
    const english = await typed.text();
    expect(english).toContain(`<b class="address">${email}</b>`);
    expect(english).toContain('value="maria@home.example"');
    // A shared link tells nobody else, and it tells nobody for long.
    expect(await page(to, { 'cf-connecting-ip': '203.0.113.8' })).not.toContain('gmial');
    expect(await page(to.replace(/to=.{9}/, 'to=AAAAAAAAA'))).not.toContain('gmial');
    const later = testApp();
    later.setNow(new Date(app.now().getTime() + 3_600_001));
    expect(await (await later.request(to, { headers: connected })).text()).not.toContain('gmial');
  });

  test('is in no address and in no text but that page', async () => {
    const email = 'secret.where@home.example';
    const to = leadsTo(await pressSign({ ...anaOf(slug), email }));
    expect(decodeURIComponent(to)).not.toMatch(/secret|home\.example|@/);
    expect(Buffer.from(to.split('to=')[1] ?? '', 'base64url').toString('latin1')).not.toContain('secret');
    expect(await page(`/petitions/${slug}/check-your-email`)).not.toContain('secret');
  });

  test('is the same whether or not the address has signed', async () => {
    const known = { ...anaOf(slug), email: 'known@home.example' };
    await signedAs(app, slug, known);
    const html = await page(leadsTo(await pressSign(known)));
    const other = await page(leadsTo(await pressSign({ ...known, email: 'never@home.example' })));
    const plain = (text: string) => text.replaceAll(/(known|never)@/g, '@').replaceAll(/to=[\w-]+/g, '');
    expect(plain(html)).toBe(plain(other));
  });

  test('is also shown in a frame, after the mail was asked for again, and for a survey', async () => {
    const email = 'ana@yahooo.com';
    const framed = await pressSign({ ...anaOf(slug), email }, `/embed${formPath(slug)}?id=u1`);
    const frame = await page(leadsTo(framed));
    expect(frame).toContain(`>${email}</b>`);
    expect(frame).toMatch(/data-page="\/embed[^"]*\?to=[\w-]+&amp;id=u1&amp;lang=es"/);
    const again = new URLSearchParams({ email, step: 'send' });
    const path = `/petitions/${slug}/resend`;
    const sent = await app.request(path, { method: 'POST', body: again, headers: connected });
    expect(leadsTo(sent)).toMatch(/\?again=sent&to=/);
    expect(await page(leadsTo(sent))).toContain(`>${email}</b>`);
    const { action } = await openSurvey(app);
    const form_token = await formTokenOfSurvey(action.slug);
    const answered = { ...rightAnswers, ...person, email, form_token, step: 'send' };
    const response = await sendForm(app, action.slug, answered);
    expect(await page(leadsTo(response), {})).toContain(`>${email}</b>`);
  });

  test('a form that came back asks too, and is taken as it is when it is sent again', async () => {
    const wrong = await pressSign({ ...anaOf(slug), email: 'ana@gmial.com', zip: '' });
    expect(await wrong.text()).toMatch(/<p class="meant"[^>]*>Did you mean ana@gmail.com\?<\/p>/);
    expect((await pressSign({ ...anaOf(slug), email: 'ana@gmial.com' })).status).toBe(303);
  });

  test('whoever sends the form without its button gets the plain address', async () => {
    const sent = await app.post(formPath(slug), {
      ...anaOf(slug),
      email: 'plain@home.example',
      form_token: await formToken(app, slug),
    });
    expect(leadsTo(sent)).toBe(`/petitions/${slug}/check-your-email`);
  });
});

async function formTokenOfSurvey(survey: string): Promise<string> {
  return /name="form_token" value="([^"]+)"/.exec(await page(`/surveys/${survey}`))?.[1] ?? '';
}
