import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextWeek, type Week } from '../../../worker/digests/week-rules.ts';
import type { AnswerChange } from '../../../worker/surveys/digest/counted-rules.ts';
import { countedAtEndOf } from '../../../worker/surveys/digest/counted-rules.ts';
import { type PreviousPart, type SurveyPart, safePartOf } from '../../../worker/surveys/digest/rules.ts';
import type { AnswerCount } from '../../../worker/surveys/kinds/counted.ts';
import { everyKind } from '../every-kind.ts';
import { type Answered, byPlaceOf, countsOf, places, somebody } from './survey-sample.ts';

const districts = ['1', '2', '10'].map((code) => ({ code, name: { en: code, es: code }, retired: false }));

/** The changes of a week: those who left (by index) and those who came. */
type WeekOfPeople = { leave: number[]; come: Answered[] };

const fewWeeks: fc.Arbitrary<WeekOfPeople[]> = fc.array(
  fc.record({
    leave: fc.array(fc.nat({ max: 30 }), { maxLength: 14 }),
    come: fc.array(somebody, { maxLength: 14 }),
  }),
  { minLength: 2, maxLength: 6 },
);

function differenceOf(now: AnswerCount[], before: AnswerCount[], week: Week): AnswerChange[] {
  const id = ({ question, place, key }: AnswerCount) => JSON.stringify([question, place, key]);
  const was = new Map(before.map((row) => [id(row), row]));
  const is = new Map(now.map((row) => [id(row), row]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [one, other] = [is.get(key), was.get(key)];
    const row = { ...(one ?? other)!, week };
    const n = (one?.n ?? 0) - (other?.n ?? 0);
    const total = (one?.total ?? 0) - (other?.total ?? 0);
    return n === 0 && total === 0 ? [] : [{ ...row, n, total }];
  });
}

/** Each week as the digest reports it, and who counted at its end. */
function tell(weeks: WeekOfPeople[], survey = everyKind): { told: SurveyPart; people: Answered[] }[] {
  let people: Answered[] = [];
  let previousPart: PreviousPart | null = null;
  let week = '2026-W40';
  return weeks.map(({ leave, come }) => {
    const before = people;
    people = [...people.filter((_, turn) => !leave.includes(turn)), ...come];
    const [answers, answerChanges] = [
      countsOf(people, survey),
      differenceOf(countsOf(people, survey), countsOf(before, survey), week),
    ];
    const snapshot = {
      ...{ survey, answers, answerChanges, previousPart, words: [] },
      sends: { opened: 0, reported: 0 },
    };
    const byPlace = byPlaceOf(people);
    const told = safePartOf(snapshot, countedAtEndOf(week, answers, answerChanges), { byPlace, districts });
    previousPart = { ...told, week, sends: { opened: 0, reported: 0 } };
    week = nextWeek(week);
    return { told, people };
  });
}

type Told = SurveyPart['questions'][number];

/** How many people in these places answered at only one of the two times. */
function differ(one: Answered[], other: Answered[], id: string, of: string[]): number {
  const answering = (people: Answered[]) =>
    people.filter(({ answers, place }) => answers[id] !== undefined && of.includes(place));
  const [these, those] = [new Set(answering(one)), new Set(answering(other))];
  return (
    [...these].filter((person) => !those.has(person)).length +
    [...those].filter((person) => !these.has(person)).length
  );
}

type Week1 = ReturnType<typeof tell>[number];
type Table = { people: Answered[]; answered: number; shown: string };
const isSafe = (n: number) => n === 0 || n >= 5;

/** If two tables differ, at least five people must be behind the difference, so that it reveals nobody. */
function expectSafe(id: string, [one, other]: [Table, Table], of: string[]) {
  if (one.shown === other.shown) return;
  expect(differ(one.people, other.people, id, of)).toBeGreaterThanOrEqual(5);
  expect(Math.abs(one.answered - other.answered)).toBeGreaterThanOrEqual(5);
}

type Area = { of: string[]; answered: number; rows: { id: string; n: number; mean?: number | null }[] };

/** A question's tables, each with the people of the week that it is about. */
function tablesOf(id: string, all: Week1[], at: number) {
  const question = all[at]!.told.questions.find((one) => one.id === id) as Told;
  const peopleOf = (asOf: Week | undefined) =>
    all[asOf === undefined ? at : Number(asOf.slice(-2)) - 40]!.people;
  const { asOf, areasAsOf, byArea, ...table } = question;
  const alone = byArea.flatMap(({ place }) => place ?? []);
  const areas: Area[] = byArea.map(({ place, answered, rows }) => ({
    of: place === null ? places.filter((one) => !alone.includes(one)) : [place],
    answered,
    rows,
  }));
  return {
    question,
    everybody: { people: peopleOf(asOf), answered: table.answered, shown: JSON.stringify(table) },
    areas,
    areaPeople: peopleOf(areasAsOf ?? asOf),
  };
}

type Tables = ReturnType<typeof tablesOf>;

/** The smallest unions of areas that both tables have. */
function unionsOf(one: Area[], other: Area[]): string[][] {
  const unions: string[][] = [];
  let left = new Set(places);
  while (left.size > 0) {
    let union = new Set([[...left][0]!]);
    for (let size = 0; size < union.size; ) {
      size = union.size;
      for (const { of } of [...one, ...other])
        if (of.some((place) => union.has(place))) union = new Set([...union, ...of]);
    }
    unions.push([...union]);
    left = new Set([...left].filter((place) => !union.has(place)));
  }
  return unions;
}

/** What a table by area says of a union of its areas. */
function tableOf({ areas, areaPeople }: Tables, union: string[]): Table {
  const added = areas.filter(({ of }) => union.includes(of[0] ?? ''));
  const answered = added.reduce((sum, area) => sum + area.answered, 0);
  const sums = new Map<string, [number, number]>();
  for (const { id, n, mean } of added.flatMap(({ rows }) => rows)) {
    const [people, total] = sums.get(id) ?? [0, 0];
    sums.set(id, [people + n, Math.round(total + n * (mean ?? 0))]);
  }
  return { people: areaPeople, answered, shown: JSON.stringify([answered, [...sums].sort()]) };
}

function expectSafeTables(id: string, one: Tables, other: Tables) {
  expectSafe(id, [one.everybody, other.everybody], places);
  if (one.areas.length === 0 || other.areas.length === 0) return;
  for (const union of unionsOf(one.areas, other.areas))
    expectSafe(id, [tableOf(one, union), tableOf(other, union)], union);
}

function expectFive({ question, areas }: Tables) {
  if (question.isTooFew) expect([question.answered, areas]).toEqual([0, []]);
  for (const answered of [question.answered, ...question.byArea.map((area) => area.answered)])
    expect(isSafe(answered)).toBe(true);
}

const ids = everyKind.sections.flatMap(({ questions }) => questions.map(({ id }) => id));

/** Where the tables of a survey are of different weeks, a reader sees which of them few people left out. */
function expectOneWeek({ told: { questions } }: Week1) {
  const told = questions.filter(({ answered }) => answered > 0);
  const byArea = told.filter((one) => one.byArea.length > 0);
  expect(new Set(told.map(({ asOf }) => asOf)).size).toBeLessThanOrEqual(1);
  expect(new Set(byArea.map(({ asOf, areasAsOf }) => areasAsOf ?? asOf)).size).toBeLessThanOrEqual(1);
}

function expectNobodyAlone(all: Week1[]) {
  all.forEach(expectOneWeek);
  for (const id of ids) {
    const tables = all.map((_, at) => tablesOf(id, all, at));
    tables.forEach(expectFive);
    const told = tables.filter(({ question }) => !question.isTooFew);
    told.forEach((one, at) => {
      for (const other of told.slice(0, at)) expectSafeTables(id, one, other);
    });
  }
  const scores = all.flatMap(({ told }) => told.score ?? []);
  for (const one of scores) {
    expect(one.n).toBeGreaterThanOrEqual(5);
    for (const other of scores)
      if (JSON.stringify(one) !== JSON.stringify(other))
        expect(Math.abs(one.n - other.n)).toBeGreaterThanOrEqual(5);
  }
}

test('no table, and no difference of any two weeks, is of one to four people, who come, go, move and change', () => {
  fc.assert(
    fc.property(fewWeeks, (weeks) => expectNobodyAlone(tell(weeks))),
    { numRuns: 12 },
  );
});

test('five who go in one week and six who come alike in the next do not show who of them is new', () => {
  const many = (n: number, how: string): Answered[] =>
    Array.from({ length: n }, () => ({ answers: { support: how }, place: '1' }));
  const all = tell([
    { leave: [], come: [...many(1, 'no'), ...many(11, 'yes')] },
    { leave: [0, 1, 2, 3, 4], come: [] },
    { leave: [], come: many(6, 'yes') },
    { leave: [], come: many(4, 'yes') },
  ]);
  const support = all.map(({ told }) => told.questions.find(({ id }) => id === 'support'));
  expect(support.map((one) => [one?.answered, one?.asOf])).toEqual([
    [12, undefined],
    [7, undefined],
    [7, '2026-W41'],
    [17, undefined],
  ]);
});

const people = (n: number, answers: Answered['answers'], place = '1'): Answered[] =>
  Array.from({ length: n }, () => ({ answers, place }));

test('a newcomer who was not asked a question does not show by it what they answered before', () => {
  const [first, second] = tell([
    { leave: [], come: people(6, { support: 'no', 'why-not': ['cost'], 'how-much': 4 }) },
    { leave: [], come: people(1, { support: 'yes', hours: 2 }, '2') },
  ]);
  const of = (week: Week1 | undefined, id: string) => week!.told.questions.find((one) => one.id === id)!;
  for (const id of ['support', 'why-not', 'how-much'])
    expect(of(second, id)).toEqual({ ...of(first, id), asOf: '2026-W40' });
  expect(of(second, 'support')).toMatchObject({ answered: 6, suggestion: { kept: 0, changed: 6 } });
  expect(of(second, 'hours')).toMatchObject({ answered: 0 });
  expect([first!.told.score, second!.told.score]).toEqual([
    { n: 6, mean: -1 },
    { n: 6, mean: -1 },
  ]);
});

test('a newcomer who answered only a question of few leaves the whole survey as it was', () => {
  const [, second, third] = tell([
    { leave: [], come: [...people(6, { support: 'no' }), ...people(4, { hours: 2 })] },
    { leave: [], come: people(1, { hours: 3 }) },
    { leave: [], come: people(5, { support: 'yes' }) },
  ]);
  const told = (week: Week1 | undefined) =>
    week!.told.questions
      .filter(({ id }) => ['support', 'hours'].includes(id))
      .map(({ answered, asOf }) => [answered, asOf]);
  expect(told(second)).toEqual([
    [6, '2026-W40'],
    [0, undefined],
  ]);
  expect(told(third)).toEqual([
    [11, undefined],
    [5, undefined],
  ]);
});

test('a score is not told while it could give away the answers of few to one of its questions', () => {
  const scored = structuredClone(everyKind);
  for (const { questions } of scored.sections)
    for (const question of questions)
      if (question.kind === 'multiple') for (const option of question.options) option.score = 5;
  const [first, second] = tell(
    [
      {
        leave: [],
        come: [...people(9, { support: 'no' }), ...people(1, { support: 'no', 'why-not': ['cost'] })],
      },
      { leave: [], come: people(9, { support: 'no', 'why-not': ['cost'] }) },
    ],
    scored,
  );
  expect(first!.told.score).toBeNull();
  expect(second!.told.score).toEqual({ n: 19, mean: 1.632 });
});

test('nothing is told of a suggestion before the answers to its question are', () => {
  const [week] = tell([{ leave: [], come: people(4, { support: 'yes' }) }]);
  expect(week!.told.questions.map(({ suggestion }) => suggestion)).toEqual(ids.map(() => null));
});

test('one respondent, whose district the account names, has no answers told', () => {
  const [week] = tell([{ leave: [], come: [{ answers: { support: 'yes', hours: 2 }, place: '10' }] }]);
  for (const question of week!.told.questions) expect(question).toMatchObject({ answered: 0, byArea: [] });
  expect(week!.told.score).toBeNull();
  expect(week!.told.earlier).toEqual([]);
});
