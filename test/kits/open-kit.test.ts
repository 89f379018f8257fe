import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { findCampaign, listCampaigns } from '../../worker/campaigns/store.ts';
import { listSources } from '../../worker/coalition/store.ts';
import { councilQuery, findCommittee } from '../../worker/councils/store.ts';
import { findCity } from '../../worker/places/store.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { freshSlug, smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { changed, nextMonday, opened, saturday } from './support.ts';

const db = env.DB;

type Kit = ReturnType<typeof smallKit>;

async function sign(petition: string, { place = '1', source = 'direct' } = {}) {
  const id = crypto.randomUUID().replaceAll('-', '').slice(0, 22);
  await db
    .prepare(
      `INSERT INTO signatures (id, action_id, state, place, source, language, keep_informed, received_at, changed_at,
        changed_week)
      SELECT ?1, id, 'unconfirmed', ?3, ?4, 'en', 0, 0, 0, '2026-W47' FROM actions WHERE slug = ?2`,
    )
    .bind(id, petition, place, source)
    .run();
}

async function petitionRow(slug: string) {
  const row = await db.prepare('SELECT * FROM actions WHERE slug = ?').bind(slug).first();
  if (!row) throw new Error(`no petition ${slug}`);
  return row;
}

function slugOf(kit: Kit): string {
  return kit.petitions[0]!.slug;
}

async function everyRow(): Promise<string> {
  const tables = [
    'cities',
    'districts',
    'zip_areas',
    'campaigns',
    'sources',
    'councils',
    'seats',
    'committees',
  ];
  const results = await db.batch(
    [...tables, 'actions', 'thresholds'].map((table) => db.prepare(`SELECT * FROM ${table}`)),
  );
  return JSON.stringify(results.map(({ results }) => results));
}

async function committeeOf(kit: Kit) {
  const petition = await petitionRow(slugOf(kit));
  const committee = await findCommittee(db, petition.committee_id as number);
  if (!committee) throw new Error('no committee');
  return committee;
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
  expect(await runQuery(db, councilQuery(db, kit.campaign.slug))).toMatchObject({
    majority: 1,
    seats: [{ slug: 'district-1', district: '1' }],
    committees: [{ slug: 'safety', frequency: 'weekly', nextDigestAt: new Date('2026-11-23T12:00:00Z') }],
  });
});

test('a petition opens with its first day and closes with the end of its last, on the city’s clock', async () => {
  const kit = smallKit({ opensOn: '2026-11-01', closesOn: '2027-03-14' });
  await opened(kit);
  const { state, opens_at, closes_at } = await petitionRow(slugOf(kit));
  expect([state, opens_at, closes_at]).toEqual([
    'open',
    Date.parse('2026-11-01T04:00:00Z'),
    Date.parse('2027-03-15T04:00:00Z'),
  ]);
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

test('an update keeps signatures, their counts and the moment that a threshold was reached', async () => {
  const kit = smallKit({ thresholds: [3, 10] });
  await opened(kit);
  await sign(slugOf(kit));
  const { id } = await petitionRow(slugOf(kit));
  await db
    .prepare('UPDATE thresholds SET reached_at = 5 WHERE action_id = ? AND signatures = 3')
    .bind(id)
    .run();

  const next = changed(kit, ({ petitions }) => {
    petitions[0]!.title.en = 'A new title';
    petitions[0]!.thresholds = [{ signatures: 20, name: { en: 'Twenty', es: 'Veinte' } }];
  });
  const { changes, kept } = await opened(next, nextMonday);
  expect(changes).toContain(`petition ${slugOf(kit)}: title changed`);
  expect(changes).toContain(`petition ${slugOf(kit)}, threshold 10 removed`);
  expect(kept).toEqual([`petition ${slugOf(kit)}, threshold 3 is not in the kit and stays`]);

  const { results: thresholds } = await db
    .prepare('SELECT signatures, reached_at FROM thresholds WHERE action_id = ? ORDER BY signatures')
    .bind(id)
    .all();
  expect(thresholds).toEqual([
    { signatures: 3, reached_at: 5 },
    { signatures: 20, reached_at: null },
  ]);
  const count = await db.prepare('SELECT n FROM signature_counts WHERE action_id = ?').bind(id).first();
  expect(count).toEqual({ n: 1 });
});

test('what a committee’s staff chose stays theirs, and the next digest when it was', async () => {
  const kit = smallKit();
  await opened(kit);
  const { id } = await committeeOf(kit);
  await db
    .prepare("UPDATE committees SET frequency = 'monthly', staff_link = 4, next_digest_at = 77 WHERE id = ?")
    .bind(id)
    .run();
  await opened(
    changed(kit, ({ council }) => (council.committees[0]!.remit.en = 'Something else')),
    nextMonday,
  );
  expect(await committeeOf(kit)).toMatchObject({
    remit: { en: 'Something else' },
    frequency: 'monthly',
    staffLink: 4,
    nextDigestAt: new Date(77),
  });
});

test('another digest hour moves the next digest', async () => {
  const kit = smallKit();
  await opened(kit);
  await opened(
    changed(kit, ({ council }) => (council.committees[0]!.digest.hour = 9)),
    nextMonday,
  );
  expect((await committeeOf(kit)).nextDigestAt).toEqual(new Date('2026-11-30T14:00:00Z'));
});

test('so does another clock', async () => {
  const kit = smallKit();
  await opened(kit);
  await opened(
    changed(kit, ({ city }) => (city.time_zone = 'America/Los_Angeles')),
    nextMonday,
  );
  const committee = await committeeOf(kit);
  expect([committee.nextDigestAt, committee.timeZone]).toEqual([
    new Date('2026-11-30T15:00:00Z'),
    'America/Los_Angeles',
  ]);
});

test.each([
  ['closed', 'closed_at = 1'],
  ['rejected', 'rejection = \'{"reason":"other"}\''],
  ['removed', 'closed_at = NULL'],
])('a petition that people have %s is not opened again, nor its dates moved', async (state, also) => {
  const kit = smallKit();
  await opened(kit);
  await db.prepare(`UPDATE actions SET state = ?, ${also} WHERE slug = ?`).bind(state, slugOf(kit)).run();
  const before = await petitionRow(slugOf(kit));
  const { changes, kept } = await opened(
    changed(kit, ({ petitions }) => (petitions[0]!.closes_on = '2028-01-01')),
    nextMonday,
  );
  expect(changes).toEqual([]);
  expect(kept).toEqual([`petition ${slugOf(kit)} is ${state} and stays so, the kit says open`]);
  expect(await petitionRow(slugOf(kit))).toEqual(before);
});

test('a draft opens when its kit says so, and an open petition never goes back to a draft', async () => {
  const kit = smallKit();
  const draft = changed(kit, ({ petitions }) => Object.assign(petitions[0]!, { state: 'draft' }));
  await opened(draft);
  expect((await petitionRow(slugOf(kit))).state).toBe('draft');
  expect((await opened(kit)).changes).toEqual([`petition ${slugOf(kit)}: state changed`]);
  expect((await opened(draft)).kept).toEqual([
    `petition ${slugOf(kit)} is open and stays so, the kit says draft`,
  ]);
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

test('a kit cannot take over the petition of another campaign', async () => {
  const [mine, theirs] = [smallKit({ petitions: 2 }), smallKit()];
  await opened(mine);
  await opened(theirs);
  const before = await everyRow();
  const greedy = changed(mine, ({ petitions }) => (petitions[1]!.slug = slugOf(theirs)));
  expect(await openKit(db, greedy, saturday)).toEqual({
    ok: false,
    error: [{ path: 'petitions[1].slug', message: `is a petition of the campaign ${theirs.campaign.slug}` }],
  });
  expect(await everyRow()).toBe(before);
});

test('a campaign cannot move to another city', async () => {
  const kit = smallKit();
  await opened(kit);
  const moved = changed(kit, ({ city }) => (city.slug = freshSlug('elsewhere')));
  expect(await openKit(db, moved, saturday)).toEqual({
    ok: false,
    error: [{ path: 'campaign.slug', message: `is a campaign of the city ${kit.city.slug}` }],
  });
});

test('two at the same time open one campaign', async () => {
  const kit = smallKit();
  await Promise.all([opened(kit), opened(kit), opened(kit)]);
  const { results } = await db.prepare('SELECT id FROM actions WHERE slug = ?').bind(slugOf(kit)).all();
  expect(results.length).toBe(1);
});
