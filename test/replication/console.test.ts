import { beforeAll, expect, test } from 'vitest';
import { actsQuery } from '../../worker/organize/act-store.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { testApp } from '../support/app.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { db, type NeighborSite, neighborSite, openState, read, readingOf } from './support.ts';
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
  const spanish = await editor.read('/network?lang=es');
  expect(spanish).toContain('fue reescrito');
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
