import {
  type AnswerCount,
  answeredBy,
  type Cells,
  type CountedAnswers,
  cellsOf,
  sumOf,
} from '../kinds/counted.ts';
import { readKeyText, scoreKey } from '../kinds/measure.ts';

/**
 * The lowest and the highest number of answers in all tables that were reported so far for a question: for everybody
 * (`place` ''), for one district, or (`place` null) for all districts `without` those that were shown alone.
 */
export type ToldRange = {
  question: string;
  place: string | null;
  without?: string[];
  least: number;
  most: number;
};

/**
 * What was last reported about questions whose tables did not change with this digest. `everybody` and `areas` name
 * them, and `rows` are the counts behind their tables. For all others it is the counts at the end of the digest's week.
 * `ranges` cover all tables that were reported so far.
 */
export type Held = { everybody: string[]; areas: string[]; rows: AnswerCount[]; ranges?: ToldRange[] };

/**
 * `now`: the table of this week. `held`: the table that was reported before, because the difference would reveal the
 * answers of fewer than five people. `few`: no table, because fewer than five answered.
 */
export type Telling = 'now' | 'held' | 'few';

/** The counts behind the last tables of each question. `counted` are those of the last digest's week. */
export function toldBefore(counted: CountedAnswers, held: Held | undefined): CountedAnswers {
  const before: CountedAnswers = new Map();
  const put = (key: string, place: string, cells: Cells) => {
    before.set(key, (before.get(key) ?? new Map<string, Cells>()).set(place, cells));
  };
  const isHeld = (question: string, place: string) =>
    (place === '' ? held?.everybody : held?.areas)?.includes(question) ?? false;
  for (const [key, places] of counted)
    for (const [place, cells] of places) if (!isHeld(questionOf(key), place)) put(key, place, cells);
  for (const row of held?.rows ?? []) put(row.question, row.place, cellsWith(before, row));
  return before;
}

function cellsWith(counted: CountedAnswers, { question, place, key, n, total }: AnswerCount): Cells {
  return (counted.get(question)?.get(place) ?? new Map()).set(key, { n, total });
}

/**
 * Whether the tables of these places together are the same. Removed suggestions are part of the table, although they
 * are counted for people who did not answer.
 */
export function isUnchanged(
  question: string,
  { now, before, places }: { now: CountedAnswers; before: CountedAnswers; places: string[] },
): boolean {
  return keysOf(question, now, before).every((key) => {
    const [is, was] = [sumsOf(now, key, places), sumsOf(before, key, places)];
    return [...new Set([...is.keys(), ...was.keys()])].every((value) => {
      const [one, other] = [is.get(value) ?? nobody, was.get(value) ?? nobody];
      return one.n === other.n && Math.abs(one.total - other.total) < 0.001;
    });
  });
}

const nobody = { n: 0, total: 0 };

/** The counts to report: for each question the current ones, the earlier ones, or none. */
export function toldOf(
  now: CountedAnswers,
  before: CountedAnswers,
  telling: (question: string) => Telling,
): CountedAnswers {
  const of = (counted: CountedAnswers, how: Telling) =>
    [...counted].filter(([key]) => telling(questionOf(key)) === how);
  return new Map([...of(now, 'now'), ...of(before, 'held')]);
}

/** The rows of these questions and places. */
export function rowsOf(
  counted: CountedAnswers,
  isOne: (question: string, place: string) => boolean,
): AnswerCount[] {
  return [...counted].flatMap(([question, places]) =>
    [...places]
      .filter(([place]) => isOne(questionOf(question), place))
      .flatMap(([place, cells]) =>
        [...cells].map(([key, { n, total }]) => ({ question, place, key, n, total })),
      ),
  );
}

export function questionsIn(...all: CountedAnswers[]): string[] {
  return [...new Set(all.flatMap((counted) => [...counted.keys()].map(questionOf)))];
}

/** For a question, or for the score under ''. */
export function peopleIn(counted: CountedAnswers, question: string): number {
  if (question !== '') return answeredBy(counted, question);
  return sumOf(cellsOf(counted, scoreKey)).n;
}

function questionOf(key: string): string {
  return readKeyText(key).question ?? '';
}

function keysOf(question: string, ...all: CountedAnswers[]): string[] {
  return [...new Set(all.flatMap((counted) => byQuestion(counted).get(question) ?? []))];
}

/** Built once for all areas and questions, because the counts no longer change by then. */
const indexes = new WeakMap<CountedAnswers, Map<string, string[]>>();

function byQuestion(counted: CountedAnswers): Map<string, string[]> {
  const known = indexes.get(counted);
  if (known) return known;
  const index = Map.groupBy(counted.keys(), questionOf);
  indexes.set(counted, index);
  return index;
}

/** By value. For districts, amounts are only stored as a sum, under ''. */
function sumsOf(
  counted: CountedAnswers,
  key: string,
  places: string[],
): Map<string, { n: number; total: number }> {
  const sums = new Map<string, { n: number; total: number }>();
  const add = (value: string, { n, total }: { n: number; total: number }) => {
    const sum = sums.get(value) ?? nobody;
    sums.set(value, { n: sum.n + n, total: sum.total + total });
  };
  for (const place of places) {
    for (const [value, cell] of counted.get(key)?.get(place) ?? []) {
      add(value, cell);
    }
  }
  return sums;
}
