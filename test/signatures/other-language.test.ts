import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { anaOf, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { formFields, languageButton, pressLanguage } from '../support/language-button.ts';
import { openSurvey } from '../support/surveys.ts';
import { responseOf } from '../surveys/support.ts';
import { confirmedAs, rowCounts, signedAs } from './support.ts';

const app = testApp();
let slug = '';

beforeEach(async () => {
  slug = (await openPetition(env.DB)).action.slug;
});

const text = async (path: string) => (await app.request(path)).text();

test('what is changed before confirming, and what is wrong in it, goes along to the other language', async () => {
  const { confirm } = await signedAs(app, slug, anaOf(slug));
  const page = await text(`${confirm}/change?source=poster`);
  const half = await pressLanguage(app, page, { given_name: 'Anita', zip: '' });
  const html = await half.text();
  expect(half.status).toBe(200);
  expect(html).toContain('<html lang="es"');
  expect(html).not.toContain('role="alert"');
  expect(formFields(html, 'correct')).toMatchObject({ given_name: 'Anita', zip: '' });
  expect(languageButton(html).path).toBe(`${confirm}/change?lang=en&source=poster`);
  const wrong = await app.post(`${confirm}/change?lang=es`, formFields(html, 'correct'));
  expect(wrong.status).toBe(422);
  const told = await pressLanguage(app, await wrong.text(), { comment: 'Mine' });
  const english = await told.text();
  expect(told.status).toBe(422);
  expect(english).toContain('Enter your ZIP code');
  expect(formFields(english, 'correct')).toMatchObject({ given_name: 'Anita', comment: 'Mine' });
  expect(await text(confirm)).not.toContain('Anita');
});

test('so does what is corrected on one’s own page', async () => {
  const { mine } = await confirmedAs(app, slug, anaOf(slug));
  const other = await pressLanguage(app, await text(`${mine}?source=poster`), { family_name: 'López' });
  const html = await other.text();
  expect([other.status, other.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
  expect(html).toContain('<html lang="es"');
  expect(formFields(html, 'correct')).toMatchObject({ family_name: 'López' });
  expect(html).toContain(`action="${mine}/correct?lang=es&amp;source=poster"`);
  const wrong = await app.post(`${mine}/correct`, { ...anaOf(slug), zip: '1' });
  const told = await pressLanguage(app, await wrong.text());
  expect([told.status, await told.text()]).toEqual([422, expect.stringContaining('cinco cifras')]);
  expect(await text(mine)).not.toContain('López');
});

test('so does the answer to who it is that shares an inbox', async () => {
  const first = await confirmedAs(app, slug, anaOf(slug));
  const { confirm } = await signedAs(app, slug, { ...anaOf(slug), given_name: 'Anna' });
  const before = await rowCounts();
  const other = await pressLanguage(app, await text(confirm), { replaces: first.id });
  const html = await other.text();
  expect(other.status).toBe(200);
  expect(html).toContain('<html lang="es"');
  expect(formFields(html, 'confirm').replaces).toBe(first.id);
  expect(await rowCounts()).toEqual(before);
  const alone = await signedAs(app, slug, { ...anaOf(slug), email: 'alone@home.example' });
  // Nothing is typed on it, so a link is enough.
  expect(await text(alone.confirm)).toContain('hreflang="es"');
});

test('so does the address that the mail is asked for once more', async () => {
  const path = `/petitions/${slug}/check-your-email`;
  const fresh = await text(`${path}?source=poster`);
  const same = await pressLanguage(app, fresh);
  expect([same.status, same.headers.get('location')]).toEqual([303, `${path}?source=poster&lang=es`]);
  const typed = await (await pressLanguage(app, fresh, { email: 'ana@home.example' })).text();
  expect(typed).toContain('<html lang="es"');
  expect(typed).toContain('value="ana@home.example"');
  const wrong = await app.post(`/petitions/${slug}/resend?source=poster`, { email: 'ana@' });
  const told = await pressLanguage(app, await wrong.text());
  const html = await told.text();
  expect(told.status).toBe(422);
  expect(html).toContain('<html lang="es"');
  expect(html).toContain('value="ana@"');
  expect(html).toContain(`action="/petitions/${slug}/resend?lang=es&amp;source=poster"`);
  const half = await app.post(`/petitions/${slug}/resend`, { email: 'ana@', step: 'language' });
  expect([half.status, await half.text()]).toEqual([200, expect.not.stringContaining('role="alert"')]);
});

test('so do the answers of a survey that are corrected', async () => {
  const context = await openSurvey(app);
  const { mine } = await responseOf(app, context);
  const page = await text(`${mine}/answers`);
  const other = await pressLanguage(app, page, { 'answer.own': 'Other words of mine.' });
  const html = await other.text();
  expect(other.status).toBe(200);
  expect(html).toContain('<html lang="es"');
  expect(html).toContain('Other words of mine.');
  expect(await text(mine)).not.toContain('Other words of mine.');
});
