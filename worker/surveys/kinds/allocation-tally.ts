import type { Text } from '../../../web/language.ts';
import type { Allocation, Line } from './allocation-answers.ts';
import {
  type Amounts,
  type AreaRow,
  type Averages,
  averagesOf,
  type Cells,
  type CountedAnswers,
  cellsOf,
  meanRow,
  middleHalfOf,
  peopleIn,
  peopleUnder,
  valuesIn,
} from './counted.ts';
import type { SurveyAnswer } from './kind.ts';
import { amount, answersTo, choice, type Measure, type MeasureKey } from './measure.ts';
import { amountsIn } from './reading.ts';

/** More than today, the same, less. */
export const againstToday = ['raised', 'same', 'cut'] as const;
export type AgainstToday = (typeof againstToday)[number];
type PeopleAgainstToday = Record<AgainstToday, number>;

export type CountedLine = { id: string; label: Text; n: number; today: number } & Averages &
  PeopleAgainstToday & {
    /** The middle half. Digests from before it was kept have none. */
    middle?: [number, number] | null;
  };
export type AllocationDistribution = { kind: 'allocation'; unit: Text; lines: CountedLine[] };
export type AllocationRow = AreaRow & PeopleAgainstToday;

/** Counts each line by its amount, and compared with what it gets today. */
export const allocationTally = {
  measures({ id, lines, step }: Allocation, answer: SurveyAnswer): Measure[] {
    const amounts = amountsIn(answer);
    return lines.flatMap((line) => {
      const given = amounts[line.id] ?? 0;
      return [
        amount(answersTo(id, line.id), given),
        choice(todayKey(id, line.id), against(line, given, step)),
      ];
    });
  },
  distribution({ id, lines, unit }: Allocation, counted: CountedAnswers): AllocationDistribution {
    return { kind: 'allocation', unit, lines: lines.map((line) => countLine(id, line, counted)) };
  },
  parts: ({ lines }: AllocationDistribution) => lines,
  has({ lines }: AllocationDistribution, { part }: { part: string | null }) {
    return part !== null && lines.some(({ id }) => id === part);
  },
  byArea: {
    addedUp: ({ lines }: AllocationDistribution) => lines.map(({ id }) => id),
    rows(
      { lines }: AllocationDistribution,
      cellsIn: (part: string, aspect?: string) => Cells,
    ): AllocationRow[] {
      return lines.map(({ id }) => ({ ...meanRow(id, cellsIn(id)), ...peopleAgainst(cellsIn(id, today)) }));
    },
  },
  amounts({ lines, unit }: AllocationDistribution, part: string | null): Amounts | null {
    const line = lines.find(({ id }) => id === part);
    return line ? { n: line.n, median: line.median, middle: line.middle ?? null, unit } : null;
  },
  contradictions({ id, lines }: Allocation, counted: CountedAnswers): string[] {
    const isWrong = lines.some((line) => {
      return peopleUnder(counted, todayKey(id, line.id)) !== peopleUnder(counted, answersTo(id, line.id));
    });
    return isWrong ? ['raised, same and cut are not the line'] : [];
  },
};

const today = 'today';

function todayKey(question: string, line: string): MeasureKey {
  return { question, part: line, aspect: today };
}

function against(line: Line, given: number, step: number): AgainstToday {
  const change = given - line.today;
  // Today's amount may lie between two steps; the nearest step counts as the same.
  if (Math.abs(change) < step / 2) return 'same';
  return change < 0 ? 'cut' : 'raised';
}

function countLine(question: string, { id, label, today }: Line, counted: CountedAnswers): CountedLine {
  const values = valuesIn(cellsOf(counted, answersTo(question, id)));
  const people = peopleAgainst(cellsOf(counted, todayKey(question, id)));
  const middle = middleHalfOf(values);
  return { id, label, n: peopleIn(values), today, ...averagesOf(values), middle, ...people };
}

function peopleAgainst(cells: Cells): PeopleAgainstToday {
  const [raised = 0, same = 0, cut = 0] = againstToday.map((value) => cells.get(value)?.n ?? 0);
  return { raised, same, cut };
}
