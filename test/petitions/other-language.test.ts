import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectFormBack, formPath, rowCounts } from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { coalitionKit } from '../support/coalition.ts';
import { openKit } from '../support/kits.ts';
import { formFields, languageButton, pressLanguage } from '../support/language-button.ts';

const app = testApp();
const kit = coalitionKit();
const slug = kit.petitions[0]?.slug ?? '';
const typed = () => ({
  ...anaOf(slug),
  given_name: 'Ana "Anita"',
  comment: 'Two lines\nof mine',
  show_name: 'yes',
  source: 'church-form',
});

beforeAll(async () => {
  expect((await openKit(env.DB, kit, app.now())).ok).toBe(true);
});

const formOf = (html: string) => {
  const { form_token: _, ...fields } = formFields(html, 'sign-form');
  return fields;
};

describe.each(['', '/embed'])('the form that came back, at %s/petitions', (where) => {
  const path = `${where}/petitions/${slug}/signatures?source=church-form`;

  test('is the same one in the other language: what was typed, what is wrong, where it came from', async () => {
    const before = await rowCounts();
    const wrong = await (await app.post(path, { ...typed(), email: 'ana@home', zip: '2820' })).text();
    expect(languageButton(wrong).path).toContain(`${where}/petitions/${slug}/signatures?`);
    const other = await pressLanguage(app, wrong, { zip: '28202' });
    const html = await other.text();
    expect(other.status).toBe(422);
    expect(html).toContain('<html lang="es"');
    expect(html).toContain('Escriba un correo electrónico como');
    // What was put right meanwhile is no longer told.
    expect(html).not.toContain('id="zip-error"');
    expect(formOf(html)).toEqual({ ...formOf(wrong), zip: '28202' });
    expect(html).toContain('name="source" value="church-form"');
    const back = await pressLanguage(app, html);
    expect(await back.text()).toContain('<html lang="en"');
    expect(await rowCounts()).toEqual(before);
  });
});

test('of a form that was half filled and never sent, the other language finds nothing wrong', async () => {
  const before = await rowCounts();
  const page = await (await app.request(`/petitions/${slug}?source=church-form`)).text();
  expect(languageButton(page)).toEqual({
    form: 'sign-form',
    path: `/petitions/${slug}/signatures?lang=es`,
    step: 'language',
  });
  const other = await pressLanguage(app, page, { given_name: 'Ana' });
  const html = await other.text();
  expect(other.status).toBe(200);
  expect(html).not.toContain('role="alert"');
  expect(html).toContain('name="given_name" type="text" value="Ana"');
  expect(html).toContain('<html lang="es"');
  expect(html).toContain('name="source" value="church-form"');
  expect(await rowCounts()).toEqual(before);
});

test.for([
  ['', `/petitions/${slug}?source=church-form&lang=es`],
  ['/embed', `/embed/petitions/${slug}?source=church-form&lang=es`],
])(
  'of an untouched form at %s/petitions, the other language has an address that can be shared',
  async ([where, leads]) => {
    const page = await (await app.request(`${where}/petitions/${slug}?source=church-form`)).text();
    const other = await pressLanguage(app, page);
    expect([other.status, other.headers.get('location')]).toEqual([303, leads]);
  },
);

test('a district that the ZIP does not reach is still told of', async () => {
  const sent = { ...typed(), district: '99', step: 'language-check' };
  const html = await expectFormBack(await app.post(formPath(slug), sent), [
    { field: 'district', code: 'not-one-of' },
  ]);
  expect(html).toContain('<html lang="en"');
});

test('what came back is kept by its browser alone, for "Back"', async () => {
  const { headers } = await app.post(formPath(slug), { ...typed(), email: '' });
  expect(headers.get('cache-control')).toBe('private, no-cache');
});
