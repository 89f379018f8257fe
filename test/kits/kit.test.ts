import { expect, test } from 'vitest';
import charlotte from '../../worker/kits/charlotte.json';
import { kitJsonSchema, parseKit } from '../support/kits.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test breaks the kit anywhere
type Broken = any;

function problemsOf(breakIt: (kit: Broken) => void): string[] {
  const kit = structuredClone(charlotte);
  breakIt(kit);
  const parsed = parseKit(kit);
  return parsed.ok ? [] : parsed.error.map(({ path, message }) => `${path}: ${message}`);
}

const cases: [string, (kit: Broken) => void, string][] = [
  ['another format', (kit) => (kit.kit = 2), 'kit: must be 1, the only format so far'],
  [
    'a language that is missing',
    (kit) => delete kit.petitions[0].text.es,
    'petitions[0].text.es: is missing',
  ],
  ['a language that is empty', (kit) => (kit.campaign.ask.en = '  '), 'campaign.ask.en: must not be empty'],
  ['a language too many', (kit) => (kit.campaign.ask.fr = 'x'), 'campaign.ask.fr: is not a key of a kit'],
  ['a key that it does not know', (kit) => (kit.colour = 'red'), 'colour: is not a key of a kit'],
  ['a number for a text', (kit) => (kit.city.name = 7), 'city.name: must be of type string'],
  [
    'a long title',
    (kit) => (kit.campaign.title.es = 'x'.repeat(121)),
    'campaign.title.es: must not be longer than 120 characters',
  ],
  [
    'a slug with capitals',
    (kit) => (kit.campaign.slug = 'Arrest'),
    'campaign.slug: must be lower-case letters and digits, in parts joined by single hyphens',
  ],
  [
    'a time zone that is none',
    (kit) => (kit.city.time_zone = 'Mars/Base'),
    'city.time_zone: must be a time zone, such as America/New_York',
  ],
  [
    'a ZIP of four digits',
    (kit) => (kit.city.zips['2820'] = {}),
    'city.zips.2820: must be a ZIP of five digits',
  ],
  [
    'a share of a district that is none',
    (kit) => (kit.city.zips['28202'] = { 9: 0.5 }),
    'city.zips.28202.9: is not a district of this city',
  ],
  [
    'shares over the whole',
    (kit) => (kit.city.zips['28203'] = { 1: 0.7, 2: 0.4 }),
    'city.zips.28203: holds shares that are more than 1 together',
  ],
  [
    'a district used twice',
    (kit) => kit.city.districts.push(kit.city.districts[0]),
    'city.districts[7].code: 1 is used twice',
  ],
  [
    'a district with a meaning',
    (kit) => kit.city.districts.push({ ...kit.city.districts[0], code: 'outside' }),
    'city.districts[7].code: has a meaning of its own',
  ],
  [
    'a lookup without https',
    (kit) => (kit.city.district_lookup_url = 'javascript:alert(1)'),
    'city.district_lookup_url: must be an https address',
  ],
  [
    'a majority over the seats',
    (kit) => (kit.council.majority = 13),
    'council.majority: is more than there are seats',
  ],
  [
    'a seat for no district',
    (kit) => (kit.council.seats[1].district = '8'),
    'council.seats[1].district: is not a district of this city',
  ],
  [
    'a contact that is no address',
    (kit) => (kit.council.committees[0].contact_email = 'x'),
    'council.committees[0].contact_email: must be an email address',
  ],
  [
    'an eighth day',
    (kit) => (kit.council.committees[0].digest.day = 8),
    'council.committees[0].digest.day: Too big: expected number to be <=7',
  ],
  [
    'a committee used twice',
    (kit) => kit.council.committees.push(kit.council.committees[0]),
    'council.committees[2].slug: safe-communities is used twice',
  ],
  [
    'an accent that is none',
    (kit) => (kit.campaign.accent = 'red'),
    'campaign.accent: Invalid option: expected one of "brick"|"teal"|"plum"|"navy"|"forest"',
  ],
  [
    'a fact used twice',
    (kit) => (kit.campaign.facts[1].slug = 'people-in-slavery'),
    'campaign.facts[1].slug: people-in-slavery is used twice',
  ],
  [
    'a day that is none',
    (kit) => (kit.campaign.junctures[0].on = '2027-02-29'),
    'campaign.junctures[0].on: must be a date, YYYY-MM-DD',
  ],
  [
    'a phase that ends first',
    (kit) => (kit.campaign.phases[0].ends_on = '2026-08-31'),
    'campaign.phases[0].ends_on: is before starts_on',
  ],
  [
    'no source for the rest',
    (kit) => kit.campaign.sources.pop(),
    'campaign.sources: must name the source other',
  ],
  [
    'a committee that is none',
    (kit) => (kit.petitions[0].committee = 'parks'),
    'petitions[0].committee: is not a committee of this council',
  ],
  [
    'a short link from nowhere',
    (kit) => (kit.petitions[0].links[0] = { code: 'one', source: 'moon' }),
    'petitions[0].links[0].source: is not a source of this campaign',
  ],
  [
    'a short link with answers to a petition',
    (kit) => (kit.petitions[0].links[1].answers = {}),
    'petitions[0].links[1].answers: is not a key of a kit',
  ],
  [
    'a petition that closes first',
    (kit) => (kit.petitions[0].closes_on = '2026-08-31'),
    'petitions[0].closes_on: is before opens_on',
  ],
  [
    'thresholds that fall',
    (kit) => (kit.petitions[0].thresholds[1].signatures = 100),
    'petitions[0].thresholds[1].signatures: must be more than the one before',
  ],
  [
    'a petition used twice',
    (kit) => kit.petitions.push({ ...kit.petitions[0], links: [] }),
    'petitions[1].slug: arrest-traffickers is used twice',
  ],
  [
    'a state of people',
    (kit) => (kit.petitions[0].state = 'closed'),
    'petitions[0].state: Invalid option: expected one of "draft"|"open"',
  ],
  ['no petition', (kit) => (kit.petitions = []), 'petitions: Too small: expected array to have >=1 items'],
];

test.each(cases)('a kit with %s is refused, and the refusal says where', (_what, breakIt, problem) => {
  expect(problemsOf(breakIt)).toEqual([problem]);
});

const placeOf = (problem: string) => problem.split(': ')[0]?.replace(/\d+\]/g, ']');

test('one run tells of everything that is wrong', () => {
  const problems = problemsOf((kit) => {
    for (const [, breakIt] of cases.slice(0, -1)) breakIt(kit);
  });
  const wanted = cases.slice(0, -1).map(([, , problem]) => placeOf(problem));
  const told = new Set(problems.map(placeOf));
  expect(wanted.filter((place) => !told.has(place))).toEqual([]);
});

test.each([null, 7, 'kit', [], {}, { city: 1, council: [], campaign: null, petitions: [null] }])(
  '%j is refused, not thrown at',
  (json) => {
    expect(parseKit(json).ok).toBe(false);
  },
);

test('the published schema asks for what the kit has to have', () => {
  const schema = kitJsonSchema();
  expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
  expect(schema.required).toEqual(['kit', 'city', 'council', 'campaign', 'petitions']);
  expect(JSON.stringify(schema).length).toBeGreaterThan(1000);
});
