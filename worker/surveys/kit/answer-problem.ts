import { onStep, rounded } from '../../platform/step-rules.ts';
import type { KitQuestion } from './schema.ts';

/** What is wrong with an answer that the kit itself gives; null where it fits its question. */
export function answerProblem(question: KitQuestion, answer: unknown): string | null {
  switch (question.kind) {
    case 'single':
      return isOption(question, answer) ? null : 'must be one of the options';
    case 'multiple':
      return choicesProblem(question, answer);
    case 'scale':
      return isOnStep(answer, question.from, question.to, 1) ? null : 'must be a number of the scale';
    case 'number':
      return isOnStep(answer, question.min, question.max, question.step)
        ? null
        : 'must be a number in the steps from min to max';
    case 'ranking':
      return isChoice(question, answer) && answer.length === question.options.length
        ? null
        : 'must name each option once, from the first place on';
    case 'allocation':
      return amountsProblem(question, answer);
    case 'short-text':
    case 'long-text':
      return textProblem(question, answer);
    case 'zip':
    case 'district':
      return 'asks where somebody lives: no answer can be given for them';
  }
}

function isOption({ options }: Choice, answer: unknown): answer is string {
  return options.some(({ id }) => id === answer);
}

type Choice = Extract<KitQuestion, { options: unknown }>;

function isChoice(question: Choice, answer: unknown): answer is string[] {
  return (
    Array.isArray(answer) &&
    answer.every((id) => isOption(question, id)) &&
    new Set(answer).size === answer.length
  );
}

function choicesProblem(
  question: Extract<KitQuestion, { kind: 'multiple' }>,
  answer: unknown,
): string | null {
  const { at_least = 0, at_most = question.options.length } = question;
  if (!isChoice(question, answer)) return 'must be a list of options, each once';
  return answer.length >= Math.max(at_least, 1) && answer.length <= at_most
    ? null
    : `must be ${Math.max(at_least, 1)} to ${at_most} options`;
}

function isOnStep(answer: unknown, min: number, max: number, step: number): boolean {
  return typeof answer === 'number' && answer >= min && answer <= max && onStep(answer, min, step) === answer;
}

function amountsProblem(
  { lines, total, step }: Extract<KitQuestion, { kind: 'allocation' }>,
  answer: unknown,
): string | null {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
    return 'must be the amount of each line';
  }
  const amounts = Object.entries(answer);
  const stray = amounts.find(([line]) => !lines.some(({ id }) => id === line));
  if (stray) return `names ${stray[0]}, which is no line of the question`;
  const wrong = amounts.find(([, amount]) => !isOnStep(amount, 0, total, step));
  if (wrong) return `gives ${wrong[0]} an amount that is not in the steps from 0 to ${total}`;
  const sum = rounded(amounts.reduce((before, [, amount]) => before + amount, 0));
  return sum === total ? null : `sums to ${sum}, not to ${total}`;
}

function textProblem(question: Extract<KitQuestion, { longest: number }>, answer: unknown): string | null {
  if ('in_own_words' in question && question.in_own_words) {
    return "asks for somebody's own words: no answer can be given for them";
  }
  if (typeof answer !== 'string' || answer.trim() === '') return 'must be a text';
  return [...answer].length > question.longest
    ? `must not be longer than ${question.longest} characters`
    : null;
}
