import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  escaped,
  expectFormBack,
  expectProblem,
  type Fields,
  formPath,
  formToken,
  rowCounts,
  send,
} from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';

const app = testApp();
let slug = '';
const ana = () => anaOf(slug);

beforeAll(async () => {
  slug = (await openPetition(env.DB)).action.slug;
});

const long = 'x'.repeat(10_240);
const grown = `${'x'.repeat(20)}@${`${'ä'.repeat(41)}.`.repeat(5)}example`;

type Row = [what: string, field: string, value: string | undefined, code: string];

const refused: Row[] = [
  ['no given name', 'given_name', undefined, 'missing'],
  ['an empty given name', 'given_name', '', 'missing'],
  ['a given name of spaces', 'given_name', ' \u00a0\u3000 ', 'missing'],
  ['a given name of zero-width characters', 'given_name', '\u200b\u200d\ufeff\u2060', 'missing'],
  ['a given name of bidi controls', 'given_name', '\u202e\u2066\u200f\u061c', 'missing'],
  ['a given name of marks without a letter', 'given_name', '\u0301\ufe0f', 'missing'],
  ['a given name of blank letters', 'given_name', '\u3164\u2800\u115f', 'missing'],
  ['a given name of 201 letters', 'given_name', 'x'.repeat(201), 'too-long'],
  ['a given name of 201 emoji', 'given_name', '🦊'.repeat(201), 'too-long'],
  ['a given name of 201 letters and marks', 'given_name', `${'e\u0301'.repeat(100)}e`, 'too-long'],
  ['a given name of 10 kB', 'given_name', long, 'too-long'],
  ['NUL in a given name', 'given_name', 'A\u0000na', 'bad-characters'],
  ['an escape character in a given name', 'given_name', 'A\u001b[2Jna', 'bad-characters'],
  ['half a surrogate pair in a given name', 'given_name', 'Ana\ud800', 'bad-characters'],
  ['the trace of lost bytes in a given name', 'given_name', 'Jos\ufffd', 'bad-characters'],
  ['a noncharacter in a given name', 'given_name', 'Ana\uffff', 'bad-characters'],
  ['a family name of 201 letters', 'family_name', 'x'.repeat(201), 'too-long'],
  ['a family name of 10 kB', 'family_name', long, 'too-long'],
  ['NUL in a family name', 'family_name', 'Lo\u0000pez', 'bad-characters'],
  ['half a surrogate pair in a family name', 'family_name', '\udc00Lopez', 'bad-characters'],
  ['no address', 'email', undefined, 'missing'],
  ['an address of spaces', 'email', '  ', 'missing'],
  ['two at signs', 'email', 'laura@home@example.com', 'not-an-address'],
  ['no at sign', 'email', 'laura.example.com', 'not-an-address'],
  ['no local part', 'email', '@example.com', 'not-an-address'],
  ['no domain', 'email', 'laura@', 'not-an-address'],
  ['a domain of one label', 'email', 'laura@localhost', 'not-an-address'],
  ['a domain that is an IP address', 'email', 'laura@127.0.0.1', 'not-an-address'],
  ['an IP address in other digits', 'email', 'laura@0x7f.1', 'not-an-address'],
  ['an IP address in brackets', 'email', 'laura@[127.0.0.1]', 'not-an-address'],
  ['a domain with a hyphen first', 'email', 'laura@-home.example', 'not-an-address'],
  ['a domain with two dots', 'email', 'laura@home..example', 'not-an-address'],
  ['a domain with a port', 'email', 'laura@example.com:25', 'not-an-address'],
  ['a domain with a percent escape', 'email', 'laura@ex%61mple.com', 'not-an-address'],
  ['a space in an address', 'email', 'laura home@example.com', 'not-an-address'],
  ['two addresses', 'email', 'laura@example.com,eva@example.com', 'not-an-address'],
  ['a name around an address', 'email', 'Laura <laura@example.com>', 'not-an-address'],
  ['a mail header in an address', 'email', 'laura@example.com\r\nBcc: eva@example.com', 'not-an-address'],
  ['a query in an address', 'email', 'laura@example.com?subject=x', 'not-an-address'],
  ['a Unicode local part', 'email', 'láura@example.com', 'not-an-address'],
  ['two dots in a local part', 'email', 'la..ura@example.com', 'not-an-address'],
  ['a dot before a local part', 'email', '.laura@example.com', 'not-an-address'],
  ['a local part of 65 letters', 'email', `${'x'.repeat(65)}@example.com`, 'not-an-address'],
  ['an address too long once its domain is in ASCII', 'email', grown, 'not-an-address'],
  ['script in an address', 'email', '<script>alert(1)</script>@example.com', 'not-an-address'],
  ['an address of 10 kB', 'email', `${long}@example.com`, 'too-long'],
  ['NUL in an address', 'email', 'laura@example.com\u0000', 'bad-characters'],
  ['half a surrogate pair in an address', 'email', 'laura\ud800@example.com', 'bad-characters'],
  ['no ZIP', 'zip', undefined, 'missing'],
  ['letters for a ZIP', 'zip', 'ABCDE', 'not-a-zip'],
  ['a ZIP of four digits', 'zip', '2820', 'not-a-zip'],
  ['a ZIP of six digits', 'zip', '282055', 'not-a-zip'],
  ['half a ZIP+4', 'zip', '28205-12', 'not-a-zip'],
  ['a British postcode', 'zip', 'SW1A 1AA', 'not-a-zip'],
  ['a Canadian postal code', 'zip', 'K1A 0B1', 'not-a-zip'],
  ['an Austrian postal code', 'zip', '1010', 'not-a-zip'],
  ['a ZIP in Arabic digits', 'zip', '٢٨٢٠٥', 'not-a-zip'],
  ['SQL in a ZIP', 'zip', "28205' OR 1=1", 'not-a-zip'],
  ['a ZIP of 10 kB', 'zip', long, 'too-long'],
  ['NUL in a ZIP', 'zip', '28205\u0000', 'bad-characters'],
  ['a district that the ZIP does not reach', 'district', '2', 'not-one-of'],
  ['a district that there is not', 'district', '<b>9</b>', 'not-one-of'],
  ['the name of a prototype for a district', 'district', '__proto__', 'not-one-of'],
  ['the name of a method for a district', 'district', 'toString', 'not-one-of'],
  ['a district of 10 kB', 'district', long, 'too-long'],
  ['NUL in a district', 'district', '1\u0000', 'bad-characters'],
  ['a street of 201 letters', 'street', 'x'.repeat(201), 'too-long'],
  ['half a surrogate pair in a street', 'street', '1 Oak \ud800', 'bad-characters'],
  ['a comment of 1,001 letters', 'comment', 'x'.repeat(1001), 'too-long'],
  ['a comment of 10 kB', 'comment', long, 'too-long'],
  ['NUL in a comment', 'comment', 'So\u0000', 'bad-characters'],
  ['half a surrogate pair in a comment', 'comment', 'So \udfff', 'bad-characters'],
  ['a tick that is neither yes nor no', 'show_name', 'maybe', 'not-one-of'],
  ['another tick of 10 kB', 'keep_informed', long, 'not-one-of'],
  ['a source of 10 kB', 'source', long, 'too-long'],
  ['NUL in a source', 'source', 'poster\u0000', 'bad-characters'],
];

test.each(refused)('%s: the field is named, nothing is stored', async (_what, field, value, code) => {
  const before = await rowCounts();
  const fields: Fields = { ...ana(), comment: 'My words', [field]: value };
  await expectProblem(await send(app, slug, 'json', fields), [{ field, code }]);
  const html = await expectFormBack(await send(app, slug, 'form', fields), [{ field, code }]);
  for (const name of ['given_name', 'family_name', 'email', 'zip'].filter((name) => fields[name])) {
    expect(html).toContain(
      `name="${name}" type="${name === 'email' ? 'email' : 'text'}" value="${shown(fields[name])}"`,
    );
  }
  expect(html).toContain(`>${shown(fields.comment)}</textarea>`);
  expect(html).not.toContain('<script>alert');
  expect(await rowCounts()).toEqual(before);
});

/** A form is sent as UTF-8, which cannot contain half a surrogate pair. */
function shown(value: unknown): string {
  return escaped(String(value).toWellFormed());
}

describe('in JSON', () => {
  const texts = ['given_name', 'family_name', 'email', 'zip', 'district', 'street', 'comment', 'source'];
  const notText: unknown[] = [null, 5, true, [], ['Ana'], {}, { toString: 'Ana' }, [[[[]]]]];
  test.each(texts)('%s must be text', async (field) => {
    const before = await rowCounts();
    for (const value of notText) {
      const response = await send(app, slug, 'json', { ...ana(), [field]: value });
      await expectProblem(response, [{ field, code: 'not-text' }]);
    }
    expect(await rowCounts()).toEqual(before);
  });

  test.each(['show_name', 'keep_informed'])('%s must be true or false', async (field) => {
    for (const value of [null, 1, 2.5, [], [true], {}]) {
      const response = await send(app, slug, 'json', { ...ana(), [field]: value });
      await expectProblem(response, [{ field, code: 'not-one-of' }]);
    }
  });

  test('the caller’s own token must be 16 to 64 URL-safe characters', async () => {
    const before = await rowCounts();
    for (const form_token of [
      '',
      'short',
      'x'.repeat(65),
      'sixteen chars +/',
      null,
      5,
      ['x'.repeat(20)],
      long,
    ]) {
      const response = await send(app, slug, 'json', { ...ana(), form_token });
      await expectProblem(response, [{ field: 'form_token', code: 'not-a-token' }]);
    }
    expect(await rowCounts()).toEqual(before);
  });
});

test('everything that is wrong is named at once, in the order of the form', async () => {
  const wrong = [
    { field: 'given_name', code: 'missing' },
    { field: 'email', code: 'missing' },
    { field: 'zip', code: 'missing' },
  ];
  await expectProblem(await send(app, slug, 'json', {}), wrong);
  await expectFormBack(await send(app, slug, 'form', {}), wrong);
});

test('a message is in the language of the page', async () => {
  const form = await app.post(`${formPath(slug)}?lang=es`, { ...ana(), zip: '' });
  expect(await form.text()).toContain('Escriba su código postal');
  const json = await app.postJson(`/api/v1/petitions/${slug}/signatures?lang=es`, { ...ana(), zip: '' });
  expect(await json.json()).toMatchObject({
    errors: [{ field: 'zip', message: 'Escriba su código postal' }],
  });
});

test('a field that came twice is named, one that the form does not have is no matter', async () => {
  const before = await rowCounts();
  const form_token = await formToken(app, slug);
  const twice = new URLSearchParams({ ...ana(), form_token });
  for (const [name, value] of [
    ['email', 'eva@example.org'],
    ['unheard_of', '1'],
    ['unheard_of', '2'],
    ['__proto__', '1'],
    ['__proto__', '2'],
  ] as const) {
    twice.append(name, value);
  }
  const response = await app.request(formPath(slug), { method: 'POST', body: twice });
  const html = await expectFormBack(response, [{ field: 'email', code: 'sent-twice' }]);
  expect(html).toContain(`value="${ana().email}"`);
  expect(await rowCounts()).toEqual(before);
});

test('if the trap is filled in, the error is worded for a person whose password manager may have done it', async () => {
  const before = await rowCounts();
  const response = await send(app, slug, 'form', { ...ana(), website: 'https://spam.example' });
  const html = await expectFormBack(response, [{ field: 'website', code: 'leave-empty' }]);
  expect(html).not.toContain('spam.example');
  expect(html).toContain('password manager filled in the field');
  expect(html).toContain('<a href="#website">');
  // The field is visible now, so that a person can empty it if the password manager fills it in again.
  expect(html).not.toContain('class="pot"');
  expect(html).toMatch(/<input[^>]* id="website" name="website" type="text" value=""/);
  expect(await rowCounts()).toEqual(before);
  const form_token = /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  expect((await send(app, slug, 'form', { ...ana(), website: '', form_token })).status).toBe(303);
});

test('a source that cannot be stored becomes "other" in the form', async () => {
  const html = await (await send(app, slug, 'form', { ...ana(), source: long })).text();
  expect(html).toContain('name="source" value="other"');
  for (const source of [long, '%00', "x' OR 1=1", '%22%3E%3Cb%3Ex', 'a&source=b']) {
    const page = await (await app.request(`/petitions/${slug}?source=${source}`)).text();
    expect(page).toContain('name="source" value="other"');
  }
});
