import * as z from 'zod';
import { signingSchema } from '../signatures/api-rules.ts';
import { submissionOf, tick } from '../signatures/submission-rules.ts';
import { type AnswerError, parseAnswers, rawOfJson, wholeResponse } from './answer-rules.ts';
import { fieldsOfJson, givenBy } from './kinds/fields.ts';
import { type Answers, questionsOf, type Survey, visibleQuestions } from './rules.ts';

/** `field` is `answers` or `answers.QUESTION`. */
export type ApiAnswerError =
  | { field: string; code: 'not-answers' | 'none' | 'unknown-question' | 'hidden'; question?: undefined }
  | (AnswerError & { question: string });

/** The most unknown questions that are reported. */
const mostTold = 20;
const longestTold = 60;

const { form_token, ...personFields } = signingSchema.omit({
  street: true,
  comment: true,
  show_name: true,
}).shape;

/** A response as a program sends it, without its answers. It has no shown name and no comment. */
export const respondingFields = {
  ...personFields,
  share_words: tick.describe('The committee may read what is said in own words, without a name'),
  form_token,
};

/** A response to this survey. The error of an answer is in the issue's `params`, as `error`. */
export function respondingJson(survey: Survey, districts: string[]) {
  const answers = z
    .unknown()
    .optional()
    .transform((json, { addIssue }) => {
      const given = parseJsonAnswers(survey, json, districts);
      for (const error of given.errors) {
        const path = error.field.split('.').slice(1);
        addIssue({ code: 'custom', path, message: error.code, params: { error } });
      }
      return given.answers;
    });
  return z.object({ ...respondingFields, answers }).transform(({ form_token, share_words, ...fields }) => ({
    person: submissionOf({ ...fields, street: '', comment: '', show_name: false }),
    answers: fields.answers,
    shareWords: share_words,
    formToken: form_token ?? null,
  }));
}
export type ResponseJson = z.output<ReturnType<typeof respondingJson>>;

/** A form ignores hidden fields and what holds no value; JSON callers get an error for them. */
export function parseJsonAnswers(
  survey: Survey,
  json: unknown,
  districts: string[],
): { answers: Answers; errors: ApiAnswerError[] } {
  if (json !== undefined && (typeof json !== 'object' || json === null || Array.isArray(json))) {
    return { answers: {}, errors: [{ field: 'answers', code: 'not-answers' }] };
  }
  const given = Object.entries(json ?? {}).flatMap(([id, value]) => (value === null ? [] : [id]));
  const { answers, errors } = parseAnswers(survey, rawOfJson(survey, json), districts);
  const known = new Set(questionsOf(survey).map(({ id }) => id));
  const visible = visibleQuestions(survey, answers);
  const lost = new Set(Object.entries(json ?? {}).flatMap(([id, value]) => (isLost(value) ? [id] : [])));
  const found: ApiAnswerError[] = [
    ...errors.flatMap(({ field, ...error }) => {
      const question = field.slice('answer.'.length);
      return lost.has(question) ? [] : [{ ...error, field: `answers.${question}`, question }];
    }),
    ...given
      .filter((id) => visible.has(id) && lost.has(id))
      .map((id) => ({ field: `answers.${id}`, code: 'wrong-shape', question: id })),
    ...given
      .filter((id) => !known.has(id))
      .slice(0, mostTold)
      .map((id) => ({ field: `answers.${shortened(id)}`, code: 'unknown-question' as const })),
    ...given
      .filter((id) => known.has(id) && !visible.has(id))
      .map((id) => ({ field: `answers.${id}`, code: 'hidden' as const })),
  ];
  const isEmpty = found.length === 0 && Object.keys(answers).length === 0;
  return { answers, errors: isEmpty ? [{ field: wholeResponse, code: 'none' }] : found };
}

/** Something was given that says nothing, like {} or { line: null }. Blank text and an empty list are no answer. */
function isLost(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { values, parts } = givenBy(fieldsOfJson(value));
  return values.length === 0 && parts.size === 0;
}

function shortened(id: string): string {
  const characters = [...id];
  return characters.length > longestTold ? `${characters.slice(0, longestTold).join('')}…` : id;
}
