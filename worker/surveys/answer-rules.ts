import { type Given, readAnswer, type Wrong } from './question-rules.ts';
import {
  type Answer,
  type Answers,
  isAsked,
  type Question,
  questionsOf,
  type RawAnswers,
  type Survey,
} from './rules.ts';

/** `field` is `answer.QUESTION`; one error a question. */
export type AnswerError = { field: string } & Wrong;

/**
 * What is not asked is neither an error nor in the answers. Fields of no question are passed over; district codes
 * are today's.
 */
export function parseAnswers(
  survey: Survey,
  raw: RawAnswers,
  districts: string[],
): { answers: Answers; errors: AnswerError[] } {
  const given = givenByQuestion(raw);
  const answers: Answers = {};
  const errors: AnswerError[] = [];
  for (const question of questionsOf(survey)) {
    if (!isAsked(question, answers)) continue;
    const field = `answer.${question.id}`;
    const read = readAnswer(question, given.get(question.id) ?? nothing, districts);
    if (!read.ok) errors.push({ field, ...read.error });
    else if (read.value !== null) answers[question.id] = read.value;
    else if (question.required) errors.push({ field, code: 'missing' });
  }
  return { answers, errors };
}

const nothing: Given = { values: [], parts: new Map() };

function givenByQuestion(raw: RawAnswers): Map<string, Given> {
  const all = new Map<string, Given>();
  for (const [field, values] of Object.entries(raw)) {
    const named = namesOf(field);
    const filled = values.filter((value) => value.trim() !== '');
    if (!named || filled.length === 0) continue;
    const given = all.get(named.question) ?? { values: [], parts: new Map() };
    if (named.part === null) given.values = filled;
    else given.parts.set(named.part, filled);
    all.set(named.question, given);
  }
  return all;
}

/** What a field's name says; null where it is no answer's. */
export function namesOf(field: string): { question: string; part: string | null } | null {
  const named = /^answer\.([^.]+)(?:\.(.+))?$/s.exec(field);
  return named?.[1] ? { question: named[1], part: named[2] ?? null } : null;
}

/** To show answers in a form again; what the questions of today do not have is left out. */
export function rawOfAnswers(survey: Survey, answers: Answers): RawAnswers {
  return Object.fromEntries(
    questionsOf(survey).flatMap((question) => {
      const answer = answers[question.id];
      return answer === undefined ? [] : fieldsOf(question, answer);
    }),
  );
}

function fieldsOf(question: Question, answer: Answer): [string, string[]][] {
  const field = `answer.${question.id}`;
  const known = 'options' in question ? question.options.map(({ id }) => id) : [];
  const ids = Array.isArray(answer) ? answer.filter((id) => known.includes(id)) : [];
  switch (question.kind) {
    case 'allocation':
      return question.lines.flatMap(({ id }) => fieldOfLine(field, id, answer));
    case 'ranking':
      return ids.map((id, i) => [`${field}.${id}`, [String(i + 1)]]);
    case 'multiple':
      return ids.length > 0 ? [[field, ids]] : [];
    case 'single':
      return typeof answer === 'string' && known.includes(answer) ? [[field, [answer]]] : [];
    default:
      return typeof answer === 'object' ? [] : [[field, [String(answer)]]];
  }
}

function fieldOfLine(field: string, line: string, amounts: Answer): [string, string[]][] {
  if (typeof amounts !== 'object' || Array.isArray(amounts) || !Object.hasOwn(amounts, line)) return [];
  return [[`${field}.${line}`, [String(amounts[line])]]];
}

/** A part that no question has: what stands there is refused. */
const noPart = '?';

/** As JSON has them: { QUESTION: answer }, each in the shape of an Answer. */
export function rawOfJson(survey: Survey, answers: unknown): RawAnswers {
  if (typeof answers !== 'object' || answers === null) return {};
  const given = new Map<string, unknown>(Object.entries(answers));
  return Object.fromEntries(questionsOf(survey).flatMap(({ id }) => fieldsOfJson(id, given.get(id))));
}

function fieldsOfJson(id: string, answer: unknown): [string, string[]][] {
  const field = `answer.${id}`;
  if (answer === undefined || answer === null) return [];
  const values = Array.isArray(answer) ? answer : [answer];
  if (values.every(isWritten)) return [[field, values.map(String)]];
  if (Array.isArray(answer) || typeof answer !== 'object') return [[`${field}.${noPart}`, [noPart]]];
  const parts = Object.entries(answer).filter(([, value]) => value !== null);
  return parts.map(([part, value]) =>
    isWritten(value) ? [`${field}.${part}`, [String(value)]] : [`${field}.${noPart}`, [noPart]],
  );
}

function isWritten(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
