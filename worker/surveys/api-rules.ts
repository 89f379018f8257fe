import { type AnswerError, parseAnswers, rawOfJson } from './answer-rules.ts';
import { type Answers, questionsOf, type Survey, visibleQuestions } from './rules.ts';

/** `field` is `answers` or `answers.QUESTION`. */
export type ApiAnswerError =
  | { field: string; code: 'not-answers' | 'unknown-question' | 'hidden'; question?: undefined }
  | (AnswerError & { question: string });

/** Of questions that there are not, no more are told. */
const mostTold = 20;
const longestTold = 60;

/** A form passes over what nobody sees on it; who writes JSON is told of it. */
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
