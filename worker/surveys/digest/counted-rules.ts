import type { Week } from '../../digests/week-rules.ts';
import type { AnswerCount, Cells, CountedAnswers } from '../kinds/counted.ts';

export type AnswerChange = AnswerCount & { week: Week };

/** The answers at the end of a week: today's, minus the changes of later weeks. */
export function countedAtEndOf(week: Week, current: AnswerCount[], changes: AnswerChange[]): CountedAnswers {
  const counted: CountedAnswers = new Map();
  for (const row of current) add(counted, row, 1);
  for (const row of changes) if (row.week > week) add(counted, row, -1);
  for (const places of counted.values())
    for (const cells of places.values()) for (const [value, { n }] of cells) if (n === 0) cells.delete(value);
  return counted;
}

function add(counted: CountedAnswers, { question, place, key, n, total }: AnswerCount, sign: 1 | -1): void {
  const places = counted.get(question) ?? new Map<string, Cells>();
  const cells = places.get(place) ?? new Map();
  const cell = cells.get(key) ?? { n: 0, total: 0 };
  cells.set(key, { n: cell.n + sign * n, total: cell.total + sign * total });
  counted.set(question, places.set(place, cells));
}
