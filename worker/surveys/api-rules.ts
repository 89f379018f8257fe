import * as z from 'zod';
import { signingSchema } from '../signatures/api-rules.ts';
import { submissionOf, tick } from '../signatures/submission-rules.ts';
import { type AnswerError, parseAnswers, rawOfJson } from './answer-rules.ts';
import { type Answers, questionsOf, type Survey, visibleQuestions } from './rules.ts';

/** `field` is `answers` or `answers.QUESTION`. */
export type ApiAnswerError =
  | { field: string; code: 'not-answers' | 'unknown-question' | 'hidden'; question?: undefined }
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

/** A form ignores hidden fields; JSON callers get an error for them. */
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
  return {
    answers,
    errors: [
      ...errors.map(({ field, ...error }) => {
        const question = field.slice('answer.'.length);
        return { ...error, field: `answers.${question}`, question };
      }),
      ...given
        .filter((id) => !known.has(id))
        .slice(0, mostTold)
        .map((id) => ({ field: `answers.${shortened(id)}`, code: 'unknown-question' as const })),
      ...given
        .filter((id) => known.has(id) && !visible.has(id))
        .map((id) => ({ field: `answers.${id}`, code: 'hidden' as const })),
    ],
  };
}

function shortened(id: string): string {
  const characters = [...id];
  return characters.length > longestTold ? `${characters.slice(0, longestTold).join('')}…` : id;
}
