import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { campaignKitSection } from '../../worker/campaigns/kit.ts';
import { coalitionKitSection, sourceNames } from '../../worker/coalition/kit.ts';
import { slug, text } from '../../worker/kits/atoms.ts';
import { nameList, namesAt } from '../../worker/kits/names.ts';
import { openKit } from '../../worker/kits/open.ts';
import { checkKit, kitJsonSchema } from '../../worker/kits/parse.ts';
import { list, name, problemIf } from '../../worker/kits/problems.ts';
import { kitSection } from '../../worker/kits/section.ts';
import type { Feature } from '../../worker/main/feature.ts';
import { features } from '../../worker/main/features.ts';
import { createHouse } from '../../worker/main/house.ts';
import { smallKit } from '../support/factories.ts';
import { everyRow, saturday } from '../support/opened-kits.ts';

const db = env.DB;
const both = (words: string) => ({ en: words, es: `${words} (es)` });

const pledgeNames = nameList('a pledge of this kit');

/** The kit section of an invented feature: pledges that people make, each with its source. */
const pledgeKitSection = kitSection({
  needs: [campaignKitSection, coalitionKitSection],
  keys: {
    pledges: z
      .array(z.strictObject({ slug, words: text(200), source: slug, after: slug.optional() }))
      .max(10)
      .default([]),
  },
  inCampaign: { pledge_thanks: text(200).optional() },
  skeleton: { pledges: list({ slug: name, source: name, after: name }) },
  names: ({ pledges }) => [{ list: pledgeNames, names: namesAt('pledges', 'slug', pledges) }],
  references: ({ pledges }, names) =>
    pledges.flatMap((pledge, i) => [
      ...names.unlessIn(sourceNames, pledge?.source, `pledges[${i}].source`),
      ...names.unlessIn(pledgeNames, pledge?.after, `pledges[${i}].after`),
    ]),
  check: ({ pledges, campaign }) =>
    problemIf(pledges.length > 0 && !campaign.pledge_thanks, 'campaign.pledge_thanks', 'is missing'),
  async refusals({ pledges }, { kit }) {
    const { results } = await db
      .prepare(
        'SELECT slug, owner FROM kit_pledges WHERE owner <> ? AND slug IN (SELECT value FROM json_each(?))',
      )
      .bind(kit.campaign.slug, JSON.stringify(pledges.map(({ slug }) => slug)))
      .all<{ slug: string; owner: string }>();
    return results.map(({ slug, owner }) => ({
      path: `pledges[${pledges.findIndex((one) => one.slug === slug)}].slug`,
      message: `is a pledge of the campaign ${owner}`,
    }));
  },
  content: ({ campaign }) => ({ pledgeThanks: campaign.pledge_thanks ?? null }),
  open: ({ pledges, campaign }) =>
    pledges.map(({ slug, words, source }) =>
      db
        .prepare(
          `INSERT INTO kit_pledges SELECT ?1, campaigns.slug, ?3, sources.slug
          FROM campaigns JOIN sources ON campaign_id = campaigns.id
          WHERE campaigns.slug = ?2 AND sources.slug = ?4
          ON CONFLICT (slug) DO UPDATE SET words = excluded.words`,
        )
        .bind(slug, campaign.slug, JSON.stringify(words), source),
    ),
  entries: ({ pledges }) => pledges.map(({ slug }) => ({ label: `pledge ${slug}` })),
  snapshot: ({ campaign }) => [
    db
      .prepare(
        "SELECT 'pledge ' || slug AS label, json_object('words', json(words)) AS fields FROM kit_pledges WHERE owner = ?",
      )
      .bind(campaign.slug),
  ],
});

const pledges: Feature = { name: 'pledges', tables: ['kit_pledges'], kit: async () => pledgeKitSection };
const sections = await createHouse([...features, pledges]).kitSections();

beforeAll(async () => {
  await db
    .prepare('CREATE TABLE kit_pledges (slug TEXT PRIMARY KEY, owner TEXT, words TEXT, source TEXT)')
    .run();
});

function pledgeKit(...slugs: string[]) {
  const kit = smallKit();
  return {
    ...kit,
    campaign: { ...kit.campaign, pledge_thanks: both('Thank you') },
    pledges: slugs.map((slug) => ({ slug, words: both('I will come'), source: 'poster' })),
  };
}

function open(kit: unknown) {
  return openKit(db, kit, { sections, now: saturday });
}

function problemsIn(kit: unknown): string[] {
  const checked = checkKit(kit, sections);
  return checked.ok ? [] : checked.error.map(({ path, message }) => `${path}: ${message}`);
}

test('a section of a new feature is checked and opened, and what it made is told', async () => {
  const kit = pledgeKit('come', 'bring-a-friend');
  expect(problemsIn(kit)).toEqual([]);
  const opened = await open(kit);
  expect(opened.ok && opened.value.changes).toEqual(
    expect.arrayContaining(['pledge come added', 'pledge bring-a-friend added']),
  );
  const { results } = await db
    .prepare('SELECT slug, words, source FROM kit_pledges WHERE owner = ? ORDER BY slug')
    .bind(kit.campaign.slug)
    .all();
  expect(results).toEqual([
    { slug: 'bring-a-friend', words: JSON.stringify(both('I will come')), source: 'poster' },
    { slug: 'come', words: JSON.stringify(both('I will come')), source: 'poster' },
  ]);
  const content = await db
    .prepare('SELECT content FROM campaigns WHERE slug = ?')
    .bind(kit.campaign.slug)
    .first<string>('content');
  expect(JSON.parse(content ?? '')).toMatchObject({ pledgeThanks: both('Thank you'), norms: [] });
});

test('what changed in it and what stays of it is told', async () => {
  const kit = pledgeKit('write', 'call');
  await open(kit);
  expect(await open(kit)).toEqual({ ok: true, value: { changes: [], kept: [] } });
  const [write] = kit.pledges;
  const next = {
    ...kit,
    campaign: { ...kit.campaign, pledge_thanks: both('Thanks') },
    pledges: [{ ...write, words: both('I will write') }],
  };
  expect(await open(next)).toEqual({
    ok: true,
    value: {
      changes: [`campaign ${kit.campaign.slug}: pledgeThanks changed`, 'pledge write: words changed'],
      kept: ['pledge call is not in the kit and stays'],
    },
  });
});

test.each<[string, (kit: ReturnType<typeof pledgeKit>) => unknown, string]>([
  [
    'a source that is none',
    (kit) => (kit.pledges[0]!.source = 'moon'),
    'pledges[0].source: is not a source of this campaign',
  ],
  [
    'a pledge that is none',
    (kit) => Object.assign(kit.pledges[0]!, { after: 'fly' }),
    'pledges[0].after: is not a pledge of this kit',
  ],
  ['a slug used twice', (kit) => kit.pledges.push(kit.pledges[0]!), 'pledges[1].slug: stay is used twice'],
  [
    'a key that it does not know',
    (kit) => Object.assign(kit.pledges[0]!, { color: 'red' }),
    'pledges[0].color: is not a key of a kit',
  ],
  [
    'words in one language',
    (kit) => Object.assign(kit.pledges[0]!, { words: { en: 'x' } }),
    'pledges[0].words.es: is missing',
  ],
  [
    'something left out',
    (kit) => Object.assign(kit.campaign, { pledge_thanks: undefined }),
    'campaign.pledge_thanks: is missing',
  ],
])('%s is refused, and nothing is opened', async (_what, breakIt, problem) => {
  const kit = pledgeKit('stay');
  breakIt(kit);
  const before = await everyRow();
  expect(problemsIn(kit)).toEqual([problem]);
  expect((await open(kit)).ok).toBe(false);
  expect(await everyRow()).toBe(before);
});

test('what the database does not allow is refused', async () => {
  const theirs = pledgeKit('shared');
  await open(theirs);
  expect(await open(pledgeKit('shared'))).toEqual({
    ok: false,
    error: [{ path: 'pledges[0].slug', message: `is a pledge of the campaign ${theirs.campaign.slug}` }],
  });
});

test('its keys are in the published schema, and without it they are refused', async () => {
  const { properties } = kitJsonSchema(sections) as { properties: Record<string, { properties: object }> };
  expect(properties.pledges).toMatchObject({ type: 'array' });
  expect(properties.campaign?.properties).toHaveProperty('pledge_thanks');
  const checked = checkKit(pledgeKit('come'), await createHouse(features).kitSections());
  expect(checked).toMatchObject({
    ok: false,
    error: [
      { path: 'campaign.pledge_thanks', message: 'is not a key of a kit' },
      { path: 'pledges', message: 'is not a key of a kit' },
    ],
  });
});
