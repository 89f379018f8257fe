import { expect, test } from 'vitest';
import type { Json } from '../../worker/kits/json-rules.ts';
import { mergeOf } from '../../worker/kits/merge-rules.ts';
import { clashingKeys } from '../../worker/kits/tied-rules.ts';
import schema from './kit.schema.json';

const source = { name: 'Old study', year: 2020 };
const other = { name: 'New study', year: 2026 };

const statements: [string, Json, Json, Json][] = [
  [
    'a figure',
    { amount: 1, source: 'Old study', year: 2020 },
    { amount: 2, source: 'Old study', year: 2020 },
    { amount: 1, source: 'New study', year: 2020 },
  ],
  [
    'a figure without a number',
    { amount: null },
    { amount: 2 },
    { amount: null, source: 'New study', year: 2026 },
  ],
  ['the page of a figure', { amount: 1, page: '8' }, { amount: 2, page: '8' }, { amount: 1, page: '9' }],
  [
    'a fact',
    { slug: 'a', statement: 'One in two.', source },
    { slug: 'a', statement: 'One in three.', source },
    { slug: 'a', statement: 'One in two.', source: other },
  ],
  [
    'the figure of a fact',
    { slug: 'a', figure: '1 in 2', statement: 'So many.', source },
    { slug: 'a', figure: '1 in 2', statement: 'So many.', source: other },
    { slug: 'a', figure: '1 in 3', statement: 'So many.', source },
  ],
  [
    'an answered myth',
    { kind: 'myth', asked: 'A', fact: 'B', answer: 'C', source: 'Old study', answered_on: '2026-01-01' },
    { kind: 'myth', asked: 'A', fact: 'D', answer: 'C', source: 'Old study', answered_on: '2026-01-01' },
    { kind: 'myth', asked: 'A', fact: 'B', answer: 'C', source: 'Old study', answered_on: '2026-09-01' },
  ],
  [
    'a myth for helpers',
    { myth: 'A', fact: 'B', source },
    { myth: 'A', fact: 'C', source },
    { myth: 'A', fact: 'B', source: other },
  ],
  ['a law', { says: 'A', source }, { says: 'B', source }, { says: 'A', source: other }],
  [
    'a claim of the training',
    { heading: 'A', text: 'B', sources: [source] },
    { heading: 'A', text: 'C', sources: [source] },
    { heading: 'A', text: 'B', sources: [source, other] },
  ],
  [
    'a service that somebody checked',
    { slug: 'a', hours: 'day', checked_on: '2026-01-01', checked_by: 'A clerk' },
    { slug: 'a', hours: 'night', checked_on: '2026-01-01', checked_by: 'A clerk' },
    { slug: 'a', hours: 'day', checked_on: '2026-09-01', checked_by: 'A clerk' },
  ],
  [
    'a lesson that somebody reviewed',
    { slug: 'a', title: 'A', lesson: [{ heading: 'A', text: 'B', sources: [] }], reviewed_by: 'A lawyer' },
    { slug: 'a', title: 'A', lesson: [{ heading: 'A', text: 'C', sources: [] }], reviewed_by: 'A lawyer' },
    {
      slug: 'a',
      title: 'A',
      lesson: [{ heading: 'A', text: 'B', sources: [] }],
      reviewed_by: 'Two survivors',
    },
  ],
  [
    'the people of a city',
    { slug: 'a', population: 1, population_source: source },
    { slug: 'a', population: 2, population_source: source },
    { slug: 'a', population: 1, population_source: other },
  ],
  [
    'the address of a committee',
    { slug: 'a', contact_email: 'a@example.org', checked_on: '2026-01-01' },
    { slug: 'a', contact_email: 'b@example.org', checked_on: '2026-01-01' },
    { slug: 'a', contact_email: 'a@example.org', checked_on: '2026-09-01' },
  ],
];

test.each(statements)('%s and what it rests on are one value for two organizers', (_, base, ours, theirs) => {
  for (const [one, two] of [
    [ours, theirs],
    [theirs, ours],
  ] as [Json, Json][]) {
    const { merged, mine, conflicts } = mergeOf({ at: base }, { at: one }, { at: two });
    expect([merged, mine]).toEqual([{ at: two }, { at: one }]);
    expect(conflicts.length).toBeGreaterThan(1);
  }
});

test('what is said in two languages, and what stands beside a statement, is still merged', () => {
  const base = { slug: 'a', statement: { en: 'A', es: 'A' }, source };
  expect(
    mergeOf(base, { ...base, statement: { en: 'B', es: 'A' } }, { ...base, statement: { en: 'A', es: 'C' } }),
  ).toMatchObject({ conflicts: [], merged: { statement: { en: 'B', es: 'C' } } });
  const city = { slug: 'a', name: 'A', population: 1, population_source: source };
  expect(mergeOf(city, { ...city, name: 'B' }, { ...city, population_source: other })).toMatchObject({
    conflicts: [],
    merged: { name: 'B', population_source: other },
  });
  const figure = { amount: 1, source: 'Old study', year: 2020 };
  const changed = { amount: 2, source: 'New study', year: 2020 };
  expect(mergeOf(figure, { ...figure, amount: 2 }, changed)).toMatchObject({
    conflicts: [],
    merged: changed,
  });
});

/** The keys of groups in the schema that are named like a source or a check. */
function groupsIn(node: unknown): string[][] {
  if (typeof node !== 'object' || node === null) return [];
  const { properties } = node as { properties?: object };
  const keys = Object.keys(properties ?? {});
  const named = keys.some((key) => /source|checked_|reviewed_/.test(key)) ? [keys] : [];
  return [...named, ...Object.values(node).flatMap(groupsIn)];
}

test('each group of a kit that names a source or a check ties it to what it says', () => {
  const untied = groupsIn(schema).filter((keys) => {
    const side = (value: string) => Object.fromEntries(keys.map((key) => [key, value]));
    const isOrigin = (key: string) => /source|checked_|reviewed_/.test(key);
    const [base, ours, theirs] = [side('a'), side('b'), side('a')];
    for (const key of keys.filter(isOrigin)) [ours[key], theirs[key]] = ['a', 'c'];
    return clashingKeys({ base, ours, theirs }).size < 2;
  });
  // Of a short link the source is how its signatures are counted, and of a campaign the places it is spread.
  expect(untied.map(([first]) => first)).toEqual(['slug', 'code', 'code', 'code']);
});
