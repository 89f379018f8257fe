import type { Text } from '../../../web/language.ts';
import { err, ok } from '../../platform/result.ts';
import { onStep } from '../../platform/step-rules.ts';
import { parseNumber } from '../number-rules.ts';
import type { AnswerField, GivenFields } from './fields.ts';
import type { AnswerProblem, ReadAnswer, SurveyAnswer } from './kind.ts';

export function problem(code: string, values?: AnswerProblem['values']) {
  return err<AnswerProblem>(values ? { code, values } : { code });
}

/** For a question that has one field with one value. */
export function readOne({ values, parts }: GivenFields, read: (value: string) => ReadAnswer): ReadAnswer {
  const [value, second] = values;
  if (parts.size > 0) return problem('wrong-shape');
  if (second !== undefined) return problem('sent-twice');
  return value === undefined ? ok(null) : read(value);
}

/** For an address: takes the first valid value. */
export function prefillOne<Question>(
  read: (question: Question, given: GivenFields, districts: string[]) => ReadAnswer,
) {
  return (
    question: Question,
    { part, value }: { part: string | null; value: string },
    before: GivenFields,
  ): AnswerField | null => {
    if (part !== null || before.values.length > 0) return null;
    return read(question, { values: [value], parts: new Map() }, []).ok
      ? { part, values: [value.trim()] }
      : null;
  };
}

/** The one field of an answer that is a text or a number. */
export function oneField(_question: unknown, answer: SurveyAnswer): AnswerField[] {
  return typeof answer === 'object' ? [] : [{ part: null, values: [String(answer)] }];
}

export function readOneOf(ids: string[], value: string): ReadAnswer {
  const id = value.trim();
  return ids.includes(id) ? ok(id) : problem('not-one-of');
}

export type Steps = { min: number; max: number; step: number };

export function readNumber({ min, max, step }: Steps, unit: Text | null, typed: string): ReadAnswer {
  const number = parseNumber(typed, unit);
  if (number === null) return problem('not-a-number');
  if (number < min) return problem('too-small', { min, max });
  if (number > max) return problem('too-large', { min, max });
  const value = onStep(number, min, step);
  return value === null ? problem('not-in-steps', { step }) : ok(value);
}

/** For an answer that may belong to an earlier question under this id. */
export function idsIn(answer: SurveyAnswer): string[] {
  if (typeof answer === 'string') return [answer];
  return Array.isArray(answer) ? answer : [];
}

export function amountsIn(answer: SurveyAnswer): Record<string, number> {
  return typeof answer === 'object' && !Array.isArray(answer) ? answer : {};
}
