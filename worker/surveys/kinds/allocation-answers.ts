import type { Text } from '../../../web/language.ts';
import { ok, type Result } from '../../platform/result.ts';
import { onStep, rounded } from '../../platform/step-rules.ts';
import { parseNumber } from '../number-rules.ts';
import { type AnswerField, type GivenFields, valueIn } from './fields.ts';
import type { AnswerProblem, QuestionBase, ReadAnswer, SurveyAnswer } from './kind.ts';
import { amountsIn, problem } from './reading.ts';

/** A line of a budget; `today` is what it gets now, in the question's unit. */
export type Line = { id: string; label: Text; today: number };

/** `unit` is set after the number, such as "%" or "million dollars". */
export type Allocation = QuestionBase<'allocation'> & {
  lines: Line[];
  total: number;
  step: number;
  unit: Text;
};

export function readAmounts(question: Allocation, { values, parts }: GivenFields): ReadAnswer {
  if (values.length > 0) return problem('wrong-shape');
  const amounts: Record<string, number> = Object.fromEntries(question.lines.map(({ id }) => [id, 0]));
  for (const [line, [typed = '', second]] of parts) {
    if (second !== undefined) return problem('sent-twice');
    // A 0 for a line that the survey no longer has means nothing.
    if (!Object.hasOwn(amounts, line) && parseNumber(typed) === 0) continue;
    if (!Object.hasOwn(amounts, line)) return problem('not-one-of', { line });
    const amount = readAmount(question, line, typed);
    if (!amount.ok) return amount;
    amounts[line] = amount.value;
  }
  const sum = summed(Object.values(amounts));
  // Sliders that nobody moved are all at 0.
  if (sum === 0) return ok(null);
  const { total } = question;
  return sum === total ? ok(amounts) : problem('does-not-sum', { sum, total, left: rounded(total - sum) });
}

function readAmount({ step, unit }: Allocation, line: string, typed: string): Result<number, AnswerProblem> {
  const number = parseNumber(typed, unit);
  if (number === null) return problem('not-a-number', { line });
  if (number < 0) return problem('negative', { line });
  const amount = onStep(number, 0, step);
  return amount === null ? problem('not-in-steps', { line, step }) : ok(amount);
}

function summed(amounts: number[]): number {
  return rounded(amounts.reduce((sum, amount) => sum + amount, 0));
}

export function amountFields({ lines }: Allocation, answer: SurveyAnswer): AnswerField[] {
  const amounts = amountsIn(answer);
  return lines
    .filter(({ id }) => Object.hasOwn(amounts, id))
    .map(({ id }) => ({ part: id, values: [String(amounts[id])] }));
}

/** Valid as long as the sum is at most the total. */
export function takeAmount(
  question: Allocation,
  { part, value }: { part: string | null; value: string },
  before: GivenFields,
): AnswerField | null {
  if (part === null || before.parts.has(part) || question.lines.every(({ id }) => id !== part)) return null;
  const amount = readAmount(question, part, value);
  if (!amount.ok) return null;
  const spread = question.lines.map(({ id }) => Number(valueIn(before, id) ?? 0));
  const fits = summed([amount.value, ...spread]) <= question.total;
  return fits ? { part, values: [String(amount.value)] } : null;
}

/** A missing line counts as 0. */
export function spelledAmounts(answer: SurveyAnswer): string {
  const amounts = Object.entries(amountsIn(answer)).filter(([, amount]) => amount !== 0);
  return JSON.stringify(amounts.sort(([a], [b]) => (a < b ? -1 : 1)));
}
