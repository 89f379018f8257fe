import { fieldName, type RawAnswers } from '../kinds/fields.ts';
import type { Answer, Labelled } from '../kinds/kind.ts';
import type { Question } from '../kinds/questions.ts';

/** A question and what surrounds it on its page, in the reader's language. */
export type ShownQuestion<Of = Question> = Of & {
  /** Asked only of those who gave one of these answers to that question before. */
  condition: { question: string; title: string; is: string[]; labels: string[] } | null;
  /** What the campaign proposes, as the fields of a form hold it. */
  suggestion: { raw: RawAnswers; answer: Answer; reason: string } | null;
  /** Of the campaign: asks to leave details out of free texts. */
  noDetails: string | null;
  /** The city's districts, "outside" and "not sure". */
  places: Labelled[];
};

export type ShownSection = { id: string; title: string; help: string | null; questions: ShownQuestion[] };

export type SurveyError = { field: string; code: string; values?: Record<string, string | number> };

export function nameOf({ id }: { id: string }): string {
  return fieldName(id);
}

/** Where the question as a whole stands on its page. */
export function anchorOf({ id }: { id: string }): string {
  return `question-${id}`;
}
