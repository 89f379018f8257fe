import { beforeAll, expect, test } from 'vitest';
import { type Json, valueAt } from '../../worker/kits/json-rules.ts';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { copyOf } from '../../worker/writing/create.ts';
import { readDraft } from '../../worker/writing/drafts.ts';
import { testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json' with { type: 'json' };
import { coalitionKit } from '../support/coalition.ts';
import { smallEvent } from '../support/event-kit.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;
const kit = coalitionKit();
let owner: OrganizerClient;
let editor: OrganizerClient;

beforeAll(async () => {
  expect(await openKit(db, kit, app.now())).toMatchObject({ ok: true });
  const campaign = { id: (await findCampaignBySlug(db, kit.campaign.slug)) ?? 0, slug: kit.campaign.slug };
  owner = await organizerIn(app, campaign, { role: 'owner' });
  editor = await organizerIn(app, campaign, { role: 'editor' });
});

const answers = {
  by: 'questions',
  city: 'Riverton, Ohio',
  zips: '45001 45002',
  council: 'Riverton City Council',
  'council-email': 'clerk@example.org',
  name: 'Library open on Saturdays',
  ask: 'Keep the Elm Street library open on Saturdays',
  email: 'library@example.org',
  language: 'en',
};
const page = '/petitions/library-open-on-saturdays';

test('seven answers make a campaign whose petition opens when it is published', async () => {
  expect(await owner.read('/organize')).toContain('/organize/new');
  const made = await owner.post('/organize/new', answers);
  expect(made.headers.get('location')).toBe('/organize/campaigns/library-open-on-saturdays/write');
  expect((await app.request(page)).status).toBe(404);
  const id = (await findCampaignBySlug(db, 'library-open-on-saturdays')) ?? 0;
  const version = String((await readDraft(db, id))?.version);
  const path = '/organize/campaigns/library-open-on-saturdays/write';
  expect((await owner.get(path)).status).toBe(200);
  expect((await owner.post(`${path}/publish`, { seen: version, decision: 'now' })).status).toBe(303);
  const shown = await app.request(page);
  expect([shown.status, (await shown.text()).includes('Keep the Elm Street library')]).toEqual([200, true]);
  // The second press finds it there, and changes nothing of it.
  const again = await owner.post('/organize/new', answers);
  expect(again.status).toBe(422);
  expect(await again.text()).toContain('There is a campaign with this address already');
});

test('a campaign is started in both languages, with what was typed in each', async () => {
  expect(await owner.read('/organize/new')).toContain('English and Spanish');
  const name = 'Pool open in winter';
  const made = await owner.post('/organize/new', { ...answers, name, language: 'both' });
  expect(made.status).toBe(303);
  const draft = await readDraft(db, (await findCampaignBySlug(db, 'pool-open-in-winter')) ?? 0);
  expect(draft?.json).toMatchObject({
    languages: ['en', 'es'],
    campaign: { title: { en: name, es: name }, summary: { es: expect.stringContaining('residentes') } },
  });
});

test('what is wrong in an answer is told beside it, in Spanish too, and what was typed stays', async () => {
  const wrong = await owner.post('/organize/new?lang=es', { ...answers, zips: '4500', closes: '2020-01-01' });
  const html = await wrong.text();
  expect(wrong.status).toBe(422);
  expect(html).toContain('Deben ser códigos postales de cinco cifras');
  expect(html).toContain('value="Riverton, Ohio"');
  const late = await owner.post('/organize/new?lang=en', { ...answers, closes: '2020-01-01' });
  expect(await late.text()).toContain('Must be a day to come.');
});

test('the time zone is chosen in words with the hour there now, or typed', async () => {
  const asked = await owner.read('/organize/new?lang=en');
  expect(asked).toContain('<option value="" selected="">The usual time of the state</option>');
  expect(asked).toMatch(
    /<option value="America\/Chicago">Central Time \(Chicago\): Wednesday, \d+:\d\d [ap]m</,
  );
  expect(await owner.read('/organize/new?lang=es')).toMatch(
    /<option value="America\/New_York">Hora oriental \(Nueva York\): miércoles, \d+:\d\d [ap]\.m\.</,
  );
  const zoneOf = async (slug: string) => {
    const draft = await readDraft(db, (await findCampaignBySlug(db, slug)) ?? 0);
    return valueAt(draft?.json, ['city', 'time_zone']);
  };
  const start = (name: string, more: Record<string, string>) =>
    owner.post('/organize/new', { ...answers, name, ...more });
  expect((await start('Bus to Knox', { 'time-zone': 'America/Chicago' })).status).toBe(303);
  expect(await zoneOf('bus-to-knox')).toBe('America/Chicago');
  expect((await start('Bus to Gary', { 'other-zone': 'America/Indiana/Knox' })).status).toBe(303);
  expect(await zoneOf('bus-to-gary')).toBe('America/Indiana/Knox');
  const wrong = await start('Bus to nowhere', { 'other-zone': 'Knox' });
  const html = await wrong.text();
  expect([wrong.status, html.includes('href="#other-zone"'), html.includes('value="Knox"')]).toEqual([
    422,
    true,
    true,
  ]);
});

test('only who owns a campaign here starts another', async () => {
  expect((await editor.get('/organize/new')).status).toBe(403);
  expect((await editor.post('/organize/new', answers)).status).toBe(403);
  expect(await editor.read('/organize')).not.toContain('/organize/new');
  expect((await app.request('/organize/new')).status).toBe(303);
});

test('a kit file opens a campaign, and never changes the city or the campaign of others', async () => {
  const theirs = smallKit();
  expect(await openKit(db, theirs, app.now())).toMatchObject({ ok: true });
  const body = (file: unknown) => {
    const form = new FormData();
    form.set('form_token', owner.form_token);
    form.set('by', 'file');
    form.set('file', new File([JSON.stringify(file)], 'kit.json'));
    return form;
  };
  const send = (file: unknown) =>
    app.request('/organize/new', {
      method: 'POST',
      headers: { cookie: owner.cookie, origin: 'http://localhost' },
      body: body(file),
    });
  expect((await send(theirs)).status).toBe(422);
  const own = { ...smallKit(), city: { ...theirs.city, name: 'Mine' } };
  const made = await send(own);
  expect([made.status, await made.text()]).toEqual([303, '']);
  const name = await db
    .prepare('SELECT name FROM cities WHERE slug = ?')
    .bind(theirs.city.slug)
    .first('name');
  expect(name).toBe(theirs.city.name);
  expect((await send({ ...own, petitions: [] })).status).toBe(422);
});

test('a copy of a campaign here gets a new name, and leaves what belongs to the old one', async () => {
  const copied = { by: 'copy', from: kit.campaign.slug, 'new-name': 'Trees on Elm Street' };
  const made = await owner.post('/organize/new', copied);
  expect(made.headers.get('location')).toBe('/organize/campaigns/trees-on-elm-street/write');
  const id = (await findCampaignBySlug(db, 'trees-on-elm-street')) ?? 0;
  const { json } = (await readDraft(db, id)) ?? {};
  expect(json).toMatchObject({
    campaign: { title: { en: 'Trees on Elm Street' } },
    petitions: [{ slug: 'trees-on-elm-street', state: 'open' }],
  });
  expect(JSON.stringify(json)).not.toContain('"links"');
  expect((await owner.post('/organize/new', { ...copied, from: 'nothing' })).status).toBe(422);
});

test('a copy of a campaign with a budget and an event has names of its own for their pages too', async () => {
  const event = smallEvent({
    committee: charlotte.council.committees[0]?.slug,
    links: [{ code: 'elm', source: 'poster' }],
  });
  const whole = { ...charlotte, events: [event] };
  expect(await openKit(db, whole, app.now())).toMatchObject({ ok: true });
  const slug = charlotte.campaign.slug;
  const theirs = await organizerIn(
    app,
    { id: (await findCampaignBySlug(db, slug)) ?? 0, slug },
    { role: 'owner' },
  );
  const made = await theirs.post('/organize/new', { by: 'copy', from: slug, 'new-name': 'Elm' });
  expect([made.status, made.headers.get('location')]).toEqual([303, '/organize/campaigns/elm/write']);
  const { json } = (await readDraft(db, (await findCampaignBySlug(db, 'elm')) ?? 0)) ?? {};
  expect(json).toMatchObject({
    budget: charlotte.budget.map((one) => ({ slug: `elm-${one.slug}` })),
    events: [{ slug: `elm-${event.slug}`, title: event.title }],
  });
  expect(JSON.stringify(json)).not.toContain('"links"');
});

test('a copy leaves out what was rejected or removed, with what belongs to it, and a draft stays one', () => {
  const [petition] = smallKit().petitions;
  const named = (slug: string, more = {}) => ({ ...petition, slug, ...more });
  const share = [{ slug: 'bus', action: 'book-bus' }, { slug: 'hours', action: 'hours' }, { slug: 'any' }];
  const from = {
    ...smallKit(),
    campaign: { ...smallKit().campaign, share },
    petitions: [
      named('book-bus', { state: 'rejected', rejection: { reason: 'other' } }),
      named('hours', { state: 'closed' }),
      named('gone', { state: 'removed' }),
      named('later', { state: 'draft' }),
    ],
    official_responses: [{ petition: 'book-bus' }, { petition: 'hours' }],
  };
  const to = { name: 'New', slug: 'new', today: '2026-11-29' };
  const copy = copyOf(from as unknown as Json, to) as unknown as typeof from;
  expect(copy.petitions.map(({ slug, state }: { slug?: string; state?: string }) => [slug, state])).toEqual([
    ['new', 'open'],
    ['new-2', 'draft'],
  ]);
  expect(copy.campaign.share).toEqual([{ slug: 'hours', action: 'new' }, { slug: 'any' }]);
  expect(copy.official_responses).toEqual([{ petition: 'new' }]);
  const none = { ...from, petitions: from.petitions.slice(0, 1) };
  expect(copyOf(none as unknown as Json, to)).toMatchObject({ petitions: [{ slug: 'new', state: 'draft' }] });
});
