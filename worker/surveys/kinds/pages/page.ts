import type { FC } from 'hono/jsx';
import type { Language } from '../../../../web/language.ts';
import type { EarlierAnswer } from '../../digest/earlier-rules.ts';
import type { QuestionTally } from '../../digest/rules.ts';
import type { ShownQuestion } from '../../pages/survey.ts';
import type { AreaRow, Averages } from '../counted.ts';
import type { RawAnswers } from '../fields.ts';
import type { Answer, AnswerProblem, Labelled } from '../kind.ts';

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
export interface KindPage<Question, Distribution> {
  /** Whether it has several controls, which stand in a fieldset; else its one control has a label. */
  isGrouped: boolean;
  /** Answered in sentences of one's own: the campaign may ask to leave details out of it. */
  isFreeText?: true;
  /** The ids of its controls, in their order; an error leads to the first. */
  controls(question: Question): string[];
  /** What it says beside its title, on how it is answered. */
  instruction?(question: Question, language: Language): string;
  Fields(props: FieldsProps<Question>): Html;
  /** An answer as people read it, a line each. */
  lines(question: ShownQuestion<Question>, answer: Answer, language: Language): string[];
  /** Words of its own for what is wrong with an answer; null where the common ones do. */
  errorText?(problem: AnswerProblem, question: Question, language: Language): string | null;
  tally: TallyPage<Distribution>;
}

/** What was told of a question of that kind. */
export type Tally<Distribution> = Distribution &
  Pick<QuestionTally, 'id' | 'title' | 'answered' | 'suggestion' | 'byArea'>;

export type TallyWording = { city: string; language: Language };
export type TallyProps<Distribution> = TallyWording & {
  question: Tally<Distribution>;
  /** Answers to options and lines that the survey no longer has, of all its questions. */
  earlier: EarlierAnswer[];
};

export type CsvAnswer = {
  answer_id: string | number;
  answer: string | number;
  people: number;
  mean?: number | null;
  median?: number | null;
};

/** A sentence on what stands out; of all questions, those of a lower rank come first. */
export type Finding = { rank: number; text: string };

/** What a digest says of such a question: on the staff page, in the mail and in the downloads. */
export interface TallyPage<Distribution> {
  /** How many answered. */
  answered(question: Tally<Distribution>, language: Language): string;
  /** Charts and tables, where somebody answered; left out where nothing else is told. */
  Answers?(props: TallyProps<Distribution>): Html;
  /** A table with a column for each area. */
  areas?: {
    /** Whether it holds means instead of numbers of people. */
    areMeans: boolean;
    rows(question: Tally<Distribution>, wording: TallyWording): Labelled[];
    cell(
      question: Tally<Distribution>,
      row: AreaRow | undefined,
      area: { answered: number; language: Language },
    ): string;
  };
  /** The table of a mail; left out for a sentence with how many answered. */
  mail?: {
    /** What the right column holds. */
    head(language: Language): string;
    rows(props: TallyProps<Distribution>): { label: string; value: string }[];
  };
  csv: {
    answers(question: Tally<Distribution>, wording: TallyWording): CsvAnswer[];
    /** Of a question with one value, for the row of all who answered. */
    averages?(question: Tally<Distribution>): Averages;
    /** Rows of an area that follow the one of an option or a line. */
    besideArea?(row: AreaRow, label: string, language: Language): CsvAnswer[];
  };
  json(question: Tally<Distribution>, wording: TallyWording): Record<string, unknown>;
  findings?(question: Tally<Distribution>, language: Language): Finding[];
}
