import type { Text } from '../../../web/language.ts';
import type { CountedAnswers } from './counted.ts';
import {
  type Amounts,
  type Averages,
  averagesOf,
  type Cells,
  cellsOf,
  meanRow,
  middleHalfOf,
  peopleIn,
  type Value,
  valuesIn,
} from './counted.ts';
import type { SurveyAnswer } from './kind.ts';
import { amount, answersTo, type Measure } from './measure.ts';

/** An answer that is one number: on a scale, or in steps between two limits. */
export type NumberDistribution = { values: Value[] } & Averages;

export function countNumbers(id: string, counted: CountedAnswers): NumberDistribution {
  const values = valuesIn(cellsOf(counted, answersTo(id)));
  return { values, ...averagesOf(values) };
}

export const numberTally = {
  measures({ id }: { id: string }, answer: SurveyAnswer): Measure[] {
    return typeof answer === 'number' ? [amount(answersTo(id), answer)] : [];
  },
  parts: () => [],
  has(_distribution: unknown, { part, value }: { part: string | null; value: string }) {
    return part === null && Number.isFinite(Number(value));
  },
  amounts(told: NumberDistribution & { unit?: Text | null }, part: string | null): Amounts | null {
    const { values, median, unit = null } = told;
    return part === null ? { n: peopleIn(values), median, middle: middleHalfOf(values), unit } : null;
  },
  byArea: {
    addedUp: () => [''],
    rows: (_distribution: unknown, cellsIn: (part: string) => Cells) => [meanRow('', cellsIn(''))],
  },
};
