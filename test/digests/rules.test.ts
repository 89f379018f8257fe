import { describe, expect, test } from 'vitest';
import { countsAtEndOf, imbalancesOf, namedCountsOf } from '../../worker/digests/counts-rules.ts';
import { isMailed } from '../../worker/digests/rules.ts';
import { stateAt } from '../../worker/digests/tally-rules.ts';

const districts = [
  { code: '1', name: { en: 'District 1', es: 'Distrito 1' }, retired: false },
  { code: '2', name: { en: 'District 2', es: 'Distrito 2' }, retired: false },
  { code: '9', name: { en: 'District 9', es: 'Distrito 9' }, retired: true },
];
const countsOf = (places: Record<string, number>, confirmed: number) =>
  namedCountsOf(
    {
      state: { confirmed, withdrawn: 1 },
      place: places,
      source: { direct: confirmed },
      day: {},
      possible: 0,
      paper: {},
      struck: {},
    },
    districts,
    [],
  );

describe('the account at the end of a past week', () => {
  test('is the current number minus the changes of later weeks, but not of the week itself', () => {
    const counts = countsAtEndOf(
      '2026-W45',
      {
        state: { confirmed: 10 },
        place: { '1': 10 },
        source: {},
        day: { '2026-11-04': 10 },
        possible: 2,
        paper: { 'without-address': 7 },
        struck: {},
      },
      [
        { week: '2026-W45', kind: 'state', key: 'confirmed', n: 4 },
        { week: '2026-W46', kind: 'state', key: 'confirmed', n: -1 },
        { week: '2026-W46', kind: 'possible', key: '', n: 2 },
        { week: '2026-W46', kind: 'state', key: 'withdrawn', n: 1 },
        { week: '2026-W46', kind: 'correction', key: '2026-W45 withdrawn', n: 1 },
        { week: '2027-W01', kind: 'place', key: '2', n: 3 },
        { week: '2026-W46', kind: 'paper', key: 'without-address', n: 2 },
      ],
    );
    expect(counts).toEqual({
      state: { confirmed: 11, withdrawn: -1 },
      place: { '1': 10, '2': -3 },
      source: {},
      day: {},
      possible: 0,
      paper: { 'without-address': 5 },
      struck: {},
    });
  });
});

describe('places', () => {
  test('lists every district, those without signatures too, then outside and unknown', () => {
    expect(
      countsOf({ '2': 3, unknown: 1 }, 4).byPlace.map(({ place, confirmed }) => [place, confirmed]),
    ).toEqual([
      ['1', 0],
      ['2', 3],
      ['outside', 0],
      ['unknown', 1],
    ]);
  });

  test('keeps a district that is gone as long as signatures name it', () => {
    const places = countsOf({ '9': 2, '12': 1 }, 3).byPlace.map(({ place }) => place);
    expect(places).toEqual(['1', '2', '9', '12', 'outside', 'unknown']);
    expect(imbalancesOf(countsOf({ '9': 2, '12': 1 }, 3))).toEqual([]);
  });
});

describe('the balance', () => {
  test('holds for numbers that add up', () => {
    expect(imbalancesOf(countsOf({ '1': 2, outside: 1 }, 3))).toEqual([]);
  });

  test('names what does not add up', () => {
    const sound = countsOf({ '1': 2, outside: 1 }, 3);
    expect(imbalancesOf({ ...sound, confirmed: 4 })).toEqual([
      'confirmed is not the state of that name',
      'confirmed is not the sum of the places',
      'confirmed is not the sum of the sources',
    ]);
    expect(imbalancesOf({ ...sound, account: { ...sound.account, received: 9 } })).toEqual([
      'received is not the sum of the states',
    ]);
    expect(imbalancesOf(countsOf({ '1': 4, outside: -1 }, 3))).toEqual(['a number is below zero']);
  });
});

describe('who gets a digest by mail', () => {
  test.each([
    ['weekly', '2026-11-09', '2026-11-02', true],
    ['monthly', '2026-11-09', '2026-11-02', false],
    ['monthly', '2026-12-07', '2026-11-30', true],
    ['monthly', '2027-11-01', '2026-11-30', true],
    ['monthly', '2026-11-09', null, true],
    ['thresholds', '2026-11-02', null, false],
    ['stopped', '2026-11-02', null, false],
  ] as const)('%s, due on %s after one due on %s: %s', (frequency, dueOn, lastDueOn, expected) => {
    expect(isMailed(frequency, dueOn, lastDueOn)).toBe(expected);
  });
});

test('a petition is closed from its closing date on, though the job that closes it comes late', () => {
  const closesAt = new Date('2026-11-09T05:00:00Z');
  const open = { state: 'open', closesAt, closedAt: null } as const;
  expect(stateAt(open, new Date('2026-11-09T04:59:59Z'))).toBe('open');
  expect(stateAt(open, closesAt)).toBe('closed');
  expect(stateAt({ ...open, state: 'closed', closedAt: closesAt }, new Date('2026-11-02T05:00:00Z'))).toBe(
    'open',
  );
  expect(stateAt({ ...open, state: 'removed' }, closesAt)).toBe('removed');
});
