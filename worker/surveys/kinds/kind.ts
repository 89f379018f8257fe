import type * as z from 'zod';
import type { Language, Text } from '../../../web/language.ts';
import type { District } from '../../places/rules.ts';
import type { Result } from '../../platform/result.ts';
import type { Amounts, AreaRow, Cells, CountedAnswers } from './counted.ts';
import type { AnswerField, GivenFields } from './fields.ts';
import type { KindForm } from './form.ts';
import type { LinkField, LinkProblem, LinkValues, LinkWording } from './link.ts';
import type { Measure } from './measure.ts';
import type { SurveyJsReader, SurveyJsWritten } from './surveyjs.ts';

/** The fields of every question; its kind adds more. */
export type QuestionBase<Kind extends string = string> = {
  id: string;
  title: Text;
  help: Text | null;
  required: boolean;
  /** Asked only if the answer to that earlier question is, or contains, one of these. */
  showIf: { question: string; is: string[] } | null;
  kind: Kind;
};

type OwnFields<Question> = Omit<Question, keyof QuestionBase>;

/** A person's answer to a question, as it is stored. */
export type SurveyAnswer = string | string[] | number | Record<string, number>;

/** What is wrong with an answer. `values` fill the placeholders of its message. */
export type AnswerProblem = { code: string; values?: Record<string, number | string> };

/** Null if there is no answer. */
export type ReadAnswer = Result<SurveyAnswer | null, AnswerProblem>;

/** An option, a line or a district, in one language. */
export type Labelled = { id: string; label: string };

/**
 * One kind of question: everything about it except its texts and pages, which are in `pages/`.
 * Stored answers and distributions may come from an earlier kind under the same id, so read them with care.
 */
export interface QuestionKind<
  Question extends QuestionBase,
  KitQuestion extends z.ZodType,
  Distribution extends { kind: string },
  Row extends AreaRow = AreaRow,
> {
  kind: Question['kind'];
  /** As a kit writes it. */
  kit: {
    schema: KitQuestion;
    /** How organizers write it. */
    form: KindForm;
    own(question: z.infer<KitQuestion>): OwnFields<Question>;
    /** The answers that a later question's `show_if` may name. Left out if it has no named answers. */
    comparable?(question: Question, districts: string[]): string[];
    /** Why a kit may not suggest an answer. Left out if it may. */
    closed?(question: Question): string | null;
    /** Whether it asks for one of several districts. A place with only one leaves such questions out. */
    asksDistrict?: true;
    /** The error for a wrong answer in a kit. */
    refusal(question: Question, problem: AnswerProblem): string;
  };
  /** In the public JSON. */
  api: {
    answer: z.ZodType<SurveyAnswer>;
    /** For people who write a kit. */
    answerIs: string;
    /** The fields that only this kind has. */
    shape: z.ZodRawShape;
    own(question: Question, language: Language, places: Labelled[]): Record<string, unknown>;
  };
  /** Options or lines. */
  parts?(question: Question): { id: string; label: Text }[];
  answers: {
    /** Whether each part has its own field in a form, instead of one field for the question. */
    byPart?: boolean;
    /** `districts` are today's codes. */
    read(question: Question, given: GivenFields, districts: string[]): ReadAnswer;
    /** The form fields of an answer, without options that the question no longer has. */
    fields(question: Question, answer: SurveyAnswer): AnswerField[];
    /** What a form takes from one field of its page's address after what it took before, if anything. */
    prefill?(
      question: Question,
      field: { part: string | null; value: string },
      before: GivenFields,
    ): AnswerField | null;
    /** Equal answers give equal texts. */
    spelled(answer: SurveyAnswer): string;
    /** Null if none of its options has a score. */
    score?(question: Question, answer: SurveyAnswer): number | null;
    /** Whether one of its options has a score. */
    isScored?(question: Question): boolean;
    /** Whether it asks for a text that may be shared. */
    inOwnWords?(question: Question): boolean;
  };
  /** How its answers are counted and reported. */
  tally: {
    measures(question: Question, answer: SurveyAnswer): Measure[];
    distribution(question: Question, counted: CountedAnswers, districts: District[]): Distribution;
    /** The options or lines that were reported with a name. */
    parts(distribution: Distribution): { id: string; label: Text | null }[];
    /** Whether the distribution can show what was counted under this key. */
    has(distribution: Distribution, counted: { part: string | null; value: string }): boolean;
    /** Left out if answers are never reported by district. */
    byArea?: {
      /** Parts whose values are summed, or '' for the question itself. Sums of small groups are never reported. */
      addedUp(distribution: Distribution): string[];
      rows(distribution: Distribution, cellsOf: (part: string, aspect?: string) => Cells): Row[];
    };
    /** The middle of its answers, if they are amounts; of one part, if it has parts. */
    amounts?(distribution: Distribution, part: string | null): Amounts | null;
    /** Count errors of this kind, for the log, beyond those that any kind can have. */
    contradictions?(question: Question, counted: CountedAnswers): string[];
  };
  /** How it is carried to a city's own survey. */
  link: {
    /** As a person would type it into another form: one item per line, plain digits. */
    text(question: Question, answer: SurveyAnswer, wording: LinkWording): string;
    /** The link's value, or why the answer has to be copied by hand. */
    values(
      question: Question,
      answer: SurveyAnswer,
      to: { field: LinkField; language: Language },
    ): Result<LinkValues, LinkProblem>;
    /** Ids that a kit may map to words or fields there; null if the kit alone does not say. */
    mappable(question: Question): string[] | null;
  };
  surveyJs: {
    /** Keyed by SurveyJS's `type`, or by `type inputType` for one sort of text. */
    readers: Record<string, SurveyJsReader>;
    /** The keys of an element that the readers use. */
    keys: string[];
    write(question: Question, districts: { code: string; name: Text }[]): SurveyJsWritten;
    /** How its answers are written in a condition. */
    compared: 'as-text' | 'as-number' | 'in-list';
  };
}
