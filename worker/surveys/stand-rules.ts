import { parseAnswers } from './answer-rules.ts';
import { standsOf } from './measure-rules.ts';
import { questionsOf, type RawAnswers, type Stand, type Survey } from './rules.ts';
import { rawOf } from './section-rules.ts';

/**
 * What became of each suggestion while the form is filled in: of questions that are not asked yet too, and what is no
 * answer yet is a change.
 */
export function pageStands(survey: Survey, raw: RawAnswers, districts: string[]): Record<string, Stand> {
  const open: Survey = {
    ...survey,
    sections: survey.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => ({ ...question, showIf: null })),
    })),
  };
  const stands = standsOf(open, parseAnswers(open, raw, districts).answers);
  const begun = questionsOf(survey).filter((question) => Object.keys(rawOf([question], raw)).length > 0);
  const changed = begun.filter(({ id }) => stands[id] === 'removed');
  return { ...stands, ...Object.fromEntries(changed.map(({ id }) => [id, 'changed' as const])) };
}
