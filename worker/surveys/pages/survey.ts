import { fieldName, type RawAnswers } from '../kinds/fields.ts';
import type { Labelled, SurveyAnswer } from '../kinds/kind.ts';
import type { Question } from '../kinds/questions.ts';

/** A question with its texts, in the reader's language. */
export type ShownQuestion<Of = Question> = Of & {
  /** Asked only if one of these answers was given to that earlier question. */
  condition: { question: string; title: string; is: string[]; labels: string[] } | null;
  /** The campaign's suggestion, as form fields. */
  suggestion: { raw: RawAnswers; answer: SurveyAnswer; reason: string } | null;
  /** The campaign's request to leave details out of free texts. */
  noDetails: string | null;
  /** The city's districts, "outside" and "not sure". */
  places: Labelled[];
};

export type ShownSection = { id: string; title: string; help: string | null; questions: ShownQuestion[] };

export type SurveyError = { field: string; code: string; values?: Record<string, string | number> };

export function nameOf({ id }: { id: string }): string {
  return fieldName(id);
}

/** The id of the question on its page. */
export function anchorOf({ id }: { id: string }): string {
  return `question-${id}`;
}
