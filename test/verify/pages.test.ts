import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { makeDueDigests } from '../../worker/digests/make-digests.ts';
import { campaignOfAugust, historyOf } from '../digests/history.ts';
import { digestMaking } from '../digests/stored.ts';
import { testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';

const app = testApp();
const html = { headers: { accept: 'text/html,*/*' } };
const read = async (path: string, init?: RequestInit) => (await app.request(path, init)).text();
let slug = '';
let title = '';

beforeAll(async () => {
  await stopEarlierDigests(env.DB);
  const { action, campaign } = await campaignOfAugust();
  slug = action.slug;
  title = action.title.en;
  await env.DB.prepare(
    'UPDATE campaigns SET content = json_set(content, \'$.care\', json(\'{"help":null,"noDetails":null,"hasExit":true}\')) WHERE id = ?',
  )
    .bind(campaign.id)
    .run();
  await historyOf(action).sign('2026-09-02T12:00:00Z');
  await makeDueDigests(digestMaking(), new Date('2026-09-07T11:00:00Z'));
});

const shortCodes: [string, string, string, string][] = [
  [
    'the reference number of an own page',
    'd2f90a1b'.repeat(4),
    'press “Download my receipt”',
    'pulse «Descargar mi comprobante»',
  ],
  [
    'the number of a certificate',
    '0b1c2d3e-1234-8abc-a123-0123456789ab',
    'the number of a certificate',
    'el número de un certificado',
  ],
  ['a hash', 'ab'.repeat(32), 'the short code of a text or file', 'el código corto de un texto'],
];

test.each(shortCodes)('%s that is pasted is named, and it is said what to do', async (_, text, en, es) => {
  for (const [language, words] of [
    ['en', en],
    ['es', es],
  ]) {
    const back = await app.post(`/verify?lang=${language}`, { text: ` ${text}\n`, keys: '' });
    const [page = ''] = /<section id="result"[\s\S]*?<\/section>/.exec(await back.text()) ?? [];
    expect(page).toContain(words);
    expect(page).not.toMatch(/is no statement, proof|no es constancia, prueba/);
  }
});

test('who comes from the statements of an action finds the way back, the campaign and the exit', async () => {
  const list = await read(`/statements/${slug}/2026-W36`);
  expect(list).toContain(`href="/verify?action=${slug}"`);
  const page = await read(`/verify?action=${slug}`);
  expect(page).toContain(`href="/statements/${slug}"`);
  expect(page).toMatch(/class="exit"|id="exit"|data-exit/);
  expect(page).toContain('action="/verify?action=');
  // The same after a check without a script, in which the title and the date stand.
  const statement = await read(`/statements/${slug}/2026-W36.json`);
  const checked = await (await app.post(`/verify?action=${slug}`, { text: statement, keys: '' })).text();
  expect(checked).toContain(`“${title}”, week ending Sunday, September 6, 2026: 1 confirmed of 1 received.`);
  expect(checked).toContain(`href="/statements/${slug}"`);
});

test('the statement of an action that is not known here is named by its address', async () => {
  const statement = await read(`/statements/${slug}/2026-W36.json`);
  const checked = await (await app.post('/verify?action=none-of-ours', { text: statement, keys: '' })).text();
  expect(checked).toContain(`“${slug}”, week ending`);
});

test('each key is named by what it signs', async () => {
  const page = await read('/verify');
  expect(page).toContain('localhost:8787/log is that of the log of statements');
  expect(page).not.toContain('Key of the log<');
});

test('the address of the log is a page that says what it is, in both languages', async () => {
  const page = await read('/log');
  expect(page).toContain('The public log');
  expect(page).toMatch(/localhost:8787\/log\+[0-9a-f]{8}\+/);
  for (const link of ['/log/keys', '/log/checkpoint', '/docs/verify.txt']) {
    expect(page).toContain(`href="${link}"`);
  }
  expect(await read('/log?lang=es')).toContain('El registro público');
  for (const path of [...page.matchAll(/href="(\/log\/tile\/[^"]+)"/g)].map(([, path]) => path ?? '')) {
    expect((await app.request(path)).status, path).toBe(200);
  }
  expect((await app.request('/log/tile')).headers.get('location')).toBe('/log');
});

test('the address of a member tree is such a page too, whose tiles are there', async () => {
  const page = await read(`/statements/${slug}/tile`);
  expect(page).toContain(`Member tree: ${title}`);
  const tiles = [...page.matchAll(/href="(\/statements\/[^"]+\/tile\/[^"]+)"/g)].map(
    ([, path]) => path ?? '',
  );
  expect(tiles).toHaveLength(2);
  for (const path of tiles) expect((await app.request(path)).status, path).toBe(200);
  expect(await read(`/statements/${slug}/tile?lang=es`)).toContain('Árbol de miembros');
});

test.each([
  ['', 400],
  ['?from=2', 400],
  ['?from=2&to=1', 400],
  ['?from=a&to=1', 400],
  ['?from=0&to=99999', 404],
])('a consistency proof that was asked for by %j is explained to its reader', async (query, status) => {
  for (const below of ['/log', `/statements/${slug}`]) {
    const path = `${below}/consistency${query}`;
    const told = await app.request(path);
    expect([path, told.status, told.headers.get('content-type')]).toEqual([
      path,
      status,
      'text/plain; charset=UTF-8',
    ]);
    expect(await told.text()).toContain(`${below}/consistency?from=N&to=M proves`);
    const shown = await app.request(path, html);
    expect([shown.status, shown.headers.get('vary')]).toEqual([status, expect.stringContaining('accept')]);
    const page = await shown.text();
    expect(page).toContain('Enter two whole numbers');
    expect(await read(`${path}${query ? '&' : '?'}lang=es`, html)).toContain('Escriba dos números enteros');
  }
});
