import { parseAnswers } from './answer-rules.ts';
import type { RawAnswers } from './kinds/fields.ts';
import { type SuggestionOutcome, suggestionOutcomes } from './measure-rules.ts';
import { questionsOf, type Survey } from './rules.ts';
import { rawOf } from './section-rules.ts';

/**
 * The outcome of each suggestion while the form is filled in, also for questions that are not asked yet. An invalid
 * answer counts as changed.
 */
export function outcomesOnPage(
  survey: Survey,
  raw: RawAnswers,
  districts: string[],
): Record<string, SuggestionOutcome> {
  const open: Survey = {
    ...survey,
    sections: survey.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => ({ ...question, showIf: null })),
    })),
  };
  const outcomes = suggestionOutcomes(open, parseAnswers(open, raw, districts).answers);
  const begun = questionsOf(survey).filter((question) => Object.keys(rawOf([question], raw)).length > 0);
  const changed = begun.filter(({ id }) => outcomes[id] === 'removed');
  return { ...outcomes, ...Object.fromEntries(changed.map(({ id }) => [id, 'changed' as const])) };
}
