import { Hono } from 'hono';
import { beforeAll, expect, test } from 'vitest';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { registerSections } from '../../worker/organize/console-router.ts';
import { readDraft } from '../../worker/writing/drafts.ts';
import { testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { routesOf } from '../support/routes.ts';

const app = testApp();
const { db } = app.deps;
const slug = 'zebras-on-elm-street';
const unknown = 'otters-on-elm-street';
const write = `/organize/campaigns/${slug}/write`;
let owner: OrganizerClient;

const answers = {
  by: 'questions',
  city: 'Zanesburg, Ohio',
  zips: '45001 45002',
  council: 'Zanesburg City Council',
  'council-email': 'clerk@example.org',
  name: 'Zebras on Elm Street',
  ask: 'Paint zebra crossings on Elm Street',
  email: 'zebras@example.org',
  language: 'en',
};

beforeAll(async () => {
  const kit = smallKit();
  expect(await openKit(db, kit, app.now())).toMatchObject({ ok: true });
  const first = { id: (await findCampaignBySlug(db, kit.campaign.slug)) ?? 0, slug: kit.campaign.slug };
  owner = await organizerIn(app, first, { role: 'owner', hasPasskey: true });
  expect((await owner.post('/organize/new', answers)).status).toBe(303);
});

const seen = async () => {
  const draft = await readDraft(db, (await findCampaignBySlug(db, slug)) ?? 0);
  return String(draft?.version);
};

/** What a stranger gets, without the name that they asked for and what is made anew each time. */
async function answerTo(method: string, path: string, named: string) {
  const init = method === 'POST' ? { method, body: new URLSearchParams({ slug: named }) } : { method };
  const answer = await app.request(path.replace(/:\w+(\{[^}]*\})?/g, named).replace('*', named), init);
  const text = (await answer.text()).replaceAll(named, 'NAME').replace(/value="[\w.-]{20,}"/g, '');
  return { status: answer.status, to: answer.headers.get('location')?.replaceAll(named, 'NAME'), text };
}

test('nothing that a stranger can ask for tells of a campaign before it is published for the first time', async () => {
  const routes = new Map(
    (await routesOf(app.deps))
      .filter(({ method, path }) => ['GET', 'POST'].includes(method) && !path.endsWith('/*'))
      .map(({ method, path }) => [`${method} ${path}`, { method, path }]),
  );
  expect(routes.size).toBeGreaterThan(150);
  for (const [route, { method, path }] of routes) {
    const answer = await answerTo(method, path, slug);
    if (path.includes(':')) expect([route, answer]).toEqual([route, await answerTo(method, path, unknown)]);
    expect([route, /zebra|zanesburg/i.test(answer.text)]).toEqual([route, false]);
  }
  const queries = ['/?after=', '/oembed?url=http://localhost/petitions/'];
  for (const query of queries) {
    expect(await answerTo('GET', query + slug, slug)).toEqual(
      await answerTo('GET', query + unknown, unknown),
    );
  }
});

test('its organizers find every page of the console, and read that nobody else sees it', async () => {
  const sections = await shippedHouse.consoleSections();
  const pages = registerSections(new Hono(), sections).filter(
    ({ method, path }) => method === 'get' && !path.replace(':campaign', '').includes(':'),
  );
  for (const { path } of pages) {
    const { status } = await owner.get(path.replace(':campaign', slug));
    expect([path, status < 500]).toEqual([path, true]);
  }
  expect(await owner.read(write)).toContain('Nobody but its organizers sees this campaign yet');
  expect(await owner.read(`${write}?lang=es`)).toContain('Todavía nadie más que quienes la organizan ve');
});

test('its draft is all that there is of it, so it cannot be thrown away', async () => {
  expect(await owner.read(write)).not.toContain('thrown-away');
  const thrown = await owner.post(`${write}/thrown-away`, { seen: await seen() });
  expect(thrown.status).toBe(409);
  expect(await thrown.text()).toContain('is all that there is of the campaign');
});

test('the name in the address of its petition can still be changed, and the first publishing shows it', async () => {
  const entry = `${write}/edit?page=petitions&entry=petitions.0`;
  expect(await owner.read(entry)).toContain('name="slug"');
  await owner.post(entry, { version: await seen(), slug: 'saturdays' });
  const published = await owner.post(`${write}/publish`, { seen: await seen(), decision: 'now' });
  expect(published.status).toBe(303);
  app.setNow(new Date(app.now().getTime() + 5000));
  const status = async (path: string) => (await app.request(path)).status;
  expect(await status(`/campaigns/${slug}`)).toBe(200);
  expect(await status('/petitions/saturdays')).toBe(200);
  expect(await status(`/petitions/${slug}`)).toBe(404);
  expect(await (await app.request('/sitemap.xml')).text()).toContain(`/campaigns/${slug}`);
  expect(await owner.read(entry)).not.toContain('name="slug"');
});
