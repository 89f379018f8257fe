import type { FC } from 'hono/jsx';
import type { Language } from '../../../../web/language.ts';
import type { ShownQuestion } from '../../pages/survey.ts';
import type { RawAnswers } from '../fields.ts';
import type { Answer, AnswerProblem } from '../kind.ts';

export type Html = Exclude<ReturnType<FC>, null>;

export type FieldsProps<Question> = {
  question: ShownQuestion<Question>;
  values: RawAnswers;
  /** The question's help and how it is answered, for a control that stands alone. */
  hint: string;
  error: string | null;
  language: Language;
};

/** What is written and shown of a kind of question. */
export interface KindPage<Question> {
  /** Whether it has several controls, which stand in a fieldset; else its one control has a label. */
  isGrouped: boolean;
  /** The ids of its controls, in their order; an error leads to the first. */
  controls(question: Question): string[];
  /** What it says beside its title, on how it is answered. */
  instruction?(question: Question, language: Language): string;
  Fields(props: FieldsProps<Question>): Html;
  /** An answer as people read it, a line each. */
  lines(question: ShownQuestion<Question>, answer: Answer, language: Language): string[];
  /** Words of its own for what is wrong with an answer; null where the common ones do. */
  errorText?(problem: AnswerProblem, question: Question, language: Language): string | null;
}
