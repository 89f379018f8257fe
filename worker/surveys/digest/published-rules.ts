import type { Week } from '../../digests/week-rules.ts';
import type { Amounts } from '../kinds/counted.ts';
import { findKind } from '../kinds/questions.ts';
import { leastPeople } from './area-rules.ts';
import type { QuestionTally } from './rules.ts';

/** What people answered to a question of amounts. Half of them or more gave an answer in the middle. */
export type PublishedAnswers = Pick<Amounts, 'n' | 'unit'> & {
  median: number;
  middle: [number, number];
  week: Week;
};

/**
 * The answers as a digest told them: the counts of now would tell what the few people since then answered. Null for
 * fewer than five people, and for a part that not all of them were asked about, because digests are careful with the
 * number of those who answered the question.
 */
export function publishedAnswersOf(
  question: QuestionTally,
  { part, week }: { part: string | null; week: Week },
): PublishedAnswers | null {
  const { answered, isTooFew, asOf } = question;
  if (isTooFew || answered < leastPeople) return null;
  const amounts = findKind(question.kind)?.tally.amounts?.(question, part);
  if (!amounts || amounts.n !== answered || amounts.median === null || !amounts.middle) return null;
  const { n, median, middle, unit } = amounts;
  return { n, median, middle, unit, week: asOf ?? week };
}
