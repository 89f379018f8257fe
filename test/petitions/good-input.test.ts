import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { type Channel, escaped, type Fields, held, linkTo, send } from '../signatures/support.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { lookAtAll } from '../support/looks.ts';
import { confirmPath, publicCounts } from '../support/people.ts';

const app = testApp();
const channels: Channel[] = ['form', 'json'];
let slug = '';
let nth = 0;

beforeAll(async () => {
  slug = (await openPetition(env.DB)).action.slug;
});

function somebody(): Fields {
  nth += 1;
  return { given_name: 'Ana', family_name: 'Lopez', email: `ana${nth}@example.org`, zip: '28202' };
}

type Row = [what: string, fields: Fields, kept: Fields];

const fox = '🦊'.repeat(200);
const marked = 'e\u0301'.repeat(100);

const accepted: Row[] = [
  [
    'a name of one letter and no family name',
    { given_name: 'O', family_name: undefined },
    { given_name: 'O', family_name: '' },
  ],
  ['a name of 200 letters', { given_name: 'x'.repeat(200) }, { given_name: 'x'.repeat(200) }],
  ['a name of 200 emoji', { given_name: fox }, { given_name: fox }],
  ['a name of 200 letters and marks', { family_name: marked }, { family_name: marked }],
  ['a Chinese name', { given_name: '伟', family_name: '王' }, { given_name: '伟', family_name: '王' }],
  ['an Arabic name', { given_name: 'مُحَمَّد' }, { given_name: 'مُحَمَّد' }],
  [
    'apostrophe and hyphen',
    { given_name: 'Anne-Marie', family_name: "O'Brien" },
    { given_name: 'Anne-Marie', family_name: "O'Brien" },
  ],
  ['a joiner that a name needs', { given_name: 'می\u200cنا' }, { given_name: 'می\u200cنا' }],
  ['bidi controls, which go', { given_name: '\u202eanA\u2069\u061c' }, { given_name: 'anA' }],
  ['a formula', { given_name: '=cmd()' }, { given_name: '=cmd()' }],
  [
    'SQL',
    { given_name: "Robert'); DROP TABLE signatures;--" },
    { given_name: "Robert'); DROP TABLE signatures;--" },
  ],
  ['tabs and line ends in a name', { given_name: ' Ana\t\r\nMaria\u0085 ' }, { given_name: 'Ana Maria' }],
  ['a comment of 1,000 emoji', { comment: '🦊'.repeat(1000) }, { comment: '🦊'.repeat(1000) }],
  [
    'a comment with line ends and a tab',
    { comment: 'One\r\n\r\n\tTwo\rThree ' },
    { comment: 'One\n\n Two\nThree' },
  ],
  ['spaces around an address', { email: '  spaces@example.org ' }, { email: 'spaces@example.org' }],
  ['a raw Unicode domain', { email: 'raw@bücher.example' }, { email: 'raw@xn--bcher-kva.example' }],
  ['an xn-- domain', { email: 'ascii@XN--Bcher-KVA.example' }, { email: 'ascii@xn--bcher-kva.example' }],
  ['a domain with an emoji', { email: 'fox@💩.la' }, { email: 'fox@xn--ls8h.la' }],
  [
    'signs that addresses may hold',
    { email: "o'brien+{x}!#$%&*/=?^_`|~@example.org" },
    { email: "o'brien+{x}!#$%&*/=?^_`|~@example.org" },
  ],
  ['a ZIP+4', { zip: '28202-1234' }, { zip: '28202', district: 'District 1' }],
  ['spaces around a ZIP', { zip: ' 28202 ' }, { zip: '28202' }],
  ['a ZIP in full-width digits', { zip: '２８２０２' }, { zip: '28202' }],
  [
    'a German postcode, which reads as a ZIP elsewhere',
    { zip: '10115' },
    { zip: '10115', district: 'Outside Riverton' },
  ],
  ['a district that the ZIP reaches', { zip: '28205-1234', district: ' 2 ' }, { district: 'District 2' }],
  ['"I am not sure"', { zip: '28205', district: 'unknown' }, { district: null }],
  ['a source that nobody knows', { source: '<script>' }, { source: 'other' }],
  [
    'fields named like prototypes',
    { constructor: 'x', toString: 'x', hasOwnProperty: 'x' },
    { given_name: 'Ana' },
  ],
];

test.each(accepted)(
  '%s: accepted by form and in JSON, and kept as it should be',
  async (_what, fields, kept) => {
    for (const channel of channels) {
      const response = await send(app, slug, channel, { ...somebody(), ...fields });
      expect(response.status).toBe(channel === 'form' ? 303 : 202);
      expect(await held(app, slug)).toMatchObject(kept);
    }
  },
);

test('__proto__ in JSON is a field like any other that nobody asked for', async () => {
  const body = `{"__proto__": {"given_name": "Eva", "show_name": true}, ${JSON.stringify(somebody()).slice(1)}`;
  const headers = { 'content-type': 'application/json' };
  const path = `/api/v1/petitions/${slug}/signatures`;
  expect((await app.request(path, { method: 'POST', headers, body })).status).toBe(202);
  expect(await held(app, slug)).toMatchObject({ given_name: 'Ana', shown_name: null });
  const inherited = await app.request(path, {
    method: 'POST',
    headers,
    body: '{"__proto__": {"given_name": "Eva"}}',
  });
  expect(inherited.status).toBe(422);
});

test('the two spellings of a domain are one person', async () => {
  const { slug } = (await openPetition(env.DB)).action;
  const fields = { given_name: 'Laura', zip: '28202' };
  for (const email of ['laura@bücher.example', 'laura@xn--bcher-kva.example']) {
    await send(app, slug, 'form', { ...fields, email });
    expect((await app.post(await linkTo(app, 'confirm', slug), {})).status).toBe(303);
  }
  expect(await publicCounts(app, slug)).toMatchObject({ confirmed: 1, duplicate: 1 });
});

test('script in every field is text on every page and in every mail that shows it', async () => {
  const { slug } = (await openPetition(env.DB, { asksStreet: true })).action;
  const evil = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>&amp;`;
  const fields = { given_name: evil, family_name: evil, street: evil, comment: evil, show_name: 'yes' };
  const email = `ana@${slug}.example`;
  const signed = await send(app, slug, 'form', { ...fields, email, zip: '28202' });
  expect(signed.status).toBe(303);
  const confirm = await confirmPath(app, email);
  const pages = [await app.request(confirm)];
  await app.post(confirm, {});
  await lookAtAll(app.deps, { slug });
  const mine = await linkTo(app, 'my', slug);
  pages.push(
    await app.request(`/petitions/${slug}`),
    await app.request(mine),
    await app.post(`${mine}/correct`, { ...fields, zip: evil.slice(0, 20) }),
    await send(app, slug, 'form', { ...fields, email: evil, zip: '28202' }),
    await app.post(`/petitions/${slug}/resend`, { email: evil }),
  );
  for (const page of pages) {
    const html = await page.text();
    expect(html).toContain(escaped(evil));
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img');
  }
  for (const { html, text, subject } of await app.mailTo(email)) {
    expect(html + text + subject).not.toContain('alert(');
  }
});

test('what comes in an address’s query is text, and a language that is none is ours', async () => {
  const odd = encodeURIComponent(`"><script>alert(1)</script>' OR 1=1 --`);
  for (const query of [
    `lang=${odd}`,
    `lang[]=es`,
    `lang=${'x'.repeat(10_240)}`,
    `lang=%00`,
    `a=${odd}&source=${odd}`,
  ]) {
    const response = await app.request(`/petitions/${slug}?${query}`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('<html lang="en">');
    expect(html).not.toContain('<script>alert');
  }
  const twice = await app.request(`/petitions/${slug}?lang=es&lang=en`);
  expect(await twice.text()).toContain('<html lang="es">');
});
