import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { message } from '../../web/language.ts';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import type { ConsoleCampaign } from '../../worker/organize/console-section.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { resourcesSection } from '../../worker/resources/console.tsx';
import { pageOf, serviceKey } from '../../worker/resources/console-rules.ts';
import type { Service } from '../../worker/resources/rules.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { countingDb, type Read } from '../support/counting-db.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { both, kitWithServices, someService, storeManyServices } from './support.ts';

const asset = (slug: string, more: object = {}) => {
  return { slug, kind: 'places', name: both(`Room ${slug}`), gives: both('Chairs'), ...more };
};

async function consoleOf(
  kit: ReturnType<typeof smallKit>,
  { role = 'owner', app = testApp() }: { role?: 'owner' | 'viewer'; app?: ReturnType<typeof testApp> } = {},
) {
  const opened = await openKit(env.DB, kit, aWednesday);
  expect(opened.ok || opened.error).toBe(true);
  const { slug } = kit.campaign;
  const id = (await findCampaignBySlug(env.DB, slug)) ?? 0;
  const client = await organizerIn(app, { id, slug }, { role });
  const home = `/organize/campaigns/${slug}`;
  return { client, home, read: (path = '/resources') => client.read(home + path) };
}

/** The first cells of the table of services, in their order. */
function namesIn(html: string): string[] {
  const [table = ''] = /<table[\s\S]*?<\/table>/.exec(html) ?? [];
  return [...table.matchAll(/<th scope="row"[^>]*>([\s\S]*?)<\/th>/g)].map(([, cell = '']) =>
    cell.replace(/<br[\s\S]*$/, '').replace(/<[^>]+>/g, ''),
  );
}

async function nextPage(client: OrganizerClient, html: string): Promise<string | null> {
  const href = /<a rel="next" href="([^"]+)"/.exec(html)?.[1];
  return href ? client.read(href.replaceAll('&amp;', '&')) : null;
}

test('services that nobody has checked for 90 days wait for an organizer, examples do not', async () => {
  const kit = kitWithServices([
    someService({ slug: 'one', checked_on: '2026-11-01' }),
    someService({ slug: 'two', checked_on: '2026-11-02' }),
    someService({ slug: 'example', checked_on: '2026-01-01', example: true }),
  ]);
  await openKit(env.DB, kit, aWednesday);
  const id = (await findCampaignBySlug(env.DB, kit.campaign.slug)) ?? 0;
  const campaign = { id, timeZone: 'America/New_York' } as ConsoleCampaign;
  const on = async (day: string) => {
    const query = resourcesSection.waits?.(env.DB, campaign, new Date(`${day}T15:00:00Z`), { ages: true });
    const found = query ? await runQuery(env.DB, query) : [];
    return found.map(({ words, count, path }) => [message(words.en, { n: count }, 'en'), path]);
  };
  const path = '/write/edit?page=services';
  expect(await on('2027-01-30')).toEqual([]);
  expect(await on('2027-01-31')).toEqual([['1 service was last checked more than 90 days ago', path]]);
  expect(await on('2027-02-01')).toEqual([['2 services were last checked more than 90 days ago', path]]);
});

/** On the Wednesday of the tests, 2026-11-25, they are 1, 90, 91, 180 and 181 days old. */
const ofEachState = [
  someService({ slug: 'new', name: both('New'), checked_on: '2026-11-24' }),
  someService({ slug: 'ninety', name: both('Ninety'), checked_on: '2026-08-27' }),
  someService({ slug: 'an-example', name: both('No such place'), checked_on: '2026-01-01', example: true }),
  someService({ slug: 'old', name: both('Old'), checked_on: '2026-08-26' }),
  someService({ slug: 'last-day', name: both('Last day'), checked_on: '2026-05-29' }),
  someService({
    slug: 'gone',
    name: both('Gone'),
    checked_on: '2026-05-28',
    checked_by: both('The night shift'),
  }),
];

test('organizers see the state of every service, the longest unchecked first, and open its form', async () => {
  const { client, home, read } = await consoleOf(kitWithServices(ofEachState));
  const page = await read();
  expect(namesIn(page)).toEqual(['Gone', 'Last day', 'Old', 'Ninety', 'New', 'No such place']);
  const rows = page.split('<tr').map((row) => row.replace(/<[^>]+>/g, ' '));
  const rowOf = (name: string) => rows.find((row) => row.includes(` ${name} `));
  expect(rowOf('Gone')).toMatch(/Not shown: older than 180 days[\s\S]*May 28, 2026, by The night shift/);
  expect(rowOf('Last day')).toContain('Older than 90 days');
  expect(rowOf('Old')).toContain('Older than 90 days');
  expect(rowOf('Ninety')).toContain('Fresh');
  expect(rowOf('No such place')).toContain('Example');
  const counts = page.slice(0, page.indexOf('<table')).replace(/<[^>]+>/g, ' ');
  for (const [label, n] of [
    ['Not shown: older than 180 days', 1],
    ['Older than 90 days', 2],
    ['Fresh', 2],
    ['Example', 1],
  ] as const) {
    expect(counts).toMatch(new RegExp(`${label}\\s*:?\\s+${n}\\s`));
  }
  expect(await read('')).toContain(`href="${home}/resources"`);
  for (const name of ['Gone', 'New']) {
    const href = new RegExp(`<a href="([^"]+)">${name}</a>`).exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(await client.read(href)).toContain(`value="${name}"`);
  }
});

test('the link of a service opens its form also after a draft has changed the order', async () => {
  const { client, home, read } = await consoleOf(kitWithServices(ofEachState));
  const edit = '/write/edit?page=services';
  const version = /name="version" value="([^"]*)"/.exec(await read(edit))?.[1] ?? '';
  await client.post(edit, { version, do: 'down:services:0' });
  expect(await client.read(`${home}${edit}&entry=services.0`)).toContain('value="Ninety"');
  expect(await client.read(`${home}${edit}&entry=services.@new`)).toContain('value="New"');
  expect((await client.get(`${home}${edit}&entry=services.@nowhere`)).status).toBe(404);
});

test('who may only look sees the services without links to forms', async () => {
  const { read } = await consoleOf(kitWithServices(ofEachState), { role: 'viewer' });
  const page = await read();
  expect(namesIn(page)).toHaveLength(6);
  expect(page).not.toContain('/write/edit');
});

test('below are what the town has, also what only organizers see, and whether the steps were reviewed', async () => {
  const assets = [asset('open', { public: true, since: '2026-01-02' }), asset('hidden')];
  const { read } = await consoleOf({ ...kitWithServices([someService()]), assets } as ReturnType<
    typeof smallKit
  >);
  const page = await read();
  expect(page).toMatch(/Room open[\s\S]*Shown to everybody[\s\S]*Room hidden[\s\S]*Only organizers/);
  expect(page).toContain('The kit has no steps.');
  const spanish = await read('/resources?lang=es');
  expect(spanish).toMatch(/Room hidden \(es\)[\s\S]*Solo la organización/);
});

test('a campaign with assets alone says that it names no service, and one without any has no such page', async () => {
  const alone = { ...smallKit(), assets: [asset('open')] } as ReturnType<typeof smallKit>;
  const only = await consoleOf(alone);
  expect(await only.read()).toContain('The kit names no service yet.');
  const none = await consoleOf(smallKit());
  expect(await none.read('')).not.toContain(`${none.home}/resources`);
  expect((await none.client.get(`${none.home}/resources`)).status).toBe(404);
});

test('with 5,000 services a page reads a handful of rows and shows fifty', async () => {
  const reads: Read[] = [];
  const app = testApp({}, { db: countingDb(env.DB, (read) => void reads.push(read)) });
  const kit = kitWithServices([someService()]);
  const { client, read } = await consoleOf(kit, { app });
  await storeManyServices(env.DB, kit.campaign.slug);
  reads.length = 0;
  const first = await read();
  const own = reads.filter(({ sql }) => sql.includes('resource_parts'));
  expect(own.reduce((sum, { rows }) => sum + rows, 0)).toBeLessThan(10);
  expect(first).toContain('5,000');
  expect(first.length).toBeLessThan(60_000);
  const second = await nextPage(client, first);
  expect(namesIn(second ?? '')).toHaveLength(50);
  expect(new Set([...namesIn(first), ...namesIn(second ?? '')]).size).toBe(100);
});

test('from page to page each of 5,000 services comes once', () => {
  const services = Array.from({ length: 5000 }, (_, n) => {
    const checkedOn = `2026-0${(n % 7) + 1}-1${n % 3}`;
    return { slug: `s-${n}`, checkedOn, isExample: n % 11 === 0 } as Service;
  });
  const seen: Service[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const { shown, last } = pageOf(services, serviceKey, after);
    seen.push(...shown);
    after = last;
  }
  expect(seen).toEqual(services.toSorted((a, b) => (serviceKey(a) < serviceKey(b) ? -1 : 1)));
  expect(seen.at(-1)?.isExample).toBe(true);
});
