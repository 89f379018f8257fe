import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AreaTally,
  areasOf,
  foldGroups,
  leastPeople,
} from '../../../worker/surveys/digest/area-rules.ts';
import { countedAtEndOf } from '../../../worker/surveys/digest/counted-rules.ts';
import {
  answeredBy,
  type CountedAnswers,
  cellsOf,
  peopleUnder,
} from '../../../worker/surveys/kinds/counted.ts';
import { answersTo } from '../../../worker/surveys/kinds/measure.ts';
import { kindOf } from '../../../worker/surveys/kinds/questions.ts';
import { questionsOf } from '../../../worker/surveys/rules.ts';
import { everyKind } from '../every-kind.ts';
import { type Answered, byPlaceOf, countsOf, places, somebody } from './survey-sample.ts';

const isSafe = (n: number) => n === 0 || n >= leastPeople;

describe('folding groups', () => {
  const groups = fc
    .integer({ min: 1, max: 3 })
    .chain((length) =>
      fc.array(fc.array(fc.nat({ max: 12 }), { minLength: length, maxLength: length }), { maxLength: 12 }),
    )
    .map((sizes) => sizes.map((one, i) => ({ place: `p${i}`, sizes: one })));

  test('leaves no group under five, not by taking from the total either', () => {
    fc.assert(
      fc.property(groups, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (all, taken) => {
        const { shown, folded } = foldGroups(all);
        const length = all[0]?.sizes.length ?? 0;
        const sizeOf = (names: string[], i: number) =>
          all.filter(({ place }) => names.includes(place)).reduce((sum, { sizes }) => sum + sizes[i]!, 0);
        const filled = all.filter(({ sizes }) => sizes.some((size) => size > 0)).map(({ place }) => place);
        expect([...shown, ...folded].sort()).toEqual(filled.sort());
        if (shown.length === 0) return;
        for (let i = 0; i < length; i += 1) {
          for (const place of shown) expect(isSafe(sizeOf([place], i))).toBe(true);
          const left = filled.filter((place) => !(shown.includes(place) && taken[shown.indexOf(place)]));
          expect(isSafe(sizeOf(left, i))).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['nothing where all are large enough', [7, 5, 30], [], ['7', '5', '30']],
    ['small ones together where they are enough', [3, 2, 9], ['3', '2'], ['9']],
    ['the next smallest with one that is alone', [2, 9, 30], ['2', '9'], ['30']],
    ['everything where nothing else is left', [2, 9], ['2', '9'], []],
    ['nobody’s area with none', [0, 9, 8], [], ['9', '8']],
  ])('folds %s', (_, sizes, folded, shown) => {
    const done = foldGroups(sizes.map((size) => ({ place: String(size), sizes: [size] })));
    expect(done.folded.sort()).toEqual(folded.sort());
    expect(done.shown.sort()).toEqual(shown.sort());
  });
});

const sum = (numbers: number[]) => numbers.reduce((all, n) => all + n, 0);

/** The number of people who chose an option, or who answered a part of the question or the question itself. */
function everybody(counted: CountedAnswers, question: string, part: string): number {
  const option = cellsOf(counted, answersTo(question)).get(part);
  return option?.n ?? peopleUnder(counted, answersTo(question, part === '' ? null : part));
}

describe('answers by area', () => {
  const areasIn = (people: Answered[], id: string): AreaTally[] => {
    const counted = countedAtEndOf('2026-W45', countsOf(people), []);
    const question = questionsOf(everyKind).find((one) => one.id === id)!;
    const distribution = kindOf(question).tally.distribution(question, counted, []);
    return areasOf(question, distribution, { counted, places: byPlaceOf(people) });
  };

  test('add up to everybody’s, and stand for at least five people each', () => {
    fc.assert(
      fc.property(fc.array(somebody, { minLength: 10, maxLength: 80 }), (people) => {
        const counted = countedAtEndOf('2026-W45', countsOf(people), []);
        for (const { id, areas } of questionsOf(everyKind).map(({ id }) => ({
          id,
          areas: areasIn(people, id),
        }))) {
          if (areas.length === 0) continue;
          expect(Math.min(...areas.map(({ answered }) => answered))).toBeGreaterThanOrEqual(leastPeople);
          expect(sum(areas.map(({ answered }) => answered))).toBe(answeredBy(counted, id));
          const told = areas[0]!.rows.map((row, i) => [row.id, sum(areas.map(({ rows }) => rows[i]!.n))]);
          expect(told).toEqual(areas[0]!.rows.map((row) => [row.id, everybody(counted, id, row.id)]));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('say the mean there, and who raised and cut', () => {
    const spend = (police: number, place: string) => ({
      answers: { support: 'yes', budget: { police, fire: 100 - police } },
      place,
    });
    const people = [
      ...Array.from({ length: 6 }, (_, n) => spend(n < 2 ? 40 : 50, '1')),
      ...Array.from({ length: 5 }, () => spend(10, '2')),
    ];
    const [one, two] = areasIn(people, 'budget');
    expect(one).toMatchObject({ place: '1', answered: 6 });
    expect(one?.rows[0]).toEqual({ id: 'police', n: 6, mean: 46.667, raised: 4, same: 2, cut: 0 });
    expect(two?.rows[0]).toEqual({ id: 'police', n: 5, mean: 10, raised: 0, same: 0, cut: 5 });
  });

  test('are told together where an area is small, without a place', () => {
    const people = places.flatMap((place, i) =>
      Array.from({ length: [9, 3, 4, 8, 0][i]! }, () => ({ answers: { support: 'yes' }, place })),
    );
    expect(areasIn(people, 'support').map(({ place, answered }) => [place, answered])).toEqual([
      ['1', 9],
      ['outside', 8],
      [null, 7],
    ]);
  });

  test('are not told of where people live, nor of what they wrote', () => {
    const answers = { support: 'yes', words: 'Words', name: 'Name', where: '28202', 'lives-in': '1' };
    const people = Array.from({ length: 20 }, (_, n) => ({ answers, place: n % 2 ? '1' : '2' }));
    for (const id of ['words', 'name', 'where', 'lives-in']) expect(areasIn(people, id)).toEqual([]);
  });
});
