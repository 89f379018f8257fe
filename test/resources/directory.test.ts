import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { aWednesday, testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json';
import { openKit } from '../support/kits.ts';
import { watchDb } from '../support/watched-db.ts';
import { kitWithServices, someService, storeManyServices } from './support.ts';

const path = `/campaigns/${charlotte.campaign.slug}/resources`;
const app = testApp();

beforeAll(async () => {
  expect((await openKit(env.DB, charlotte, aWednesday)).ok).toBe(true);
});

/** The slugs of the services on a page. */
async function shown(query: string, of = path): Promise<string[]> {
  const html = await (await app.request(`${of}${query}`)).text();
  return [...html.matchAll(/<article class="service flow" id="([^"]+)"/g)].map(([, slug = '']) => slug);
}

const all = charlotte.services.map(({ slug }) => slug);

test.each([
  ['', all],
  ['?words=abogado', ['legal-aid', 'rights-at-work']],
  ['?words=MEDICO', ['walk-in-clinic']],
  ['?words=young+shower', ['youth-drop-in']],
  ['?need=shelter', ['national-hotline', 'safe-house']],
  ['?need=shelter&police=never', ['safe-house']],
  ['?police=must', ['walk-in-clinic', 'youth-drop-in']],
  // Whoever has interpreters speaks every language.
  ['?language=vi', ['national-hotline', 'safe-house', 'legal-aid']],
  ['?for=men', ['national-hotline', 'legal-aid', 'walk-in-clinic', 'rights-at-work', 'consulate']],
  ['?level=state', ['rights-at-work']],
  ['?words=shelter', ['national-hotline', 'safe-house']],
  ['?words=refugio', ['national-hotline', 'safe-house']],
  ['?words=lawyers', ['legal-aid', 'rights-at-work']],
  ['?words=doctores', ['walk-in-clinic']],
  ['?words=psic%C3%B3loga', ['safe-house', 'walk-in-clinic', 'youth-drop-in']],
  ['?words=zebra', []],
  ['?need=nonsense&level=&page=x', all],
  ['?page=99', all],
])('%s finds %j', async (query, slugs) => {
  expect(await shown(query)).toEqual(slugs);
});

test('the page gives nobody away: no cache, no referrer, a neutral title, an exit', async () => {
  for (const [lang, title] of Object.entries({ en: 'Local services', es: 'Servicios locales' })) {
    const answer = await app.request(`${path}?lang=${lang}`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    const html = await answer.text();
    expect(/<title>(.*)<\/title>/.exec(html)?.[1]).toBe(`${title} – Undersigned`);
    expect(html).toContain('data-exit');
    expect(html).toContain('href="tel:+18883737888"');
    expect(html).toContain('href="sms:233733"');
  }
});

test('services come before examples, of which no number can be called', async () => {
  const one = someService();
  const example = {
    ...someService({ slug: 'no-such', example: true }),
    phones: [{ number: '704-555-0101' }],
    site: 'https://no-such.example.org',
  };
  const kit = kitWithServices([example, one]);
  await openKit(env.DB, kit, aWednesday);
  const of = `/campaigns/${kit.campaign.slug}/resources`;
  expect(await shown('', of)).toEqual([one.slug, example.slug]);
  const html = await (await app.request(of)).text();
  expect(html).toContain('<h2 id="found">1 service</h2>');
  expect(html).toContain('<h2>1 example of an entry</h2>');
  expect(html).toContain('href="tel:+17045550100"');
  expect(html).toContain('704-555-0101');
  expect(html).not.toContain('+17045550101');
  expect(html).toContain('no-such.example.org');
  expect(html).not.toContain('href="https://no-such.example.org');
});

test('a search leads to its results, and says what to do where no service keeps from the police', async () => {
  const kit = kitWithServices([someService({ police: 'if-you-ask' })]);
  await openKit(env.DB, kit, aWednesday);
  const of = `/campaigns/${kit.campaign.slug}/resources`;
  const html = await (await app.request(`${of}?police=never`)).text();
  expect(html).toContain(`action="${of}#found"`);
  expect(html).toContain('ask first what it must report');
  const other = await (await app.request(`${of}?need=family`)).text();
  expect(other).not.toContain('ask first what it must report');
});

test('a campaign without an exit on its other pages has one here', async () => {
  const kit = kitWithServices([someService()]);
  await openKit(env.DB, kit, aWednesday);
  expect(await (await app.request(`/campaigns/${kit.campaign.slug}`)).text()).not.toContain('data-exit');
  expect(await (await app.request(`/campaigns/${kit.campaign.slug}/resources`)).text()).toContain(
    'data-exit',
  );
});

test('the campaign’s page and its JSON lead there', async () => {
  const campaign = `/campaigns/${charlotte.campaign.slug}`;
  expect(await (await app.request(campaign)).text()).toContain(`href="${path}"`);
  const json = await (await app.request(`/api/v1${campaign}`)).json();
  expect(json).toMatchObject({
    resources: { services: { page: path }, steps: `${path}/steps`, assets: `${campaign}/assets` },
  });
  expect(await (await app.request('/sitemap.xml')).text()).toContain(path);
});

test('an entry fades: after 90 days the page says so, after 180 it is not shown', async () => {
  const kit = kitWithServices([someService({ checked_on: '2026-11-02' })]);
  await openKit(env.DB, kit, aWednesday);
  const of = `/campaigns/${kit.campaign.slug}/resources`;
  const old = 'Last checked more than 90 days ago';
  const on = async (day: string) => {
    app.setNow(`${day}T15:00:00Z`);
    return { isOld: (await (await app.request(of)).text()).includes(old), slugs: await shown('', of) };
  };
  expect(await on('2027-01-31')).toEqual({ isOld: false, slugs: ['a-lawyer'] });
  expect(await on('2027-02-01')).toEqual({ isOld: true, slugs: ['a-lawyer'] });
  expect(await on('2027-05-01')).toEqual({ isOld: true, slugs: ['a-lawyer'] });
  expect(await on('2027-05-02')).toEqual({ isOld: false, slugs: [] });
  app.setNow(aWednesday);
});

test('5,000 services: a search reads a handful of rows and shows twenty', async () => {
  const kit = kitWithServices([someService()]);
  await openKit(env.DB, kit, aWednesday);
  await storeManyServices(env.DB, kit.campaign.slug);
  let read = 0;
  const db = watchDb({
    async call(work) {
      const result = await work();
      for (const one of [result].flat()) read += (one as D1Result)?.meta?.rows_read ?? 0;
      return result;
    },
  });
  const large = testApp({}, { db });
  await large.request('/developers');
  read = 0;
  const html = await (
    await large.request(`/campaigns/${kit.campaign.slug}/resources?words=lawyer+49`)
  ).text();
  expect(html.match(/<article class="service/g)).toHaveLength(20);
  expect(html).toContain('199 services');
  expect(read).toBeLessThan(30);
  expect(html.length).toBeLessThan(60_000);
});
