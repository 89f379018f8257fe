import { type PublishedAnswers, publishedAnswersOf } from '../surveys/digest/published-rules.ts';
import type { NamedQuestion } from './answers-store.ts';
import type { Comparison } from './rules.ts';

/** What was published of each line’s answers; in the order of the lines. */
export function answersOf(
  { lines }: Comparison,
  named: readonly NamedQuestion[],
): (PublishedAnswers | null)[] {
  return lines.map(({ answers }) => {
    const told = named.find(
      ({ survey, question }) => survey === answers?.survey && question === answers.question,
    )?.told;
    return answers && told ? publishedAnswersOf(told.tally, { part: answers.line, week: told.week }) : null;
  });
}
