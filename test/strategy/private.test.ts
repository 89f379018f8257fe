import { Hono } from 'hono';
import { beforeAll, expect, test } from 'vitest';
import { shippedHouse } from '../../worker/main/features.ts';
import { registerSections } from '../../worker/organize/console-router.ts';
import { confirmedAs } from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { routesOf } from '../support/routes.ts';
import { idOf, openStrategy, statement, strategyKit } from './support.ts';

const app = testApp();
const { db } = app.deps;
/** In every text that an organizer can type on these pages. */
const mark = 'zqprivate';
const kit = strategyKit();
const petition = kit.petitions[0]?.slug ?? '';
let campaign: { id: number; slug: string };
let owner: OrganizerClient;
let ids: Record<string, string>;

beforeAll(async () => {
  ({ campaign, owner } = await openStrategy(app, kit));
  const text = (name: string) => ({
    ...{ 'name.en': `${mark} ${name}`, 'name.es': `${mark} ${name} (es)`, 'about.en': `${mark} about` },
    ...{ kind: 'police', target: 'yes', agent: 'yes' },
  });
  for (const name of ['one', 'other']) {
    expect((await owner.post('/new-stakeholder', text(name))).status).toBe(303);
  }
  const one = await idOf(app, campaign, `${mark} one`);
  const other = await idOf(app, campaign, `${mark} other`);
  const said = {
    ...statement,
    said_by: `${mark} says`,
    what: `${mark} said`,
    link: `https://${mark}.example/`,
  };
  for (const id of [one, await idOf(app, campaign, 'Seat 1')]) {
    expect((await owner.post(`/stakeholders/${id}/evidence`, said)).status).toBe(303);
  }
  expect((await owner.post(`/stakeholders/${one}/tie`, { kind: 'funds', other })).status).toBe(303);
  await confirmedAs(app, petition, { ...anaOf(petition), source: 'poster' });
  const first = async (table: string, column = 'id') =>
    (await db.prepare(`SELECT ${column} AS id FROM ${table} LIMIT 1`).first<string>('id')) ?? '';
  ids = {
    stakeholder: one,
    evidence: await first('stakeholder_evidence'),
    tie: await first('stakeholder_ties'),
    campaign: campaign.slug,
    petition,
    action: petition,
    week: '2026-W48',
  };
});

const named = (path: string) =>
  path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => ids[name] ?? campaign.slug).replace('*', petition);

test('it is on the pages of those who run the campaign, so that the crawl below looks for something', async () => {
  for (const path of ['/strategy', '/power-map', '/power-grid', '/strategy?lang=es']) {
    expect([path, (await owner.read(path)).includes(mark)]).toEqual([path, true]);
  }
  expect(await (await owner.post('/strategy-file')).text()).toContain(`${mark} said`);
});

test('no public address tells of it: pages, feeds, exports, API, cards, kits, the site map', async () => {
  await app.cron('2026-11-30T13:00:00Z');
  const routes = new Map(
    (await routesOf(app.deps))
      .filter(({ method, path }) => ['GET', 'POST'].includes(method) && !path.endsWith('/*'))
      .map(({ method, path }) => [`${method} ${path}`, { method, path }]),
  );
  expect(routes.size).toBeGreaterThan(150);
  for (const [route, { method, path }] of routes) {
    for (const query of ['', '?lang=es']) {
      const body = new URLSearchParams({ slug: campaign.slug, stakeholder: ids.stakeholder ?? '' });
      const init = method === 'POST' ? { method, body } : { method };
      const answer = await app.request(named(path) + query, init);
      const told = (await answer.text()) + JSON.stringify([...answer.headers]);
      expect([route, told.includes(mark)]).toEqual([route, false]);
    }
  }
});

test('nothing of it goes into what is mailed, frozen or signed', async () => {
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
  expect(pages.length).toBeGreaterThan(50);
  for (const role of ['viewer', 'moderator'] as const) {
    const client = await organizerIn(app, campaign, { role, hasPasskey: true });
    for (const { path } of pages) {
      const told = await client.read(named(path));
      expect([role, path, told.includes(mark)]).toEqual([role, path, false]);
    }
  }
});

test('the other files of the console leave it out: the kit, the log, the export of supporters', async () => {
  for (const path of ['/write/kit.json', '/write/draft.json', '/log.csv', '/log']) {
    expect([path, (await owner.read(path)).includes(mark)]).toEqual([path, false]);
  }
});
