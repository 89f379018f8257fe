import type { Text } from '../../../web/language.ts';
import { rounded } from '../../platform/step-rules.ts';
import { answeredKey, answersTo, keyText, type MeasureKey, readKeyText } from './measure.ts';

/** The number of people under a key and a value, and the sum of their amounts. Place '' is everybody. */
export type AnswerCount = { question: string; place: string; key: string; n: number; total: number };

export type Cell = { n: number; total: number };
/** By value. In a district, '' holds what is only summed there. */
export type Cells = Map<string, Cell>;
/** By the key's text, place and value. It has no entries with zero people. */
export type CountedAnswers = Map<string, Map<string, Cells>>;

/** `id` of an option or a line; '' for the one value of a question. `n` people stand behind it. */
export type AreaRow = { id: string; n: number; mean: number | null };

export const everybody = [''];

export function keysIn(counted: CountedAnswers): MeasureKey[] {
  return [...counted.keys()].sort().map(readKeyText);
}

export function placesOf(counted: CountedAnswers, key: MeasureKey): Map<string, Cells> {
  return counted.get(keyText(key)) ?? new Map();
}

/** The counts of several places together. */
export function cellsOf(counted: CountedAnswers, key: MeasureKey, places = everybody): Cells {
  const all: Cells = new Map();
  const byPlace = placesOf(counted, key);
  for (const place of places) {
    for (const [value, { n, total }] of byPlace.get(place) ?? []) {
      const cell = all.get(value) ?? { n: 0, total: 0 };
      all.set(value, { n: cell.n + n, total: cell.total + total });
    }
  }
  return all;
}

export function sumOf(cells: Cells): Cell {
  let sum = { n: 0, total: 0 };
  for (const { n, total } of cells.values()) sum = { n: sum.n + n, total: sum.total + total };
  return sum;
}

export function answeredBy(counted: CountedAnswers, question: string, places = everybody): number {
  return sumOf(cellsOf(counted, answeredKey(question), places)).n;
}

export function peopleUnder(counted: CountedAnswers, key: MeasureKey): number {
  return sumOf(cellsOf(counted, key)).n;
}

export type Value = { value: number; n: number };
export type Averages = { mean: number | null; median: number | null };
/** The median, and from which answer to which the middle half of the people is. */
export type Amounts = {
  n: number;
  median: number | null;
  middle: [number, number] | null;
  unit: Text | null;
};

/** Ascending. Values that are not numbers come from an earlier kind of question under this id. */
export function valuesIn(cells: Cells): Value[] {
  return [...cells]
    .map(([value, { n }]) => ({ value: Number(value), n }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => a.value - b.value);
}

export function peopleIn(values: Value[]): number {
  return values.reduce((sum, { n }) => sum + n, 0);
}

/** `values` are in ascending order. */
export function averagesOf(values: Value[]): Averages {
  const people = peopleIn(values);
  if (people <= 0) return { mean: null, median: null };
  const sum = values.reduce((before, { value, n }) => before + value * n, 0);
  const [lower, upper] = [Math.floor((people - 1) / 2), Math.floor(people / 2)].map((at) =>
    valueAt(values, at),
  );
  return { mean: rounded(sum / people), median: rounded(((lower ?? 0) + (upper ?? 0)) / 2) };
}

/** Null if there is nobody. `values` are in ascending order. */
export function middleHalfOf(values: Value[]): [number, number] | null {
  const people = peopleIn(values);
  if (people <= 0) return null;
  const outside = Math.ceil(people / 4) - 1;
  return [valueAt(values, outside), valueAt(values, people - 1 - outside)];
}

function valueAt(values: Value[], at: number): number {
  let passed = 0;
  for (const { value, n } of values) {
    passed += n;
    if (passed > at) return value;
  }
  return 0;
}

/** The mean amount of one part of a question in some places. */
export function meanRow(id: string, cells: Cells) {
  const { n, total } = sumOf(cells);
  return { id, n, mean: n > 0 ? rounded(total / n) : null };
}

/** Each person gives one value. If the question had parts before, some people gave none. */
export function unlessOneEach({ id }: { id: string }, counted: CountedAnswers): string[] {
  const hadParts = keysIn(counted).some(({ question, part }) => question === id && part !== null);
  const isRight = hadParts || peopleUnder(counted, answersTo(id)) === answeredBy(counted, id);
  return isRight ? [] : ['the answers are not the people'];
}
