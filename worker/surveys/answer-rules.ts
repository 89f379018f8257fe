import {
  type AnswerField,
  fieldName,
  fieldsOfJson,
  givenIn,
  nothingGiven,
  type RawAnswers,
} from './kinds/fields.ts';
import type { AnswerProblem } from './kinds/kind.ts';
import { kindOf } from './kinds/questions.ts';
import { type Answers, isAsked, questionsOf, type Survey } from './rules.ts';

/** `field` is `answer.QUESTION`; one error a question. */
export type AnswerError = { field: string } & AnswerProblem;

/**
 * Questions that are not asked give neither errors nor answers. Fields of unknown questions are ignored. District codes
 * are today's.
 */
export function parseAnswers(
  survey: Survey,
  raw: RawAnswers,
  districts: string[],
): { answers: Answers; errors: AnswerError[] } {
  const given = givenIn(raw);
  const answers: Answers = {};
  const errors: AnswerError[] = [];
  for (const question of questionsOf(survey)) {
    if (!isAsked(question, answers)) continue;
    const field = fieldName(question.id);
    const read = kindOf(question).answers.read(question, given.get(question.id) ?? nothingGiven(), districts);
    if (!read.ok) errors.push({ field, ...read.error });
    else if (read.value !== null) answers[question.id] = read.value;
    else if (question.required) errors.push({ field, code: 'missing' });
  }
  return { answers, errors };
}

/** The same for a response that is to be sent, which needs at least one answer. */
export function parseResponse(
  survey: Survey,
  raw: RawAnswers,
  districts: string[],
): { answers: Answers; errors: AnswerError[] } {
  const { answers, errors } = parseAnswers(survey, raw, districts);
  const isEmpty = errors.length === 0 && Object.keys(answers).length === 0;
  return { answers, errors: isEmpty ? [{ field: wholeResponse, code: 'none' }] : errors };
}

/** The field of an error that no single question has. */
export const wholeResponse = 'answers';

/** To show answers in a form again, without what today's questions do not have. */
export function rawOfAnswers(survey: Survey, answers: Answers): RawAnswers {
  return Object.fromEntries(
    questionsOf(survey).flatMap((question) => {
      const answer = answers[question.id];
      return answer === undefined
        ? []
        : rawOf(question.id, kindOf(question).answers.fields(question, answer));
    }),
  );
}

/** From JSON: { QUESTION: answer }, each in the shape of an Answer. */
export function rawOfJson(survey: Survey, answers: unknown): RawAnswers {
  if (typeof answers !== 'object' || answers === null) return {};
  const all = new Map<string, unknown>(Object.entries(answers));
  return Object.fromEntries(questionsOf(survey).flatMap(({ id }) => rawOf(id, fieldsOfJson(all.get(id)))));
}

function rawOf(question: string, fields: AnswerField[]): [string, string[]][] {
  return fields.map(({ part, values }) => [fieldName(question, part), values]);
}
