import { outside, parseZip, unknown } from '../places/rules.ts';
import { assertNever, err, ok, type Result } from '../platform/result.ts';
import { onStep, rounded } from '../platform/step-rules.ts';
import { isPlain, isVisible, lengthOf, tidyLine, tidyText } from '../platform/text/text-rules.ts';
import { parseNumber } from './number-rules.ts';
import type { Answer, Question, QuestionOf } from './rules.ts';

/** In `values` of an error: what a sentence about it names. */
export type AnswerErrorCode =
  | 'missing'
  /** Two values where there is one. */
  | 'sent-twice'
  /** Values and parts that such a question does not have. */
  | 'wrong-shape'
  /** An option, a line ({ line }) or a district that there is not. */
  | 'not-one-of'
  /** { most, chosen } */
  | 'too-many'
  /** { least, chosen } */
  | 'too-few'
  /** { line } in an allocation */
  | 'not-a-number'
  /** { min, max } */
  | 'too-small'
  /** { min, max } */
  | 'too-large'
  /** { step }, and { line } in an allocation */
  | 'not-in-steps'
  /** { option, last } */
  | 'rank-not-a-place'
  /** { place } */
  | 'rank-twice'
  /** { place }: the first that nobody has */
  | 'rank-gap'
  /** { missing } */
  | 'rank-missing'
  /** { line } */
  | 'negative'
  /** { sum, total, left }; left is below 0 where too much is spread */
  | 'does-not-sum'
  /** { longest, length } */
  | 'too-long'
  | 'bad-characters'
  | 'not-a-zip';

export type Wrong = { code: AnswerErrorCode; values?: Record<string, number | string> };

/** What came for one question, blank values left out: under its own name, and under names of its parts. */
export type Given = { values: string[]; parts: Map<string, string[]> };

/** Null where nothing is answered. */
type Read = Result<Answer | null, Wrong>;

export function readAnswer(question: Question, given: Given, districts: string[]): Read {
  switch (question.kind) {
    case 'single':
      return readOne(given, (value) => oneOf(idsOf(question), value));
    case 'district':
      return readOne(given, (value) => oneOf([...districts, outside, unknown], value));
    case 'multiple':
      return readSeveral(question, given);
    case 'scale':
      return readOne(given, (value) => readNumber({ ...scaleSteps(question), unit: null }, value));
    case 'number':
      return readOne(given, (value) => readNumber(question, value));
    case 'ranking':
      return given.parts.size > 0 ? readPlaces(idsOf(question), given) : readOrder(idsOf(question), given);
    case 'allocation':
      return readAmounts(question, given);
    case 'short-text':
      return readOne(given, (value) => readText(tidyLine, question.longest, value));
    case 'long-text':
      return readOne(given, (value) => readText(tidyText, question.longest, value));
    case 'zip':
      return readOne(given, readZip);
    default:
      return assertNever(question);
  }
}

function scaleSteps({ from, to }: QuestionOf<'scale'>) {
  return { min: from, max: to, step: 1 };
}

function idsOf({ options }: { options: { id: string }[] }): string[] {
  return options.map(({ id }) => id);
}

function wrong(code: AnswerErrorCode, values?: Wrong['values']) {
  return err<Wrong>(values ? { code, values } : { code });
}

function readOne({ values, parts }: Given, read: (value: string) => Read): Read {
  const [value, second] = values;
  if (parts.size > 0) return wrong('wrong-shape');
  if (second !== undefined) return wrong('sent-twice');
  return value === undefined ? ok(null) : read(value);
}

function oneOf(ids: string[], value: string): Read {
  const id = value.trim();
  return ids.includes(id) ? ok(id) : wrong('not-one-of');
}

function readSeveral(question: QuestionOf<'multiple'>, { values, parts }: Given): Read {
  const [ids, chosen] = [idsOf(question), new Set(values.map((value) => value.trim()))];
  if (parts.size > 0) return wrong('wrong-shape');
  if (chosen.size === 0) return ok(null);
  if ([...chosen].some((id) => !ids.includes(id))) return wrong('not-one-of');
  const { atLeast: least, atMost: most } = question;
  if (chosen.size < least) return wrong('too-few', { least, chosen: chosen.size });
  if (chosen.size > most) return wrong('too-many', { most, chosen: chosen.size });
  return ok(ids.filter((id) => chosen.has(id)));
}

type Steps = Pick<QuestionOf<'number'>, 'min' | 'max' | 'step' | 'unit'>;

function readNumber({ min, max, step, unit }: Steps, typed: string): Read {
  const number = parseNumber(typed, unit);
  if (number === null) return wrong('not-a-number');
  if (number < min) return wrong('too-small', { min, max });
  if (number > max) return wrong('too-large', { min, max });
  const value = onStep(number, min, step);
  return value === null ? wrong('not-in-steps', { step }) : ok(value);
}

/** The options in their order, as an address writes a ranking. */
function readOrder(ids: string[], { values }: Given): Read {
  const order = values.map((value) => value.trim());
  if (order.length === 0) return ok(null);
  if (order.some((id) => !ids.includes(id))) return wrong('not-one-of');
  const again = order.findIndex((id, place) => order.indexOf(id) < place);
  if (again >= 0) return wrong('rank-twice', { place: again + 1 });
  const missing = ids.length - order.length;
  return missing > 0 ? wrong('rank-missing', { missing }) : ok(order);
}

/** A place for each option, as a form writes a ranking. */
function readPlaces(ids: string[], { parts }: Given): Read {
  if ([...parts.keys()].some((id) => !ids.includes(id))) return wrong('not-one-of');
  const order: string[] = [];
  for (const [option, [typed = '', second]] of parts) {
    const place = parseNumber(typed);
    if (second !== undefined) return wrong('sent-twice');
    if (place === null || !Number.isInteger(place) || place < 1 || place > ids.length) {
      return wrong('rank-not-a-place', { option, last: ids.length });
    }
    if (order[place] !== undefined) return wrong('rank-twice', { place });
    order[place] = option;
  }
  const places = ids.map((_, i) => i + 1);
  const gap = places.find((place) => order[place] === undefined);
  if (gap === undefined) return ok(order.slice(1));
  return gap < order.length - 1
    ? wrong('rank-gap', { place: gap })
    : wrong('rank-missing', { missing: ids.length - parts.size });
}

function readAmounts(question: QuestionOf<'allocation'>, { values, parts }: Given): Read {
  if (values.length > 0) return wrong('wrong-shape');
  const amounts: Record<string, number> = Object.fromEntries(question.lines.map(({ id }) => [id, 0]));
  for (const [line, [typed = '', second]] of parts) {
    if (second !== undefined) return wrong('sent-twice');
    // What a line that there is not gets is nothing to lose where it is nothing.
    if (!Object.hasOwn(amounts, line) && parseNumber(typed) === 0) continue;
    if (!Object.hasOwn(amounts, line)) return wrong('not-one-of', { line });
    const amount = readAmount(question, line, typed);
    if (!amount.ok) return amount;
    amounts[line] = amount.value;
  }
  const sum = rounded(Object.values(amounts).reduce((before, amount) => before + amount, 0));
  // Sliders that nobody moved all stand on 0.
  if (sum === 0) return ok(null);
  const { total } = question;
  return sum === total ? ok(amounts) : wrong('does-not-sum', { sum, total, left: rounded(total - sum) });
}

export function readAmount(
  { step, unit }: QuestionOf<'allocation'>,
  line: string,
  typed: string,
): Result<number, Wrong> {
  const number = parseNumber(typed, unit);
  if (number === null) return wrong('not-a-number', { line });
  if (number < 0) return wrong('negative', { line });
  const amount = onStep(number, 0, step);
  return amount === null ? wrong('not-in-steps', { line, step }) : ok(amount);
}

function readText(tidy: (typed: string) => string, longest: number, typed: string): Read {
  const text = tidy(typed);
  if (!typed.isWellFormed() || !isPlain(text)) return wrong('bad-characters');
  if (!isVisible(text)) return ok(null);
  const length = lengthOf(text);
  return length > longest ? wrong('too-long', { longest, length }) : ok(text);
}

function readZip(typed: string): Read {
  const zip = parseZip(typed);
  return zip.ok ? zip : wrong('not-a-zip');
}
