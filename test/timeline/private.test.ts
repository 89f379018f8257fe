import { Hono } from 'hono';
import { beforeAll, expect, test } from 'vitest';
import { shippedHouse } from '../../worker/main/features.ts';
import { registerSections } from '../../worker/organize/console-router.ts';
import { confirmedAs } from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { routesOf } from '../support/routes.ts';
import { change, idOf, openTimeline, tactic, timelineKit } from './support.ts';

const app = testApp();
const { db } = app.deps;
/** In every text that an organizer can type on these pages. */
const mark = 'zqprivate';
const kit = timelineKit();
const petition = kit.petitions[0]?.slug ?? '';
let campaign: { id: number; slug: string };
let owner: OrganizerClient;
let ids: Record<string, string>;

beforeAll(async () => {
  ({ campaign, owner } = await openTimeline(app, kit));
  const text = {
    ...{ ...tactic, title: `${mark} title`, outcome: `${mark} outcome`, ends_on: '2026-12-07' },
    ...{ starts_on: '2026-11-01', measure: 'own', what: `${mark} counted`, n: '3', target: '9' },
  };
  expect((await owner.post('/new-tactic', text)).status).toBe(303);
  const id = await idOf(app, campaign, `${mark} title`);
  // An earlier version stays stored.
  expect((await change(owner, id, { ...text, outcome: `${mark} other outcome` })).status).toBe(303);
  await confirmedAs(app, petition, { ...anaOf(petition), source: 'poster' });
  ids = { tactic: id, campaign: campaign.slug, petition, action: petition, week: '2026-W48' };
});

const named = (path: string) =>
  path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => ids[name] ?? campaign.slug).replace('*', petition);

test('it is on the pages of those who run the campaign, so that the crawl below looks for something', async () => {
  for (const path of ['/plan', '/plan?lang=es', '/plan.ics', `/tactics/${ids.tactic}`]) {
    expect([path, (await owner.read(path)).includes(mark)]).toEqual([path, true]);
  }
});

test('no public address tells of it: pages, feeds, exports, API, cards, kits, the site map', async () => {
  await app.cron('2026-11-30T13:00:00Z');
  const routes = new Map(
    (await routesOf(app.deps))
      .filter(({ method, path }) => ['GET', 'POST'].includes(method) && !path.endsWith('/*'))
      .map(({ method, path }) => [`${method} ${path}`, { method, path }]),
  );
  expect(routes.size).toBeGreaterThan(150);
  expect(routes.has('GET /campaigns/:campaign/timeline')).toBe(true);
  for (const [route, { method, path }] of routes) {
    // Where mails stand in a local site: the reminder is mailed to an organizer.
    if (path.startsWith('/outbox')) continue;
    for (const query of ['', '?lang=es']) {
      const body = new URLSearchParams({ slug: campaign.slug, tactic: ids.tactic ?? '' });
      const answer = await app.request(
        named(path) + query,
        method === 'POST' ? { method, body } : { method },
      );
      const told = (await answer.text()) + JSON.stringify([...answer.headers]);
      expect([route, told.includes(mark)]).toEqual([route, false]);
    }
  }
});

test('nothing of it goes into what is frozen or signed, nor in the open into the outbox', async () => {
  expect((await app.mailTo(owner.email))[0]?.subject).toContain(mark);
  for (const table of ['outbox', 'digests', 'statements', 'kit_versions', 'acts', 'drafts']) {
    const { results } = await db.prepare(`SELECT * FROM ${table}`).all();
    expect([table, JSON.stringify(results).includes(mark)]).toEqual([table, false]);
  }
  const mails = await app.mailTo(kit.council.committees[0]?.contact_email ?? '');
  expect(mails.length).toBeGreaterThan(0);
  expect(JSON.stringify(mails)).not.toContain(mark);
});

test('moderators and viewers read every page of the console that is theirs, and nothing of it', async () => {
  const pages = registerSections(new Hono(), await shippedHouse.consoleSections()).filter(
    ({ method }) => method === 'get',
  );
  for (const role of ['viewer', 'moderator'] as const) {
    const client = await organizerIn(app, campaign, { role, hasPasskey: true });
    for (const { path } of pages) {
      const told = await client.read(named(path));
      expect([role, path, told.includes(mark)]).toEqual([role, path, false]);
    }
  }
});

test('the other files of the console leave it out: the kit, the log', async () => {
  const inside = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
  for (const path of ['/write/kit.json', '/write/draft.json', '/log.csv', '/log']) {
    expect([path, (await inside.read(path)).includes(mark)]).toEqual([path, false]);
  }
  expect(await inside.read('/log')).toContain('A tactic of the timeline was changed');
});
