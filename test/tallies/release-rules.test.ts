import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionsOf } from '../../worker/surveys/rules.ts';
import { leastPeople } from '../../worker/tallies/area-rules.ts';
import { releasedPart, type SurveyPart, surveyPartOf } from '../../worker/tallies/survey-rules.ts';
import { everyKind } from '../surveys/every-kind.ts';
import { type Answered, byPlaceOf, countsOf, somebody } from './survey-sample.ts';

const sundays = ['2026-11-08', '2026-11-15', '2026-11-22', '2026-11-29', '2026-12-06', '2026-12-13'];

/** What is told at the end of each week of those who count then. */
function weeksOf(weeks: Answered[][]): SurveyPart[] {
  const told: SurveyPart[] = [];
  for (const [i, people] of weeks.entries()) {
    const byPlace = byPlaceOf(people);
    const before = told.at(-1);
    const sends = { opened: 0, reported: 0 };
    const basis = {
      ...{ id: 1, survey: everyKind, answers: countsOf(people), answerChanges: [], sends, words: [] },
      toldPart: before ? { ...before, sends } : null,
    };
    const partOf = (of: typeof basis) => surveyPartOf(of, '2026-W45', { byPlace, districts: [] });
    const [counted, nothing] = [partOf(basis), partOf({ ...basis, answers: [] })];
    told.push(releasedPart({ counted, nothing, told: basis.toldPart }, sundays[i] ?? ''));
  }
  return told;
}

const say = (support: string, place = '1'): Answered => ({ answers: { support }, place });
const times = (n: number, one: Answered) => Array.from({ length: n }, () => one);
const supportIn = (part: SurveyPart | undefined) => part?.questions.find(({ id }) => id === 'support');

describe('the answers to a question', () => {
  test.each([1, 4])('are not told of %s, in any of their numbers', (n) => {
    const [part] = weeksOf([times(n, say('no'))]);
    expect(supportIn(part)).toMatchObject({ answered: 0, toldUntil: null, areasUntil: null, byArea: [] });
    expect(JSON.stringify(supportIn(part))).not.toMatch(/"n":[1-9]/);
  });

  test('are told of five, and of nobody', () => {
    expect(supportIn(weeksOf([times(5, say('no'))])[0])).toMatchObject({
      answered: 5,
      toldUntil: sundays[0],
    });
    expect(supportIn(weeksOf([[]])[0])).toMatchObject({ answered: 0, toldUntil: sundays[0] });
  });

  test('stay those of an earlier week until five more have answered', () => {
    const start = times(6, say('yes'));
    const weeks = weeksOf([
      start,
      [...start, say('no')],
      [...start, ...times(4, say('no'))],
      [...start, ...times(5, say('no'))],
    ]);
    expect(weeks.map(supportIn).map((told) => [told?.answered, told?.toldUntil])).toEqual([
      [6, sundays[0]],
      [6, sundays[0]],
      [6, sundays[0]],
      [11, sundays[3]],
    ]);
  });

  test('stay so too where one of them changes or is withdrawn', () => {
    const start = times(6, say('yes'));
    const weeks = weeksOf([start, [...start.slice(1), say('no')], start.slice(1), start.slice(3)]);
    expect(weeks.map(supportIn)).toEqual(weeks.map(() => supportIn(weeks[0])));
  });

  test('stay those of an earlier week by area where an area has too few new ones', () => {
    const start = [...times(6, say('yes', '1')), ...times(6, say('yes', '2'))];
    const [, second, third, fourth] = weeksOf([
      start,
      [...start, ...times(5, say('no', '1')), say('no', '2')],
      [...start, ...times(5, say('no', '1')), ...times(5, say('no', '2'))],
      [...start, ...times(6, say('no', '1')), ...times(5, say('no', '2'))],
    ]);
    expect(supportIn(second)).toMatchObject({
      ...{ answered: 18, toldUntil: sundays[1], areasUntil: sundays[0] },
      byArea: [{ answered: 6 }, { answered: 6 }],
    });
    expect(supportIn(third)).toMatchObject({
      ...{ answered: 18, toldUntil: sundays[1], areasUntil: sundays[0] },
    });
    expect(supportIn(fourth)).toMatchObject({
      ...{ answered: 23, toldUntil: sundays[3], areasUntil: sundays[3] },
      byArea: [{ answered: 12 }, { answered: 11 }],
    });
  });

  test('whatever comes and goes, taken from another week’s leave nobody, or five and more', () => {
    const crowd = fc.array(somebody, { maxLength: 40 });
    const cuts = fc.array(fc.tuple(fc.nat(40), fc.nat(6)), { minLength: 2, maxLength: sundays.length });
    fc.assert(
      fc.property(crowd, cuts, (people, cuts) => {
        const weeks = weeksOf(cuts.map(([until, without]) => people.slice(without, without + until)));
        for (const { id } of questionsOf(everyKind)) {
          const told = weeks.map(({ questions }) => questions.find((question) => question.id === id)!);
          for (const [i, one] of told.entries()) expectFarApart(one, told[i - 1] ?? one);
        }
      }),
      { numRuns: 100 },
    );
  });
});

type Told = SurveyPart['questions'][number];

function expectFarApart(one: Told, before: Told) {
  const left = Math.abs(one.answered - before.answered);
  const asked = [one, before].map(({ suggestion }) => {
    return Object.values(suggestion ?? {}).reduce((sum, n) => sum + n, 0);
  });
  const leftOfAsked = Math.abs(asked[0]! - asked[1]!);
  for (const n of [left, leftOfAsked, one.answered, asked[0]!])
    expect(n === 0 || n >= leastPeople).toBe(true);
  if (leftOfAsked === 0) expect(one.suggestion).toEqual(before.suggestion);
  const rest = { toldUntil: '', areasUntil: '', byArea: [], suggestion: null };
  if (left === 0) expect({ ...one, ...rest }).toEqual({ ...before, ...rest });
}
