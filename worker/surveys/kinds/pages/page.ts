import type { FC } from 'hono/jsx';
import type { Language } from '../../../../web/language.ts';
import type { EarlierAnswer } from '../../digest/earlier-rules.ts';
import type { QuestionTally } from '../../digest/rules.ts';
import type { ShownQuestion } from '../../pages/survey.ts';
import type { AreaRow, Averages } from '../counted.ts';
import type { RawAnswers } from '../fields.ts';
import type { AnswerProblem, Labelled, SurveyAnswer } from '../kind.ts';

export type Html = Exclude<ReturnType<FC>, null>;

export type FieldsProps<Question> = {
  question: ShownQuestion<Question>;
  values: RawAnswers;
  /** The question's help and how it is answered, for a control that stands alone. */
  hint: string;
  error: string | null;
  language: Language;
};

/** The texts and pages of a kind of question. */
export interface KindPage<Question, Distribution> {
  /** Whether it has several controls in a fieldset, or one control with a label. */
  isGrouped: boolean;
  /** Whether it is answered in people's own words, so that the campaign may ask to leave details out. */
  isFreeText?: true;
  /** The ids of its controls in order; an error links to the first. */
  controls(question: Question): string[];
  /** Instructions beside its title. */
  instruction?(question: Question, language: Language): string;
  Fields(props: FieldsProps<Question>): Html;
  /** An answer in words, one line per item. */
  lines(question: ShownQuestion<Question>, answer: SurveyAnswer, language: Language): string[];
  /** Its own message for an error; null to use the common one. */
  errorText?(problem: AnswerProblem, question: Question, language: Language): string | null;
  tally: TallyPage<Distribution>;
}

/** The reported answers to a question of this kind. */
export type Tally<Distribution> = Distribution &
  Pick<QuestionTally, 'id' | 'title' | 'answered' | 'suggestion' | 'byArea'>;

export type TallyWording = { city: string; language: Language };
export type TallyProps<Distribution> = TallyWording & {
  question: Tally<Distribution>;
  /** Answers to options and lines that the survey no longer has, for all its questions. */
  earlier: EarlierAnswer[];
};

export type CsvAnswer = {
  answer_id: string | number;
  answer: string | number;
  people: number;
  mean?: number | null;
  median?: number | null;
};

/** A sentence about what stands out. Lower ranks come first. */
export type Finding = { rank: number; text: string };

/** "4.2", or "62" with more beside it where there is room, such as " (41%)". */
export type AreaCell = string | { value: string; more: string };

/** The reports on such a question: on the staff page, in the mail and in the downloads. */
export interface TallyPage<Distribution> {
  /** How many answered. */
  answered(question: Tally<Distribution>, language: Language): string;
  /** Charts and tables. Left out if only the number of answers is reported. */
  Answers?(props: TallyProps<Distribution>): Html;
  /** A table with a column for each area. */
  areas?: {
    /** Whether it shows means instead of numbers of people. */
    areMeans: boolean;
    /** The same for all areas together, as the first column: the table then says all that the chart says. */
    everybody?(question: Tally<Distribution>): AreaRow[];
    rows(question: Tally<Distribution>, wording: TallyWording): Labelled[];
    cell(
      question: Tally<Distribution>,
      row: AreaRow | undefined,
      area: { answered: number; language: Language },
    ): AreaCell;
  };
  /** The table of a mail. Left out for a sentence with the number of answers. */
  mail?: {
    /** The heading of the right column. */
    head(language: Language): string;
    rows(props: TallyProps<Distribution>): { label: string; value: string }[];
  };
  csv: {
    answers(question: Tally<Distribution>, wording: TallyWording): CsvAnswer[];
    /** For a question with one value: the row of all who answered. */
    averages?(question: Tally<Distribution>): Averages;
    /** Rows of an area after the row of an option or a line. */
    besideArea?(row: AreaRow, label: string, language: Language): CsvAnswer[];
  };
  json(question: Tally<Distribution>, wording: TallyWording): Record<string, unknown>;
  findings?(question: Tally<Distribution>, language: Language): Finding[];
}
