import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { campaignNamed, findCampaign, listCampaigns } from '../../worker/campaigns/store.ts';
import { listSources } from '../../worker/coalition/store.ts';
import { councilQuery } from '../../worker/councils/store.ts';
import { findCity } from '../../worker/places/store.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { changed, everyRow, nextMonday, opened, saturday, sign } from '../support/opened-kits.ts';

const db = env.DB;

type Kit = ReturnType<typeof smallKit>;

function slugOf(kit: Kit): string {
  return kit.petitions[0]!.slug;
}

test('a kit opens its campaign with everything in it', async () => {
  const kit = smallKit();
  const { changes, kept } = await opened(kit);
  expect(changes).toContain(`campaign ${kit.campaign.slug} added`);
  expect(changes).toContain('28205 added');
  expect(kept).toEqual([]);

  const campaign = await findCampaign(db, kit.campaign.slug);
  expect(campaign).toMatchObject({
    title: kit.campaign.title,
    contactEmail: 'organizers@example.org',
    retentionDays: 180,
    city: { slug: kit.city.slug, timeZone: 'America/New_York' },
    headlineFact: { figure: { en: '9 in 10' }, source: { year: 2020, url: null } },
    junctures: [{ slug: 'vote', on: '2027-06-14', decides: null }],
    openedAt: saturday,
  });
  expect((await listCampaigns(db)).map(({ slug }) => slug)).toContain(kit.campaign.slug);
  expect((await listSources(db, campaign!.id)).map(({ slug }) => slug)).toEqual([
    'direct',
    'other',
    'poster',
  ]);
  expect(await findCity(db, campaign!.city.id)).toMatchObject({
    districtLookupUrl: null,
    districts: [
      { code: '1', retired: false },
      { code: '2', retired: false },
    ],
    zips: kit.city.zips,
  });
  expect(await runQuery(db, councilQuery(db, campaignNamed(kit.campaign.slug)))).toMatchObject({
    majority: 1,
    seats: [{ slug: 'district-1', district: '1' }],
    committees: [{ slug: 'safety', frequency: 'weekly', nextDigestAt: new Date('2026-11-23T12:00:00Z') }],
  });
});

test('opened twice, it says that nothing changed, and nothing did', async () => {
  const kit = smallKit();
  await opened(kit);
  const before = await everyRow();
  expect(await opened(kit, nextMonday)).toEqual({ changes: [], kept: [] });
  expect(await everyRow()).toBe(before);
});

test('an update says what changed and moves only that', async () => {
  const kit = smallKit();
  await opened(kit);
  const next = changed(kit, ({ city, campaign, petitions }) => {
    campaign.summary.en = 'What it is really about.';
    city.zips = { '28202': { '1': 0.97 }, '28205': { '1': 0.5, '2': 0.5 }, '28206': {} } as never;
    petitions[0]!.thresholds.push({ signatures: 50, name: { en: 'Fifty', es: 'Cincuenta' } });
  });
  const { changes } = await opened(next, nextMonday);
  expect(changes).toEqual([
    '28205: shares changed',
    '28206 added',
    `campaign ${kit.campaign.slug}: summary changed`,
    `petition ${slugOf(kit)}, threshold 50 added`,
    '28299 removed',
  ]);
  const campaign = await findCampaign(db, kit.campaign.slug);
  expect([campaign?.openedAt, campaign?.updatedAt]).toEqual([saturday, nextMonday]);
});

test('a district, a seat and a source that nothing refers to go with the kit', async () => {
  const kit = smallKit();
  await opened(kit);
  const next = changed(kit, ({ city, council, campaign }) => {
    city.districts.shift();
    city.zips = { '28205': {} } as never;
    council.seats = [{ slug: 'mayor', title: { en: 'Mayor', es: 'Alcaldía' } }] as never;
    campaign.sources.pop();
  });
  const { changes, kept } = await opened(next);
  expect(changes).toEqual(
    expect.arrayContaining(['district 1 removed', 'seat district-1 removed', 'source poster removed']),
  );
  expect(kept).toEqual([]);
});

test('a district and a source that signatures name stay, and the district is not offered any more', async () => {
  const kit = smallKit();
  await opened(kit);
  await sign(slugOf(kit), { place: '2', source: 'poster' });
  const next = changed(kit, ({ city, campaign }) => {
    city.districts.pop();
    city.zips = { '28205': {} } as never;
    campaign.sources.pop();
  });
  expect((await opened(next)).kept).toEqual([
    'district 2 is not in the kit and stays',
    'source poster is not in the kit and stays',
  ]);
  const campaign = await findCampaign(db, kit.campaign.slug);
  expect((await findCity(db, campaign!.city.id))?.districts).toMatchObject([
    { code: '1', retired: false },
    { code: '2', retired: true },
  ]);
  await opened(kit);
  expect((await findCity(db, campaign!.city.id))?.districts[1]).toMatchObject({ code: '2', retired: false });
});

test('a petition and a committee that left the kit stay and are named', async () => {
  const kit = smallKit({ petitions: 2 });
  await opened(kit);
  const next = changed(kit, ({ petitions, council }) => {
    petitions.pop();
    council.committees[0]!.slug = 'renamed';
    petitions[0]!.committee = 'renamed';
  });
  expect((await opened(next)).kept).toEqual([
    'committee safety is not in the kit and stays',
    `petition ${slugOf(kit)}-2 is not in the kit and stays`,
  ]);
});

test('a wrong kit changes nothing at all', async () => {
  const kit = smallKit();
  await opened(kit);
  const before = await everyRow();
  const wrong = changed(kit, ({ city, petitions }) => {
    city.name = 'Elsewhere';
    petitions[0]!.committee = 'nobody';
  });
  expect(await openKit(db, wrong, saturday)).toEqual({
    ok: false,
    error: [{ path: 'petitions[0].committee', message: 'is not a committee of this council' }],
  });
  expect(await everyRow()).toBe(before);
});

test('two at the same time open one campaign', async () => {
  const kit = smallKit();
  await Promise.all([opened(kit), opened(kit), opened(kit)]);
  const { results } = await db.prepare('SELECT id FROM actions WHERE slug = ?').bind(slugOf(kit)).all();
  expect(results.length).toBe(1);
});
