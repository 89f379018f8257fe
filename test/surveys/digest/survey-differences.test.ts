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
    leave: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }),
    come: fc.array(somebody, { maxLength: 14 }),
  }),
  { minLength: 2, maxLength: 5 },
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
function tell(weeks: WeekOfPeople[]): { told: SurveyPart; people: Answered[] }[] {
  let people: Answered[] = [];
  let previousPart: PreviousPart | null = null;
  let week = '2026-W40';
  return weeks.map(({ leave, come }) => {
    const before = people;
    people = [...people.filter((_, turn) => !leave.includes(turn)), ...come];
    const [answers, answerChanges] = [
      countsOf(people),
      differenceOf(countsOf(people), countsOf(before), week),
    ];
    const snapshot = {
      ...{ survey: everyKind, answers, answerChanges, previousPart, words: [] },
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
const sorted = (list: string[]) => list.toSorted().join();

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
type Table = { people: Answered[]; shown: string };
const isSafe = (n: number) => n === 0 || n >= 5;

/** If two tables differ, at least five people must be behind the difference, so that it reveals nobody. */
function expectSafe(id: string, [one, other]: [Table, Table], of: string[]) {
  if (one.shown !== other.shown) expect(isSafe(differ(one.people, other.people, id, of))).toBe(true);
}

/** A question's tables, each with the people of the week that it is about. */
function tablesOf(id: string, all: Week1[], at: number) {
  const question = all[at]!.told.questions.find((one) => one.id === id) as Told;
  const peopleOf = (asOf: Week | undefined) =>
    all[asOf === undefined ? at : Number(asOf.slice(-2)) - 40]!.people;
  const { asOf, areasAsOf, byArea, ...table } = question;
  const alone = byArea.flatMap(({ place }) => place ?? []);
  return {
    question,
    // The table of suggestions also covers people who did not answer, so it is left out.
    everybody: { people: peopleOf(asOf), shown: JSON.stringify({ ...table, suggestion: null }) },
    areas: byArea.map((area) => ({
      of: area.place === null ? places.filter((place) => !alone.includes(place)) : [area.place],
      people: peopleOf(areasAsOf ?? asOf),
      shown: JSON.stringify({ rows: area.rows, answered: area.answered }),
    })),
  };
}

type Tables = ReturnType<typeof tablesOf>;

function expectSafeTables(id: string, one: Tables, other: Tables) {
  expectSafe(id, [one.everybody, other.everybody], places);
  for (const area of one.areas) {
    const same = other.areas.find((theirs) => sorted(theirs.of) === sorted(area.of));
    if (same) expectSafe(id, [area, same], area.of);
  }
}

function expectFive({ question, areas }: Tables) {
  if (question.isTooFew) expect([question.answered, areas]).toEqual([0, []]);
  for (const answered of [question.answered, ...question.byArea.map((area) => area.answered)])
    expect(isSafe(answered)).toBe(true);
}

const ids = everyKind.sections.flatMap(({ questions }) => questions.map(({ id }) => id));

function expectNobodyAlone(all: Week1[], isPair: (one: number, other: number, told: number[]) => boolean) {
  for (const id of ids) {
    const tables = all.map((_, at) => tablesOf(id, all, at));
    tables.forEach(expectFive);
    const told = tables.flatMap(({ question }, at) => (question.isTooFew ? [] : [at]));
    for (const one of told)
      for (const other of told) {
        if (other < one && isPair(one, other, told)) expectSafeTables(id, tables[one]!, tables[other]!);
      }
  }
}

test('no table, and no difference of one and the one before, is of one to four people, who come, go and move', () => {
  fc.assert(
    fc.property(fewWeeks, (weeks) => {
      expectNobodyAlone(tell(weeks), (one, other, told) => told.indexOf(one) === told.indexOf(other) + 1);
    }),
    { numRuns: 12 },
  );
});

test('nor the difference of any two weeks, where people come', () => {
  fc.assert(
    fc.property(fewWeeks, (weeks) => {
      expectNobodyAlone(tell(weeks.map(({ come }) => ({ leave: [], come }))), () => true);
    }),
    { numRuns: 12 },
  );
});

test('one respondent, whose district the account names, has no answers told', () => {
  const [week] = tell([{ leave: [], come: [{ answers: { support: 'yes', hours: 2 }, place: '10' }] }]);
  for (const question of week!.told.questions) expect(question).toMatchObject({ answered: 0, byArea: [] });
  expect(week!.told.score).toBeNull();
  expect(week!.told.earlier).toEqual([]);
});
