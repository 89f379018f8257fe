import type { KitSurvey } from '../../kits/schema.ts';
import { rounded } from '../../platform/step-rules.ts';
import { arrayIn, cutTo, type Import, idOf, isJson, type Json, wordsOf } from './text-rules.ts';

export type KitQuestion = KitSurvey['sections'][number]['questions'][number];
type Asked = Pick<KitQuestion, 'id' | 'title' | 'help' | 'required' | 'show_if'>;
type KitOption = { id: string; label: { en: string; es: string }; score?: number };

/** The question, and what its answers are called in SurveyJS; a text says why there is none. */
export type Read = { question: KitQuestion; values: Map<string, string> } | string;

type Element = { element: Json; path: string; asked: Asked; into: Import };

/** SurveyJS's names of them, which are what it stores. */
const yes = { value: 'true', words: { en: 'Yes', es: 'Sí' } };
const no = { value: 'false', words: { en: 'No', es: 'No' } };
const none = { value: 'none', words: { en: 'None', es: 'Ninguna' } };

const readers: Record<string, (one: Element) => Read> = {
  radiogroup: (one) => single(one, choicesIn(one)),
  dropdown: (one) => single(one, choicesIn(one)),
  boolean: (one) => single(one, truthsIn(one)),
  checkbox: multiple,
  tagbox: multiple,
  rating,
  ranking: (one) => {
    const options = optionsOf(one, choicesIn(one), 20);
    return typeof options === 'string' ? options : asked(one, { kind: 'ranking', options: options.options });
  },
  text,
  comment: (one) => {
    return asked(one, { kind: 'long-text', longest: lengthIn(one, 2000, 5000), in_own_words: false });
  },
};

const strange = 'is of a kind that surveys do not have here';

export function questionOf(one: Element): Read {
  const type = String(one.element.type ?? 'text');
  const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
  return reader ? reader(one) : `${strange}: ${type}`;
}

type KindOf<Question> = Question extends { kind: string } ? Omit<Question, keyof Asked> : never;

function asked(one: Element, kind: KindOf<KitQuestion>, values = new Map<string, string>()): Read {
  return { question: { ...one.asked, ...kind } as KitQuestion, values };
}

function single(one: Element, choices: Choice[]): Read {
  const options = optionsOf(one, choices, 50);
  return typeof options === 'string'
    ? options
    : asked(one, { kind: 'single', options: options.options }, options.values);
}

function multiple(one: Element): Read {
  const read = optionsOf(one, choicesIn(one), 50);
  if (typeof read === 'string') return read;
  const { options, values } = read;
  const most = limitIn(one, 'maxSelectedChoices', options.length);
  const least = limitIn(one, 'minSelectedChoices', most ?? options.length);
  const limits = {
    ...(least !== null && { at_least: least }),
    ...(most !== null && most < options.length && { at_most: most }),
  };
  return asked(one, { kind: 'multiple', options, ...limits }, values);
}

/** SurveyJS has 0 for no limit. */
function limitIn({ element, path, into }: Element, key: string, most: number): number | null {
  const limit = wholeIn(element[key], 1, most);
  if (limit === null && (element[key] ?? 0) !== 0)
    into.leftOut.push({ path: `${path}.${key}`, why: 'is not kept' });
  return limit;
}

type Choice = { value: unknown; text: unknown; score: unknown; at: string; words?: typeof yes.words };

function choicesIn({ element, path, into }: Element): Choice[] {
  const choices = arrayIn(element.choices).map((choice, i): Choice => {
    const { value, text, score } = isJson(choice) ? choice : { value: choice };
    const at = `${path}.choices[${i}]`;
    for (const key of isJson(choice) ? Object.keys(choice) : []) {
      if (!['value', 'text', 'score'].includes(key))
        into.leftOut.push({ path: `${at}.${key}`, why: 'is not kept' });
    }
    return { value, text: text ?? value, score, at };
  });
  const numbered = choices.length === 0 ? countedChoices(element, path) : [];
  const hasNone = element.showNoneItem === true || element.hasNone === true;
  const more = hasNone ? [truth(none, element.noneText, `${path}.noneText`)] : [];
  return [...choices, ...numbered, ...more];
}

/** A dropdown may count its choices. */
function countedChoices({ choicesMin, choicesMax, choicesStep }: Json, path: string): Choice[] {
  const [min, max, step] = [choicesMin, choicesMax, choicesStep ?? 1].map(Number) as [number, number, number];
  if (!(max > min && step > 0)) return [];
  const count = Math.min(Math.floor((max - min) / step) + 1, 51);
  return Array.from({ length: count }, (_, i) => {
    const value = rounded(min + i * step);
    const words = { en: String(value), es: String(value) };
    return { value, text: null, score: undefined, at: `${path}.choicesMin`, words };
  });
}

function truthsIn({ element, path }: Element): Choice[] {
  return [
    truth(yes, element.labelTrue, `${path}.labelTrue`),
    truth(no, element.labelFalse, `${path}.labelFalse`),
  ];
}

function truth({ value, words }: typeof yes, text: unknown, at: string): Choice {
  return { value, text, score: undefined, at, words };
}

type Options = { options: KitOption[]; values: Map<string, string> };

function optionsOf({ into }: Element, choices: Choice[], most: number): Options | string {
  if (choices.length < 2) return 'has less than two choices of its own';
  if (choices.length > most) return `has more than ${most} choices`;
  const taken = new Set<string>();
  const values = new Map<string, string>();
  const options = choices.map(({ value, text, score, at, words }) => {
    const id = idOf(typeof value === 'object' ? '' : value, 'option', taken);
    values.set(String(value).trim().toLowerCase(), id);
    const name = typeof value === 'object' || value === undefined ? id : String(value).trim() || id;
    const otherwise = words ?? { en: cutTo(name, 200), es: cutTo(name, 200) };
    const label = wordsOf(text, { path: at, longest: 200, otherwise }, into);
    const points = wholeIn(score, -100, 100);
    return { id, label, ...(points !== null && { score: points }) };
  });
  return { options, values };
}

function rating(one: Element): Read {
  const { element, path, into } = one;
  const rates = arrayIn(element.rateValues);
  if (rates.length > 0)
    return single({ ...one, path: `${path}.rateValues` }, choicesIn({ ...one, element: { choices: rates } }));
  const from = Number(element.rateMin ?? 1);
  const to = Number(element.rateMax ?? (element.rateCount ? from + Number(element.rateCount) - 1 : 5));
  const step = Number(element.rateStep ?? 1);
  if (step !== 1 || to - from > 20) return numberFrom(one, from, to, step);
  if (wholeIn(from, -100, 100) === null || wholeIn(to, from + 1, 100) === null)
    return 'counts in no steps of 1';
  const labels = (['minRateDescription', 'maxRateDescription'] as const).map((key) => {
    const otherwise = { en: '', es: '' };
    const words = wordsOf(element[key], { path: `${path}.${key}`, longest: 80, otherwise }, into);
    return words.en === '' ? undefined : words;
  });
  const [from_label, to_label] = labels;
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
  return asked(
    one,
    { kind: 'scale', from, to, ...(from_label && { from_label }), ...(to_label && { to_label }) },
    new Map(numbers.map((number) => [number, number])),
  );
}

/** What a form of ours asks for itself, or never. */
const personal = ['email', 'password', 'tel'];

function text(one: Element): Read {
  const { element, path, into } = one;
  const type = String(element.inputType ?? 'text');
  if (personal.includes(type)) return `asks for personal data (${type}), which no question does here`;
  if (type === 'number' || type === 'range') return numberIn(one);
  if (type !== 'text')
    into.leftOut.push({ path: `${path}.inputType`, why: `${type} is asked for as a text` });
  return asked(one, { kind: 'short-text', longest: lengthIn(one, 200, 500) });
}

function numberIn(one: Element): Read {
  const { min, max, step } = one.element;
  const [from, to] = [min ?? 0, max ?? Number(min ?? 0) + 1000 * Number(step ?? 1)];
  for (const [key, value] of [
    ['min', from],
    ['max', to],
  ] as const) {
    if (one.element[key] === undefined) {
      one.into.leftOut.push({ path: `${one.path}.${key}`, why: `is missing: ${value} is taken` });
    }
  }
  return numberFrom(one, Number(from), Number(to), Number(step ?? 1));
}

function numberFrom(one: Element, min: number, max: number, step: number): Read {
  const fits = [min, max, step].every((amount) => Math.abs(amount) <= 1e9 && rounded(amount) === amount);
  const steps = (max - min) / step;
  const isCounted = fits && step > 0 && steps > 0 && Math.abs(steps - Math.round(steps)) < 1e-9;
  if (!isCounted) return 'has no whole number of steps from its least to its most';
  return steps > 1000 ? 'has more than 1000 steps' : asked(one, { kind: 'number', min, max, step });
}

/** SurveyJS has -1 and 0 for no limit. */
function lengthIn({ element, path, into }: Element, usual: number, most: number): number {
  const length = Number(element.maxLength ?? -1);
  if (!(length > 0)) return usual;
  if (length > most) into.leftOut.push({ path: `${path}.maxLength`, why: `is cut to ${most} characters` });
  return Math.min(Math.ceil(length), most);
}

function wholeIn(value: unknown, min: number, max: number): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : null;
}
