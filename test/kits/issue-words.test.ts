import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindNames } from '../../worker/surveys/kinds/questions.ts';
import { type AnyKit, type BrokenKit, problemsOf } from '../support/broken-kits.ts';
import charlotte from '../support/charlotte.json';
import { parseKit } from '../support/kits.ts';

const firstQuestion = 'surveys[0].sections[0].questions[0]';

test.each<BrokenKit>([
  [
    'a year too late',
    (kit) => (kit.campaign.facts[0].source.year = 2101),
    'campaign.facts[0].source.year: must be at most 2100',
  ],
  [
    'an hour before the day',
    (kit) => (kit.council.committees[0].digest.hour = -1),
    'council.committees[0].digest.hour: must be at least 0',
  ],
  ['half a vote', (kit) => (kit.council.majority = 5.5), 'council.majority: must be a whole number'],
  [
    'a share of nothing',
    (kit) => (kit.city.zips['28202'] = { 1: 0 }),
    'city.zips.28202.1: must be more than 0',
  ],
  [
    'a hashtag without #',
    (kit) => (kit.campaign.hashtags = ['Train']),
    'campaign.hashtags[0]: must be # with letters, digits and underscores after it',
  ],
  [
    'too many hashtags',
    (kit) => (kit.campaign.hashtags = Array(11).fill('#a')),
    'campaign.hashtags: must not have more than 10 entries',
  ],
  ['a text for a list', (kit) => (kit.petitions = 'one'), 'petitions: must be a list, in [ ]'],
  [
    'a list for a part',
    (kit) => (kit.campaign.facts[0].source = []),
    'campaign.facts[0].source: must be a group of keys, in { }',
  ],
  [
    'a word for yes',
    (kit) => (kit.petitions[0].asks_street = 'yes'),
    'petitions[0].asks_street: must be true or false',
  ],
  [
    'an unknown state',
    (kit) => (kit.petitions[0].state = 'shut'),
    'petitions[0].state: must be one of draft, open, closed, rejected, removed',
  ],
  [
    'hosts in one text',
    (kit) => (kit.campaign.embed = { hosts: 'example.org' }),
    'campaign.embed.hosts: must be "open" or a list of hosts',
  ],
  [
    'a host with its scheme',
    (kit) => (kit.campaign.embed = { hosts: ['https://example.org'] }),
    'campaign.embed.hosts[0]: must be a host such as example.org or *.example.org, without https:// and in lower case',
  ],
  [
    'a question of no kind',
    (kit) => delete kit.surveys[0].sections[0].questions[0].kind,
    `${firstQuestion}.kind: must be one of ${kindNames.join(', ')}`,
  ],
  [
    'a title on two lines',
    (kit) => (kit.petitions[0].title.en = 'Keep it open\nBcc: everybody'),
    'petitions[0].title.en: must be one line: take out line breaks and tabs',
  ],
  [
    'a tab in a name',
    (kit) => (kit.city.name = 'North\tTown'),
    'city.name: must be one line: take out line breaks and tabs',
  ],
  ...['\u2800', '\u3164', '\u200b\u2060', '\u{e0041}\u{e0042}', '\u0301'].map(
    (blank): BrokenKit => [
      `a title of which nothing is seen, ${JSON.stringify(blank)}`,
      (kit) => (kit.petitions[0].title.en = blank),
      'petitions[0].title.en: shows nothing: nobody sees any of its characters',
    ],
  ),
])('%s is told of in our words', (_what, breakIt, problem) => {
  expect(problemsOf(breakIt)).toContain(problem);
});

/** Words that appear in the messages of the validation library. */
const raw =
  /expected|received|Invalid|Too (big|small)|Unrecognized|>=|<=|\bNaN\b|string\b|\bobject\b|\barray\b/;

test('whatever is wrong anywhere, no message comes from the library', () => {
  const places = placesIn(charlotte, []);
  const values = fc.oneof(
    fc.constantFrom<unknown>(null, '', 'x', [], {}, -1, 0, 0.5, 1e12, true, 'x'.repeat(30_000), { en: 1 }),
    fc.constant(undefined),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(places.length - 1), values), { minLength: 1, maxLength: 4 }),
      (changes) => {
        const kit: AnyKit = structuredClone(charlotte);
        // A clone, because JSON cannot hold a list within itself.
        for (const [at, value] of changes) put(kit, places[at] ?? [], structuredClone(value));
        const parsed = parseKit(kit);
        const told = parsed.ok ? [] : parsed.error.map(({ message }) => message);
        expect(told.filter((message) => raw.test(message))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test('what refers to a name that was changed is listed in one run, also on the way to the city', () => {
  const problems = problemsOf((kit) => {
    kit.council.committees[0].slug = 'library-board';
    kit.city.districts[0].code = 'north';
    kit.campaign.partners[0].slug = 'friends';
    kit.campaign.sources.find(({ slug }: { slug: string }) => slug === 'poster').slug = 'placard';
    kit.petitions[0].slug = 'keep-it-open';
    kit.surveys[0].sections[0].questions[0].id = 'fund';
    // Another mistake must not hide any of these.
    kit.campaign.accent = 'pink';
  });
  const places = new Set(problems.map((problem) => problem.split(': ')[0]));
  expect([...places]).toEqual(
    expect.arrayContaining([
      'council.seats[1].district',
      'campaign.sources[15].partner',
      'campaign.share[0].action',
      'petitions[0].committee',
      'petitions[0].links[0].source',
      'surveys[0].links[0].source',
      'surveys[0].suggestions[0].question',
      'surveys[0].carry[0].config.questions[0]',
      'surveys[0].carry[1].config.fields.fund-training',
      'surveys[1].committee',
    ]),
  );
});

test('a text of several lines has them', () => {
  expect(problemsOf((kit) => (kit.petitions[0].text.en = 'One\n\n- two\r\n\t- three'))).toEqual([]);
  expect(problemsOf((kit) => (kit.campaign.facts[0].statement.en = 'One\ntwo'))).toEqual([]);
});

test.each([
  "Police training (the city's own words go here)",
  'Formación (aquí van las palabras de la ciudad)',
  '[title of the petition]',
  'TODO: ask the library',
  'Lorem ipsum dolor',
])('%j is not for residents', (text) => {
  expect(problemsOf((kit) => (kit.petitions[0].title.en = text))).toEqual([
    'petitions[0].title.en: is a placeholder: write what readers should see, or leave the key out',
  ]);
});

test('a placeholder for the city’s own words is refused, and without them the sheet says ours', () => {
  const text = { en: "Comments (the city's own words go here)", es: 'Comentarios' };
  expect(problemsOf((kit) => (kit.surveys[0].carry[0].config.questions[4].text = text))).toEqual([
    'surveys[0].carry[0].config.questions[4].text.en: is a placeholder: write what readers should see, or leave the key out',
  ]);
});

test.each(['Write your answer here', 'A list: (see here)', 'Todo el año', 'Keep it open'])(
  '%j is a sentence like others',
  (text) => {
    expect(problemsOf((kit) => (kit.petitions[0].title.es = text))).toEqual([]);
  },
);

type Place = (string | number)[];

function placesIn(value: unknown, path: Place): Place[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? value.slice(0, 2).map((_, i) => i) : Object.keys(value);
  return [
    ...(path.length > 0 ? [path] : []),
    ...keys.flatMap((key) => placesIn((value as AnyKit)[key], [...path, key])),
  ];
}

function put(kit: AnyKit, path: Place, value: unknown): void {
  const parent = path.slice(0, -1).reduce((at, key) => at?.[key], kit);
  const key = path.at(-1);
  if (typeof parent !== 'object' || parent === null || key === undefined) return;
  parent[key] = value;
}
