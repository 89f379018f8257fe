import { isPlain, tidyLine } from '../platform/text/text-rules.ts';
import { fieldName, givenIn, nothingGiven, type RawAnswers, readFieldName } from './kinds/fields.ts';
import { kindOf } from './kinds/questions.ts';
import { questionsOf, type Survey } from './rules.ts';

/** Longer values are cut, and no more than so many are shown. */
const longestTold = 60;
const mostTold = 20;

/**
 * What an address may fill in: valid choices and numbers. A text, a ZIP or a district would tell
 * something about a person. Values that do not fit are shown shortened, as they were written.
 */
export function prefillOf(survey: Survey, query: URLSearchParams): { raw: RawAnswers; dropped: string[] } {
  const questions = new Map(questionsOf(survey).map((question) => [question.id, question]));
  const raw: RawAnswers = {};
  const dropped: string[] = [];
  for (const [field, value] of query) {
    if (!field.startsWith('answer.') || value.trim() === '') continue;
    const named = readFieldName(field);
    const question = named ? questions.get(named.question) : undefined;
    const before = givenIn(raw).get(question?.id ?? '') ?? nothingGiven();
    const taken =
      named && question
        ? kindOf(question).answers.prefill?.(question, { part: named.part, value }, before)
        : null;
    if (taken && question) raw[fieldName(question.id, taken.part)] = taken.values;
    else dropped.push(told(field, value));
  }
  return { raw, dropped: dropped.slice(0, mostTold) };
}

function told(field: string, value: string): string {
  const characters = [...tidyLine(`${field}=${value}`)].filter(isPlain);
  return characters.length > longestTold
    ? `${characters.slice(0, longestTold).join('')}…`
    : characters.join('');
}
