import type * as z from 'zod';
import type { Language, Text } from '../../../web/language.ts';
import type { District } from '../../places/rules.ts';
import type { Result } from '../../platform/result.ts';
import type { AreaRow, Cells, CountedAnswers } from './counted.ts';
import type { AnswerField, GivenFields } from './fields.ts';
import type { LinkField, LinkProblem, LinkValues, LinkWording } from './link.ts';
import type { Measure } from './measure.ts';
import type { SurveyJsReader, SurveyJsWritten } from './surveyjs.ts';

/** What every question has; its kind adds what is its own. */
export type QuestionBase<Kind extends string = string> = {
  id: string;
  title: Text;
  help: Text | null;
  required: boolean;
  /** Asked only where the answer to that earlier question is, or holds, one of these. */
  showIf: { question: string; is: string[] } | null;
  kind: Kind;
};

type Own<Question> = Omit<Question, keyof QuestionBase>;

/** A person's answer to a question, as it is stored. */
export type Answer = string | string[] | number | Record<string, number>;

/** What is wrong with an answer; `values` are what a sentence about it names. */
export type AnswerProblem = { code: string; values?: Record<string, number | string> };

/** Null where nothing is answered. */
export type ReadAnswer = Result<Answer | null, AnswerProblem>;

/** An option, a line or a district, in one language. */
export type Labelled = { id: string; label: string };

/**
 * One kind of question: all that is particular to it and needs no words. What is written and shown of it is in
 * `pages/`. Stored answers and distributions may be those of an earlier kind under the same id: read them with care.
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
    own(question: z.infer<KitQuestion>): Own<Question>;
    /** The answers that `show_if` of a later question may name; left out where there are none by name. */
    comparable?(question: Question, districts: string[]): string[];
    /** Why a kit gives no answer to it; left out where it may. */
    closed?(question: Question): string | null;
    /** What an answer in a kit must be, where it is not. */
    refusal(question: Question, problem: AnswerProblem): string;
  };
  /** In the public JSON. */
  api: {
    answer: z.ZodType<Answer>;
    /** For whoever writes one. */
    answerIs: string;
    /** What such a question has beside what all have. */
    shape: z.ZodRawShape;
    own(question: Question, language: Language, places: Labelled[]): Record<string, unknown>;
  };
  /** Options or lines. */
  parts?(question: Question): { id: string; label: Text }[];
  answers: {
    /** Whether each part has a field of its own in a form, instead of one field for the question. */
    byPart?: boolean;
    /** `districts` are today's codes. */
    read(question: Question, given: GivenFields, districts: string[]): ReadAnswer;
    /** The fields of a form that hold the answer; what the question does not have today is left out. */
    fields(question: Question, answer: Answer): AnswerField[];
    /** What a form takes of one field of its page's address, beside what it took before; left out where nothing. */
    prefill?(
      question: Question,
      field: { part: string | null; value: string },
      before: GivenFields,
    ): AnswerField | null;
    /** The same text for what is the same answer. */
    spelled(answer: Answer): string;
    /** Null where none of its options has a score. */
    score?(question: Question, answer: Answer): number | null;
    /** Whether it asks for somebody's own words, which may be shared. */
    inOwnWords?(question: Question): boolean;
  };
  /** What is counted of its answers and told of them. */
  tally: {
    measures(question: Question, answer: Answer): Measure[];
    distribution(question: Question, counted: CountedAnswers, districts: District[]): Distribution;
    /** What was told of by a name: options or lines. */
    parts(distribution: Distribution): { id: string; label: Text | null }[];
    /** Whether the distribution has a place for what was counted so. */
    has(distribution: Distribution, counted: { part: string | null; value: string }): boolean;
    /** Left out where answers are told of everybody only. */
    byArea?: {
      /** Parts of the question, or '' for itself, whose values are added up: few people behind one are told nowhere. */
      addedUp(distribution: Distribution): string[];
      rows(distribution: Distribution, cellsOf: (part: string, aspect?: string) => Cells): Row[];
    };
    /** What is counted wrongly, in words for the log, beside what can be wrong with any kind. */
    contradictions?(question: Question, counted: CountedAnswers): string[];
  };
  /** On the way to a city's own survey. */
  link: {
    /** As a person would type it into another form: one thing a line, plain digits. */
    text(question: Question, answer: Answer, wording: LinkWording): string;
    /** What a link says; or why the answer has to be copied by hand. */
    values(
      question: Question,
      answer: Answer,
      to: { field: LinkField; language: Language },
    ): Result<LinkValues, LinkProblem>;
    /** Ids that a kit may map to words or fields there; null where a kit alone cannot tell. */
    mappable(question: Question): string[] | null;
  };
  surveyJs: {
    /** By SurveyJS's `type`; by `type inputType` where only such a text is meant. */
    readers: Record<string, SurveyJsReader>;
    /** Keys of an element that the readers look at. */
    keys: string[];
    write(question: Question, districts: { code: string; name: Text }[]): SurveyJsWritten;
    /** How its answers stand in a condition. */
    compared: 'as-text' | 'as-number' | 'in-list';
  };
}
