import { beforeAll, expect, test } from 'vitest';
import { actsQuery } from '../../worker/organize/act-store.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { cityOfKit, kitOfState } from './kit-of-state.ts';
import { db, type NeighborSite, neighborSite, openState, read, readingOf, wellKnown } from './support.ts';
import { keyring, later, monday, week47, week48 } from './weeks.ts';

const app = testApp();
let campaign: { id: number; slug: string };
let site: NeighborSite;
let editor: OrganizerClient;

beforeAll(async () => {
  site = await neighborSite();
  campaign = await openState([site], monday);
  app.setNow(later(8));
  editor = await organizerIn(app, campaign, { role: 'editor', hasPasskey: true });
});

const lastAct = async () => (await runQuery(db, actsQuery(db, campaign.id, { most: 1 })))[0];
const press = (fields: Record<string, string>) => editor.post('/network', { address: site.url, ...fields });

test('organizers see each deployment with its cities, when it was read, and what is wrong with it', async () => {
  expect(await editor.read('/network')).toContain('It was not read yet.');
  await site.show(keyring, week47);
  await read(monday);
  const page = await editor.read('/network');
  for (const words of ['Site 0', site.url, 'Everything checks out.', '2 statements', '2026-W47', '120'])
    expect(page).toContain(words);
  expect(page).toContain('2 statements in its log.');

  await site.show(keyring, [{ week: '2026-W47', n: 99 }, ...week48.slice(1)]);
  await read(later(7));
  const after = await editor.read('/network');
  expect(after).toContain('Its log of statements was rewritten');
  expect(after).toContain('Only you can decide to begin anew.');
  expect(after).not.toContain('Read it again now');
  expect(after).toContain('is no longer its beginning. It has been so since Monday, November 30, 2026');
  const spanish = await editor.read('/network?lang=es');
  expect(spanish).toContain('fue reescrito');
  expect(spanish).toContain('Es así desde el lunes, 30 de noviembre');

  // It waits for a decision, as other work does.
  expect(await editor.read('')).toContain('1 site has rewritten its log and waits for your decision');
  expect(await editor.read('?lang=es')).toContain('1 sitio reescribió su registro y espera su decisión');
});

test('to begin anew needs a reason, is an act, and the next reading believes what the site shows then', async () => {
  const refused = await press({ decision: 'anew', n: '0', 'why-0': ' ' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('href="#why-0"');
  expect(await readingOf(campaign.id, later(8))).toMatchObject({ state: 'refused' });

  const done = await press({ decision: 'anew', n: '0', 'why-0': 'They restored a backup and told us' });
  expect(done.status).toBe(303);
  expect(await lastAct()).toMatchObject({
    ...{
      kind: 'begin-anew-with-deployment',
      subject: site.url,
      reason: 'They restored a backup and told us',
    },
    before: { reason: 'rewritten' },
  });
  expect(await readingOf(campaign.id, later(8))).toMatchObject({ state: 'unread', signatures: 0 });
  expect(await editor.read('')).not.toContain('rewritten');
  await read(later(8));
  expect(await readingOf(campaign.id, later(8))).toMatchObject({ state: 'verified', signatures: 150 });
});

test('reading again is an act, and the next run does it', async () => {
  await site.show(keyring, [{ week: '2026-W47', n: 99 }, ...week48.slice(1)]);
  expect((await press({ decision: 'read' })).status).toBe(303);
  expect(await lastAct()).toMatchObject({ kind: 'read-deployment', subject: site.url });
  await read(later(8));
  expect((await site.heard()).asked).toContain('/log/checkpoint');
});

test('a deployment that the campaign does not name, another decision and a viewer are refused', async () => {
  expect((await press({ decision: 'read', address: 'https://other.example' })).status).toBe(404);
  expect((await press({ decision: 'buy' })).status).toBe(400);
  const viewer = await organizerIn(app, campaign, { role: 'viewer' });
  expect((await viewer.post('/network', { decision: 'read', address: site.url })).status).toBe(403);
  const page = await viewer.read('/network');
  expect(page).toContain('Site 0');
  expect(page).not.toContain('Begin anew');
  const other = await openState([await neighborSite()], monday);
  const theirs = await organizerIn(app, other, { role: 'owner', hasPasskey: true });
  expect(await theirs.read('/network')).not.toContain(site.url);
  expect((await theirs.post('/network', { decision: 'read', address: site.url })).status).toBe(404);
});

const wordsOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('what is wrong with one city is said, and a city without a statement has no numbers', async () => {
  const many = await neighborSite();
  const state = await openState([{ url: many.url, campaigns: ['city', 'gone'], population: 100 }], later(8));
  const writer = await organizerIn(app, state, { role: 'editor', hasPasskey: true });
  await many.show(keyring, week47, (answers) => {
    answers['/.well-known/undersigned.json?campaign=gone'] = wellKnown(null);
  });
  await read(later(8));
  const page = wordsOf(await writer.read('/network'));
  expect(page).not.toContain('Everything checks out.');
  expect(page).toContain('Its log checks out. See the notes on its cities.');
  expect(page).toContain('120 30 9 Above its population, not in the sum.');
  expect(page).toContain('– – – – Not in the sum. Its site names no such campaign: check its short name.');
  expect(wordsOf(await writer.read('/network?lang=es'))).toContain('Vea las notas de sus ciudades.');
});

test('a site that never answered is not said to be unreached since a day', async () => {
  const gone = await neighborSite();
  await gone.disappear();
  const state = await openState([gone], later(8));
  const viewer = await organizerIn(app, state, { role: 'viewer' });
  await read(later(8));
  const page = wordsOf(await viewer.read('/network'));
  expect(page).toContain('Its site did not answer. It has never been reached.');
  expect(page).not.toContain('since');
});

test('beginning anew with this site is not offered, and a campaign without sites is led to where they are named', async () => {
  const kit = kitOfState({ cities: [cityOfKit('own', 'any')] });
  await openKit(db, kit, later(8));
  const slug = kit.campaign.slug as string;
  const id = await db.prepare('SELECT id FROM campaigns WHERE slug = ?').bind(slug).first<number>('id');
  const writer = await organizerIn(app, { id: id ?? 0, slug }, { role: 'editor', hasPasskey: true });
  const page = await writer.read('/network');
  expect(page).toContain('This site');
  expect(page).toContain('Read it again now');
  expect(page).not.toContain('Begin anew');
  expect(
    (await writer.post('/network', { decision: 'anew', address: '', n: '0', 'why-0': 'so' })).status,
  ).toBe(400);

  const empty = smallKit();
  await openKit(db, empty, later(8));
  const bare = empty.campaign.slug as string;
  const bareId = await db.prepare('SELECT id FROM campaigns WHERE slug = ?').bind(bare).first<number>('id');
  const other = await organizerIn(app, { id: bareId ?? 0, slug: bare }, { role: 'editor', hasPasskey: true });
  expect(await other.read('/network')).toContain(`href="/organize/campaigns/${bare}/write"`);
});
