import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { makeFormToken } from '../../worker/platform/crypto/form-token.ts';
import {
  dump,
  expectFormBack,
  formPath,
  formToken,
  jsonPath,
  linkTo,
  rowCounts,
  send,
} from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { type KitOverrides, openPetition } from '../support/factories.ts';

const app = testApp();
let slug = '';

beforeAll(async () => {
  slug = (await openPetition(env.DB)).action.slug;
});

async function petitionIn(change: string, overrides: KitOverrides = {}): Promise<string> {
  const { action: petition } = await openPetition(env.DB, overrides);
  await env.DB.prepare(`UPDATE actions SET ${change} WHERE slug = ?`).bind(petition.slug).run();
  return petition.slug;
}

type State = [state: string, petition: () => Promise<string>, form: number, json: number, says: string];

const rejected = `state = 'rejected', rejection = '{"en": "It is about another city", "es": "x"}'`;
const states: State[] = [
  [
    'closed by its job',
    () => petitionIn(`state = 'closed', closed_at = 1795000000000`),
    409,
    409,
    'closed before',
  ],
  [
    'closed by its date',
    () => petitionIn('slug = slug', { closesOn: '2026-11-24' }),
    409,
    409,
    'closed before',
  ],
  ['rejected', () => petitionIn(rejected), 409, 409, 'about another city'],
  ['not open yet', () => petitionIn('slug = slug', { opensOn: '2026-12-01' }), 409, 409, 'December 1'],
  ['removed', () => petitionIn(`state = 'removed'`), 404, 409, 'not here'],
  ['a draft', () => petitionIn(`state = 'draft'`), 404, 404, 'not here'],
  ['submitted', () => petitionIn(`state = 'submitted'`), 404, 404, 'not here'],
  ['unknown', async () => 'never-heard-of', 404, 404, 'not here'],
  ['named like a prototype', async () => '__proto__', 404, 404, 'not here'],
  ['SQL', async () => encodeURIComponent("x' OR '1'='1"), 404, 404, 'not here'],
  ['NUL', async () => '%00', 404, 404, 'not here'],
  ['not UTF-8', async () => '%FF%E0%A4%A', 404, 404, 'not here'],
  ['10 kB long', async () => 'x'.repeat(10_240), 404, 404, 'not here'],
];

test.each(states)('a petition that is %s takes no signature', async (_state, petition, form, json, says) => {
  const where = await petition();
  const before = await rowCounts();
  for (const fields of [anaOf('somewhere'), { ...anaOf('somewhere'), zip: 'ABCDE' }]) {
    const page = await send(app, where, 'form', fields);
    const html = await page.text();
    expect(page.status).toBe(form);
    expect(html).toContain(says);
    expect(html.includes('closed before')).toBe(says === 'closed before');
    expect(html).not.toContain('name="form_token"');
  }
  const answer = await app.postJson(jsonPath(where), anaOf('somewhere'));
  expect(answer.status).toBe(json);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ status: json, title: expect.stringContaining('petition') });
  expect(await rowCounts()).toEqual(before);
});

test('a petition that is not public has no page and no JSON, one that was removed says so', async () => {
  for (const [change, status] of [
    [`state = 'draft'`, 404],
    [`state = 'submitted'`, 404],
    [`state = 'removed'`, 410],
  ] as const) {
    const where = await petitionIn(change);
    for (const path of [`/petitions/${where}`, `/api/v1/petitions/${where}`]) {
      const response = await app.request(path);
      expect(response.status).toBe(status);
      expect(await response.text()).not.toContain('Because it is small');
    }
    for (const page of ['check-your-email', 'thank-you']) {
      expect((await app.request(`/petitions/${where}/${page}`)).status).toBe(404);
    }
    expect((await app.post(`/petitions/${where}/resend`, { email: 'ana@example.org' })).status).toBe(404);
  }
});

const ninth = new Date('2026-11-16T14:59:59Z');

test.each<[string, (token: string) => string | Promise<string>]>([
  ['truncated', (token) => token.slice(0, -1)],
  ['cut to nothing but its seal', (token) => token.slice(0, 22)],
  ['tampered with in its seal', (token) => (token.startsWith('A') ? 'B' : 'A') + token.slice(1)],
  [
    'tampered with in its time',
    (token) => `${token.slice(0, 24)}${token[24] === 'M' ? 'N' : 'M'}${token.slice(25)}`,
  ],
  ['longer than it was', (token) => `${token}AAAA`],
  ['of another purpose', () => app.deps.keyring.token('confirm', 'mi0000.AAAA')],
  ['of another petition’s form', () => formToken(app, 'another-petition')],
  ['more than a week old', () => makeFormToken(app.deps.keyring, slug, ninth)],
  ['made up', () => 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
  ['10 kB long', () => 'A'.repeat(10_240)],
  ['script', () => '"><script>alert(1)</script>'],
])('a form whose token is %s comes back with a fresh one', async (_what, spoil) => {
  const before = await rowCounts();
  const form_token = await spoil(await formToken(app, slug));
  const response = await send(app, slug, 'form', { ...anaOf(slug), form_token });
  const html = await expectFormBack(response, [{ field: 'form_token', code: 'stale' }]);
  expect(html).toContain('value="Lopez"');
  expect(html).not.toContain('<script>alert');
  expect(await rowCounts()).toEqual(before);
  const fresh = /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  expect((await send(app, slug, 'form', { ...anaOf(slug), form_token: fresh })).status).toBe(303);
});

test('a mailed link that is cut, changed or of another purpose opens nothing', async () => {
  await send(app, slug, 'form', anaOf(slug));
  const links = [await linkTo(app, 'confirm', slug), await linkTo(app, 'my', slug)];
  const [confirm = '', mine = ''] = links.map((link) => link.split('/')[2]);
  const before = await dump();
  const spoiled = [
    confirm.slice(0, -1),
    `${confirm}A`,
    `${confirm.startsWith('A') ? 'B' : 'A'}${confirm.slice(1)}`,
    mine,
    'x'.repeat(10_240),
    '%00',
    '%FF',
  ];
  const posts = ['/confirm/TOKEN', '/my/TOKEN/correct', '/my/TOKEN/withdraw', '/my/TOKEN/erase'];
  for (const token of spoiled) {
    for (const path of posts.map((path) =>
      path.replace('TOKEN', path.startsWith('/my') && token === mine ? confirm : token),
    )) {
      const response = await app.post(path, anaOf(slug));
      expect(response.status, path).toBe(404);
      expect(await response.text()).toContain('This link does not work');
    }
    const other = token === mine ? confirm : token;
    for (const path of [`/confirm/${token}`, `/my/${other}`, `/my/${other}/data.json`]) {
      const response = await app.request(path);
      expect(response.status, path).toBe(404);
      expect(await response.text()).not.toContain('Lopez');
    }
  }
  expect(await dump()).toBe(before);
});

test('methods that a route has not are refused with those that it has', async () => {
  await send(app, slug, 'form', anaOf(slug));
  const [confirm, mine] = [await linkTo(app, 'confirm', slug), await linkTo(app, 'my', slug)];
  const before = await dump();
  const routes: Record<string, string> = {
    [formPath(slug)]: 'POST',
    [jsonPath(slug)]: 'POST',
    [`/petitions/${slug}/resend`]: 'GET, HEAD, POST',
    [`/petitions/${slug}`]: 'GET, HEAD',
    [`/petitions/${slug}/check-your-email`]: 'GET, HEAD',
    [`/petitions/${slug}/thank-you`]: 'GET, HEAD',
    [`/api/v1/petitions/${slug}`]: 'GET, HEAD',
    [confirm]: 'GET, HEAD, POST',
    [mine]: 'GET, HEAD',
    [`${mine}/data.json`]: 'GET, HEAD',
    [`${mine}/correct`]: 'POST',
    [`${mine}/withdraw`]: 'POST',
    [`${mine}/erase`]: 'POST',
  };
  for (const [path, allow] of Object.entries(routes)) {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      if (allow.split(', ').includes(method)) continue;
      if (allow === 'POST' && ['GET', 'HEAD'].includes(method) && path !== jsonPath(slug)) {
        const led = await app.request(`${path}?lang=es`, { method });
        const above = path.slice(0, path.lastIndexOf('/'));
        expect([led.status, led.headers.get('location')], path).toEqual([303, `${above}?lang=es`]);
        continue;
      }
      const body = method === 'POST' || method === 'PUT' ? new URLSearchParams(anaOf(slug)) : null;
      const response = await app.request(path, { method, body });
      expect(response.status, `${method} ${path}`).toBe(405);
      expect(response.headers.get('allow'), `${method} ${path}`).toBe(allow);
    }
  }
  expect(await dump()).toBe(before);
});

test('HEAD is GET without a body', async () => {
  for (const path of [`/petitions/${slug}`, `/api/v1/petitions/${slug}`, `/petitions/${slug}/thank-you`]) {
    const [get, head] = [await app.request(path), await app.request(path, { method: 'HEAD' })];
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
  }
});

test('other sites may read and sign by JSON without credentials, and post no form by script', async () => {
  const preflight = (path: string, method: string) =>
    app.request(path, {
      method: 'OPTIONS',
      headers: { origin: 'https://other.example', 'access-control-request-method': method },
    });
  for (const [path, method] of [
    [`/api/v1/petitions/${slug}`, 'GET'],
    [jsonPath(slug), 'POST'],
  ] as const) {
    const allowed = await preflight(path, method);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('*');
    expect(allowed.headers.get('access-control-allow-methods')).toBe('GET,POST');
    expect(allowed.headers.get('access-control-allow-headers')).toBe('content-type,authorization');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
  }
  for (const path of [formPath(slug), `/petitions/${slug}`]) {
    const write = await preflight(path, 'POST');
    expect(write.status).toBe(405);
    expect(write.headers.get('access-control-allow-origin')).toBeNull();
  }
});

test('odd addresses are not found, and never an error', async () => {
  const odd = [
    '//',
    '///',
    '//:80',
    '//[',
    '//evil.example/a',
    '/%',
    '/%00',
    '/%FF',
    '/..%2f',
    '/__proto__',
    '/constructor',
  ];
  for (const path of [...odd, `/${'x'.repeat(16_000)}`, `/petitions/${slug}/none`, '/petitions/']) {
    const response = await app.request(path);
    expect(response.status, path.slice(0, 40)).toBe(404);
    expect(await response.text()).not.toContain('//evil.example');
  }
  const query = await app.request(`/petitions/${slug}?${'a=b&'.repeat(4000)}`);
  expect(query.status).toBe(200);
});
