import { expect, test } from 'vitest';
import { brokenCampaigns } from '../campaigns/broken-kits.ts';
import { brokenCouncils } from '../councils/broken-kits.ts';
import { brokenPetitions } from '../petitions/broken-kits.ts';
import { brokenCities } from '../places/broken-kits.ts';
import { testApp } from '../support/app.ts';
import { type BrokenKit, problemsOf } from '../support/broken-kits.ts';
import { parseKit } from '../support/kits.ts';
import published from './kit.schema.json';

const broken: BrokenKit[] = [
  ['another format', (kit) => (kit.kit = 2), 'kit: must be 1, the only format so far'],
  [
    'a language that is missing',
    (kit) => delete kit.petitions[0].text.es,
    'petitions[0].text.es: is missing',
  ],
  ['a language that is empty', (kit) => (kit.campaign.ask.en = '  '), 'campaign.ask.en: must not be empty'],
  ['a language too many', (kit) => (kit.campaign.ask.fr = 'x'), 'campaign.ask.fr: is not a key of a kit'],
  ['a key that it does not know', (kit) => (kit.color = 'red'), 'color: is not a key of a kit'],
  ['a number for a text', (kit) => (kit.city.name = 7), 'city.name: must be a text'],
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
];
const noPetition: BrokenKit = ['no petition', (kit) => (kit.petitions = []), 'petitions: must not be empty'];

test.each([...broken, noPetition])(
  'a kit with %s is refused, and the refusal says where',
  (_what, breakIt, problem) => {
    expect(problemsOf(breakIt)).toEqual([problem]);
  },
);

const placeOf = (problem: string) => problem.split(': ')[0]?.replace(/\d+\]/g, ']');

test('one run tells of everything that is wrong', () => {
  const all = [...broken, ...brokenCities, ...brokenCouncils, ...brokenCampaigns, ...brokenPetitions];
  const problems = problemsOf((kit) => {
    for (const [, breakIt] of all) breakIt(kit);
  });
  const wanted = all.map(([, , problem]) => placeOf(problem));
  const told = new Set(problems.map(placeOf));
  expect(wanted.filter((place) => !told.has(place))).toEqual([]);
});

test.each([null, 7, 'kit', [], {}, { city: 1, council: [], campaign: null, petitions: [null] }])(
  '%j is refused, not thrown at',
  (json) => {
    expect(parseKit(json).ok).toBe(false);
  },
);

test('the published schema is the one that editors of kits know', async () => {
  // If the schema is meant to change, save what this address serves as the file.
  expect(await (await testApp().request('/kit.schema.json')).json()).toEqual(published);
});
