import * as z from 'zod';
import { type KitProblem, list, name, part, problemIf } from '../kits/problems.ts';
import { findKind } from '../surveys/kinds/questions.ts';

/** As much of a broken kit as tells whether a line names a question that there is. */
export const budgetSkeleton = {
  budget: list({
    slug: name,
    lines: list({ slug: name, answers: part({ survey: name, question: name, line: name }) }),
  }),
  surveys: list({
    slug: name,
    sections: list({ questions: list({ id: name, kind: name, lines: list({ id: name }) }) }),
  }),
};

const skeleton = z.object(budgetSkeleton);
type Skeleton = z.output<typeof skeleton>;
type Answers = { survey?: string | undefined; question?: string | undefined; line?: string | undefined };

export function answerProblems({ budget, surveys }: Skeleton): KitProblem[] {
  return budget.flatMap((comparison, i) =>
    (comparison?.lines ?? []).flatMap((line, n) =>
      line?.answers ? problemsOf(line.answers, surveys, `budget[${i}].lines[${n}].answers`) : [],
    ),
  );
}

function problemsOf(answers: Answers, surveys: Skeleton['surveys'], path: string): KitProblem[] {
  const { survey: slug, question: id, line } = answers;
  if (slug === undefined || id === undefined) return [];
  const survey = surveys.find((one) => one?.slug === slug);
  if (!survey) return [{ path: `${path}.survey`, message: 'is not a survey of this kit' }];
  const question = survey.sections
    .flatMap((section) => section?.questions ?? [])
    .find((one) => one?.id === id);
  if (!question) return [{ path: `${path}.question`, message: 'is not a question of that survey' }];
  const { kind, lines } = question;
  const known = findKind(kind ?? '');
  if (!known) return [];
  if (!known.tally.amounts) {
    return [{ path: `${path}.question`, message: `is of kind ${kind}: its answers are no amounts` }];
  }
  if (!known.answers.byPart) {
    return problemIf(line !== undefined, `${path}.line`, 'is only for a question with lines');
  }
  if (line === undefined) return [{ path: `${path}.line`, message: 'is missing' }];
  return problemIf(!lines.some((one) => one?.id === line), `${path}.line`, 'is not a line of that question');
}
