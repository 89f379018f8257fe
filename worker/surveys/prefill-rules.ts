import { rounded } from '../platform/step-rules.ts';
import { isPlain, tidyLine } from '../platform/text/text-rules.ts';
import { namesOf } from './answer-rules.ts';
import { parseNumber } from './number-rules.ts';
import { type Given, readAmount, readAnswer } from './question-rules.ts';
import { type Question, type QuestionOf, questionsOf, type RawAnswers, type Survey } from './rules.ts';

/** Of one field of an address: what the form takes of it, or null. */
type Taken = [field: string, values: string[]] | null;

/** Longer ones are cut, and more are not told. */
const longestTold = 60;
const mostTold = 20;

/**
 * What an address fills in: choices and numbers, as far as they fit, each on its own; a text, a ZIP or a district says
 * something of a person. What does not fit is told as it was written, shortened.
 */
export function prefillOf(survey: Survey, query: URLSearchParams): { raw: RawAnswers; dropped: string[] } {
  const questions = new Map(questionsOf(survey).map((question) => [question.id, question]));
  const raw: RawAnswers = {};
  const dropped: string[] = [];
  for (const [field, value] of query) {
    if (!field.startsWith('answer.') || value.trim() === '') continue;
    const named = namesOf(field);
    const question = named ? questions.get(named.question) : undefined;
    const taken = named && question ? take(question, named.part, value, raw) : null;
    if (taken) raw[taken[0]] = taken[1];
    else dropped.push(told(field, value));
  }
  return { raw, dropped: dropped.slice(0, mostTold) };
}

function take(question: Question, part: string | null, value: string, raw: RawAnswers): Taken {
  const field = `answer.${question.id}`;
  switch (question.kind) {
    case 'single':
    case 'scale':
    case 'number':
      return part === null && !raw[field] && isRight(question, [value]) ? [field, [value.trim()]] : null;
    case 'multiple':
      return part === null ? takeChoice(question, value.trim(), raw[field] ?? []) : null;
    case 'ranking':
      return part === null ? takeNext(question, value.trim(), raw) : takePlace(question, part, value, raw);
    case 'allocation':
      return part === null ? null : takeAmount(question, part, value, raw);
    default:
      return null;
  }
}

function isRight(question: Question, values: string[]): boolean {
  const given: Given = { values, parts: new Map() };
  return readAnswer(question, given, []).ok;
}

function takeChoice({ id, options, atMost }: QuestionOf<'multiple'>, value: string, before: string[]): Taken {
  const isFree = options.some((option) => option.id === value) && !before.includes(value);
  return isFree && before.length < atMost ? [`answer.${id}`, [...before, value]] : null;
}

/** Of an order: the first place that is free. */
function takeNext(question: QuestionOf<'ranking'>, option: string, raw: RawAnswers): Taken {
  const taken = placesTaken(question, raw);
  const place = question.options.map((_, i) => i + 1).find((place) => !taken.includes(place));
  return place === undefined ? null : takePlace(question, option, String(place), raw);
}

function takePlace(question: QuestionOf<'ranking'>, option: string, value: string, raw: RawAnswers): Taken {
  const field = `answer.${question.id}.${option}`;
  const place = parseNumber(value) ?? 0;
  const isPlace = Number.isInteger(place) && place >= 1 && place <= question.options.length;
  if (!isPlace || placesTaken(question, raw).includes(place) || raw[field]) return null;
  return question.options.some(({ id }) => id === option) ? [field, [String(place)]] : null;
}

function placesTaken({ id, options }: QuestionOf<'ranking'>, raw: RawAnswers): number[] {
  return options.map((option) => Number(raw[`answer.${id}.${option.id}`]?.[0] ?? 0));
}

function takeAmount(question: QuestionOf<'allocation'>, line: string, value: string, raw: RawAnswers): Taken {
  const field = `answer.${question.id}.${line}`;
  const amount = readAmount(question, line, value);
  if (!amount.ok || raw[field] || question.lines.every(({ id }) => id !== line)) return null;
  const spread = question.lines.reduce((sum, { id }) => {
    return sum + Number(raw[`answer.${question.id}.${id}`]?.[0] ?? 0);
  }, amount.value);
  return rounded(spread) <= question.total ? [field, [String(amount.value)]] : null;
}

function told(field: string, value: string): string {
  const characters = [...tidyLine(`${field}=${value}`)].filter(isPlain);
  return characters.length > longestTold
    ? `${characters.slice(0, longestTold).join('')}…`
    : characters.join('');
}
