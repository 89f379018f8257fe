import { beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '../../worker/kits/json-rules.ts';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { readDraft, saveDraft } from '../../worker/writing/drafts.ts';
import { testApp } from '../support/app.ts';
import { coalitionKit } from '../support/coalition.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { smallSurvey } from '../support/surveys.ts';

const app = testApp();
const { db } = app.deps;
const base = coalitionKit();
const kit = { ...base, surveys: [smallSurvey()] };
const petition = `/petitions/${kit.petitions[0]?.slug}`;
const survey = `/surveys/${kit.surveys[0]?.slug}`;
let campaign = { id: 0, slug: '' };
let ana: OrganizerClient;

const text = (en: string, es: string) => ({ en, es });

async function write(change: (kit: JsonObject) => JsonObject) {
  const expectedVersion = (await readDraft(db, campaign.id))?.version ?? 0;
  const saving = { campaign, expectedVersion, part: 'campaign', actor: ana.id, now: app.now() };
  const saved = await saveDraft(app.deps, { ...saving, json: (shown) => change(shown as JsonObject) });
  expect(saved.ok).toBe(true);
}

/** Every row of every table. */
async function everything() {
  const { results: tables } = await db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'")
    .all<{ name: string }>();
  const rows = await db.batch(tables.map(({ name }) => db.prepare(`SELECT * FROM "${name}"`)));
  return Object.fromEntries(tables.map(({ name }, at) => [name, rows[at]?.results]));
}

beforeAll(async () => {
  expect(await openKit(db, kit, app.now())).toMatchObject({ ok: true });
  campaign = { id: (await findCampaignBySlug(db, kit.campaign.slug)) ?? 0, slug: kit.campaign.slug };
  ana = await organizerIn(app, campaign, { role: 'editor' });
  await write((json) => {
    const [first] = json.petitions as JsonObject[];
    const added = { ...first, slug: 'keep-the-pool', title: text('Keep the pool', 'Conserven la piscina') };
    return {
      ...json,
      petitions: [
        { ...first, ask: text('A new ask.', 'Un pedido nuevo.') },
        { ...added, links: [], state: 'draft' },
      ],
      campaign: { ...(json.campaign as JsonObject), title: text('A new title', 'Un título nuevo') },
    };
  });
});

const see = (page: string, language = 'en') =>
  ana.get(`/write/see?${new URLSearchParams({ page, in: language })}`);
const ofMain = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));

test.each([
  ['the petition', petition, 'A new ask.', 'Un pedido nuevo.'],
  [
    'a petition that is only in the draft',
    '/petitions/keep-the-pool',
    'Keep the pool',
    'Conserven la piscina',
  ],
  ['the campaign', `/campaigns/${kit.campaign.slug}`, 'A new title', 'Un título nuevo'],
  ['the survey', survey, 'name="answer.', 'name="answer.'],
])('%s is shown whole as it will look, in each language', async (_page, path, en, es) => {
  const english = await see(path);
  expect([english.status, english.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  expect(english.headers.get('x-robots-tag')).toBe('noindex');
  const html = await english.text();
  expect(ofMain(html)).toContain(en);
  expect(html).toContain('<b>Draft.</b>');
  expect(html).toContain('<html lang="en"');
  const spanish = await (await see(path, 'es')).text();
  expect(ofMain(spanish)).toContain(es);
  expect(spanish).toContain('<b>Borrador.</b>');
});

test('it is the page that is public afterwards, but nothing in it can be sent and nothing runs', async () => {
  const html = await (await see(petition)).text();
  expect(html).not.toContain('<script');
  expect(html.match(/<form\b[^>]*>/g)?.every((tag) => tag.endsWith(' inert>'))).toBe(true);
  expect(html).not.toMatch(/ action="/);
  expect(html.match(/<button\b[^>]*>/g)?.every((tag) => tag.startsWith('<button disabled'))).toBe(true);
  expect(html).toContain(`/write/see?page=${encodeURIComponent(`/campaigns/${campaign.slug}`)}`);
  const words = (page: string) =>
    ofMain(page)
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');
  const shown = words(html);
  const version = String((await readDraft(db, campaign.id))?.version);
  expect((await ana.post('/write/publish', { seen: version, decision: 'now' })).status).toBe(303);
  app.setNow(new Date(app.now().getTime() + 3000));
  expect(words(await (await app.request(`${petition}?lang=en`)).text())).toBe(shown);
});

test('nothing is stored by looking', async () => {
  await write((json) => ({ ...json, campaign: { ...(json.campaign as JsonObject), accent: 'plum' } }));
  const before = await everything();
  for (const path of [petition, survey, `/campaigns/${campaign.slug}`]) {
    const page = await (await see(path)).text();
    expect(page).toContain('data-accent="plum"');
  }
  expect(await everything()).toEqual(before);
});

test('whoever has the private link sees the pages until it ends, and nobody else', async () => {
  await ana.post('/write/link', { decision: 'make' });
  const [, link = ''] = /href="[^"]*(\/drafts\/[^"]+)"/.exec(await ana.read('/write')) ?? [];
  const shared = await (await app.request(link)).text();
  expect(shared).toContain(`href="${link}/see?lang=en"`);
  const page = await app.request(`${link}/see?${new URLSearchParams({ page: survey, in: 'es' })}`);
  expect([page.status, page.headers.get('x-robots-tag')]).toEqual([200, 'noindex']);
  expect(page.headers.get('cache-control')).toBe('private, no-store');
  expect(await page.text()).toContain('<b>Borrador.</b>');
  const elsewhere = ['/organize', '/petitions/of-others', '/health', '//x', `${petition}x`];
  for (const path of elsewhere) {
    const answer = await app.request(`${link}/see?${new URLSearchParams({ page: path })}`);
    expect([path, answer.status]).toEqual([path, 404]);
  }
  await ana.post('/write/link', { decision: 'end' });
  expect((await app.request(`${link}/see`)).status).toBe(410);
  const signedOut = await app.request(`/organize/campaigns/${campaign.slug}/write/see`);
  expect(signedOut.headers.get('location')).toContain('/organize/sign-in');
});

test('a draft that is not far enough says what has to be mended first', async () => {
  await write((json) => ({ ...json, campaign: { ...(json.campaign as JsonObject), ask: text('', '') } }));
  const answer = await see(petition);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('The pages cannot be shown yet');
});
