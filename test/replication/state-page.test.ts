import { env } from 'cloudflare:workers';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { aWednesday, testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { openState, type ReadCity } from './state-support.ts';

const db = env.DB;
const app = testApp();

async function opened(cities: ReadCity[]) {
  const { slug, path } = await openState(db, cities, { now: aWednesday });
  const read = async (query = '') => (await app.request(`${path}${query}`)).text();
  return { slug, path, read };
}

/** Without tags, and with single spaces. */
const wordsOf = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ');

const three: ReadCity[] = [
  {
    name: 'Charlotte',
    statements: [
      { n: 1200, trained: 31 },
      { kind: 'survey', n: 88, trained: 31 },
    ],
  },
  { name: 'Asheville', at: [-82.55, 35.6], statements: [{ n: 40, trained: 2 }] },
  { name: 'Raleigh', at: [-78.64, 35.78], statements: [{ n: 300 }, { kind: 'survey', n: 12 }] },
];

test('the page adds up the last verified week of each city, and shows when it was read', async () => {
  const { read } = await opened(three);
  const words = wordsOf(await read());
  expect(words).toContain('North Carolina: all cities together');
  expect(words).toContain('1,540 signatures in 3 cities');
  expect(words).toContain('100 survey answers and 33 finished trainings.');
  expect(words).toMatch(/Charlotte Week to Nov 22, read Nov 24, 2026, 4:05 pm 1,200 88 31 Raleigh/);
  expect(words).toContain('Sum of 3 cities 1,540 100 33');
  expect(words).toContain('Times are in Eastern Time');
  expect(words).toContain('A person who signs in two cities is counted in both');
  expect(words).toContain('names and addresses never leave the city');
  expect(words).not.toContain('What is late or missing');
});

test('each number leads to the signed statement that it is from, and the city to its campaign', async () => {
  const { read } = await opened(three);
  const html = await read('?lang=es&source=poster');
  expect(html).toContain('<a href="https://charlotte.example.org/statements/petition-0/2026-W47">1,200</a>');
  expect(html).toContain('href="https://charlotte.example.org/campaigns/train-them"');
  expect(html).toMatch(/href="\/verify\?lang=es&amp;source=poster"/);
  const words = wordsOf(html);
  expect(words).toContain('1,540 firmas en 3 ciudades');
  expect(words).toContain('North Carolina (es): todas las ciudades juntas');
  expect(words).toContain('Quien firma en dos ciudades cuenta en ambas');
});

test('the map has the state’s outline and a dot for each city, and says nothing that the table does not', async () => {
  const { read } = await opened(three);
  const html = await read();
  const [map = ''] = /<svg viewBox[\s\S]*?<\/svg>/.exec(html) ?? [];
  expect(map).toContain('aria-hidden="true"');
  expect(map).toMatch(/<path d="M/);
  expect(map.match(/<circle /g)).toHaveLength(3);
  expect(map).toMatch(/>Asheville<\/text>/);
});

test('a city that is late or not reached stays in the sum with its last week, which is said with the reason', async () => {
  const { read } = await opened([
    { name: 'Charlotte', statements: [{ n: 100 }] },
    { name: 'Durham', statements: [{ n: 10, week: '2026-W44' }], reason: 'no-connection' },
    { name: 'Wilson', statements: [{ n: 5 }], reason: 'too-slow' },
  ]);
  const words = wordsOf(await read());
  expect(words).toContain('115 signatures in 3 cities');
  expect(words).toContain(
    'Durham is late: its last week ended on Sunday, November 1, 2026. It stays in the sum with that week. Its site did not answer.',
  );
  expect(words).toContain(
    'Wilson has not been reached since Tuesday, November 24, 2026. It stays in the sum with its last checked week. Its site took too long to answer.',
  );
});

test('a city whose log was rewritten, or that does not verify, is out of the sum, with the reason', async () => {
  const { read } = await opened([
    { name: 'Charlotte', statements: [{ n: 100 }] },
    { name: 'Durham', statements: [{ n: 10 }], reason: 'rewritten' },
    { name: 'Wilson', statements: [{ n: 5 }], refusal: 'wrong-sums' },
  ]);
  const html = await read();
  const words = wordsOf(html);
  // They stand after the sum.
  expect(words).toMatch(
    /Sum of one city 100 0 0 Cities that are not in the sum .* Durham Not in the sum .* 10 0 0/,
  );
  expect(words).toContain('100 signatures in 1 of 3 cities');
  expect(words).toContain(
    'Durham has been out of the sum since Tuesday, November 24, 2026. Its log of statements was rewritten',
  );
  expect(words).toContain('Wilson has been out of the sum since');
  expect(words).toContain('The numbers of one of its statements do not add up.');
  expect(html.match(/<circle [^>]*class="out"/g)).toHaveLength(2);
});

test('a number above the population is shown as such, and not added', async () => {
  const { read } = await opened([
    { name: 'Charlotte', statements: [{ n: 100 }] },
    { name: 'Tinytown', population: 900, statements: [{ n: 901 }] },
  ]);
  const words = wordsOf(await read());
  expect(words).toContain('100 signatures in 1 of 2 cities');
  expect(words).toMatch(/Tinytown Above its population, not in the sum Week to Nov 22, read [^W]* 901 0 0/);
  expect(words).toContain(
    'Tinytown tells of more people than the 900 who live there (Census, 2020). Its numbers are shown and not added.',
  );
});

test('a city that was never in the sum, or never reached, is not said to be so since a day', async () => {
  const { read } = await opened([
    { name: 'Charlotte', statements: [{ n: 100 }] },
    { name: 'Durham', refusal: 'no-campaign' },
    { name: 'Wilson', reason: 'no-connection' },
    { name: 'Raleigh', refusal: 'no-statement' },
    { name: 'Boone', statements: [{ n: 7 }], refusal: 'no-campaign' },
  ]);
  const words = wordsOf(await read());
  expect(words).toContain(
    'Durham is not in the sum. Its site names no such campaign: check its short name. Wilson has never been reached. Its site did not answer. Raleigh has no signed statement yet. Boone has been out',
  );
  expect(words).toContain('Its site no longer names this campaign.');
  expect(words).not.toMatch(/(Durham|Wilson) has (been out|not been)/);
  expect(words).toContain('Raleigh No statement yet – – –');
  const spanish = wordsOf(await read('?lang=es'));
  expect(spanish).toContain(
    'Durham no está en la suma. Su sitio no nombra ninguna campaña así: compruebe su nombre corto. Nunca ha habido conexión con Wilson.',
  );
});

test('a sum of several statements names each of them, trainings lead to theirs, and the page to its campaign', async () => {
  const { read, slug } = await opened([
    {
      name: 'Charlotte',
      statements: [
        { n: 100, trained: 4 },
        { kind: 'survey', n: 8, trained: 4 },
        { kind: 'survey', n: 0, trained: 4 },
      ],
    },
  ]);
  const html = await read();
  expect(wordsOf(html)).toMatch(/100 8 survey 1 : 8 survey 2 : 0 4 Sum of one city/);
  expect(html).toMatch(/statements\/survey-1\/2026-W47"><span translate="no">survey 1<\/span>: 8<\/a>/);
  expect(html).toMatch(/href="https:\/\/charlotte\.example\.org\/statements\/petition-0\/2026-W47">4<\/a>/);
  expect(html).toContain(`<a href="/campaigns/${slug}">Back to the campaign</a>`);
  expect(wordsOf(html)).toContain('The name of a city leads to its campaign, where people sign.');
});

test('before anything was read it says so, and a state of one city has one', async () => {
  const none = await opened([{ name: 'Charlotte' }]);
  const words = wordsOf(await none.read());
  expect(words).toContain('Nothing has been added up yet.');
  expect(words).toContain('Charlotte has not been read yet.');
  expect(words).not.toContain('Sum of');
  const one = await opened([{ name: 'Charlotte', statements: [{ n: 1 }] }]);
  expect(wordsOf(await one.read())).toContain('1 signature in one city');
});

test('fifty cities take 20 KB or less', async () => {
  const { read } = await opened(
    Array.from({ length: 50 }, (_, i) => ({
      name: `Springfield ${i}`,
      at: [-84 + (i % 10) * 0.85, 34.2 + Math.floor(i / 10) * 0.5] as [number, number],
      statements: [{ n: 1000 + i * 37 }, { kind: 'survey' as const, n: i }],
      ...(i % 7 === 0 && { reason: 'too-slow' }),
    })),
  );
  const html = await read('?lang=es');
  expect(gzipSync(html).length).toBeLessThanOrEqual(20_000);
  expect(wordsOf(html)).toContain('Suma de 50 ciudades');
});

test('a campaign without a roll-up has no such page, and its own page leads nowhere', async () => {
  const kit = smallKit();
  await openKit(db, kit, aWednesday);
  expect((await app.request(`/campaigns/${kit.campaign.slug}/state`)).status).toBe(404);
  expect(await (await app.request(`/campaigns/${kit.campaign.slug}`)).text()).not.toContain('/state');
});

test('the campaign’s page, its share kit and the site map lead there, and the card can be drawn', async () => {
  const { slug, path } = await opened(three);
  expect(await (await app.request(`/campaigns/${slug}`)).text()).toContain(`href="${path}"`);
  const kit = await (await app.request(`/campaigns/${slug}/share`)).text();
  expect(kit).toContain('The cities of North Carolina, added up from signed and checked counts');
  expect(await (await app.request('/sitemap.xml')).text()).toContain(path);
  const card = await app.request(`/cards/pages/${slug}/state.png`);
  expect(card.headers.get('content-type')).toBe('image/png');
});

test('the campaign’s JSON has the sum, and each city with its state, its week and its statements', async () => {
  const { slug } = await opened([
    { name: 'Charlotte', statements: [{ n: 100, trained: 4 }] },
    { name: 'Durham', statements: [{ n: 10 }], reason: 'rewritten' },
  ]);
  const answer = await (await app.request(`/api/v1/campaigns/${slug}`)).json<{ rollup: object }>();
  expect(answer.rollup).toMatchObject({
    ...{ state: 'NC', name: 'North Carolina', cities: 1, signatures: 100, answers: 0, trained: 4 },
    by_city: [
      {
        ...{ slug: 'charlotte', state: 'verified', reason: null, counts: true, week: '2026-W47' },
        ...{ signatures: 100, trained: 4, read_at: '2026-11-24T21:05:00.000Z' },
        statements: [{ url: 'https://charlotte.example.org/statements/petition-0/2026-W47', n: 100 }],
      },
      { slug: 'durham', state: 'refused', reason: 'rewritten', counts: false, signatures: 10 },
    ],
  });
  const other = smallKit();
  await openKit(db, other, aWednesday);
  const none = await (await app.request(`/api/v1/campaigns/${other.campaign.slug}`)).json<{ rollup: null }>();
  expect(none.rollup).toBeNull();
});
