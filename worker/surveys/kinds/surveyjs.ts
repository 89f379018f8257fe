import type { Text } from '../../../web/language.ts';
import { rounded } from '../../platform/step-rules.ts';
import {
  arrayIn,
  type Import,
  idOf,
  isJson,
  type Json,
  nameFor,
  type Words,
  wordsOf,
} from '../surveyjs/text-rules.ts';
import { mostOptions } from './schemas.ts';

/** A SurveyJS question that is being imported. */
export type SurveyJsElement = { element: Json; path: string; into: Import };

/**
 * The kit's fields of its kind, and the names of its answers in SurveyJS, in lower case, for conditions.
 * A text says why it cannot be imported.
 */
export type SurveyJsRead =
  | { own: { kind: string } & Record<string, unknown>; values?: Map<string, string> }
  | string;

export type SurveyJsReader = (one: SurveyJsElement) => SurveyJsRead;

/** `lost` lists what SurveyJS has no place for, by path below the question. */
export type SurveyJsWritten = { element: Json; lost?: { at: string; why: string }[] };

/** Both languages, as SurveyJS writes them. */
export function surveyJsWords({ en, es }: Text): string | Json {
  return en === es ? en : { default: en, es };
}

export function wholeIn(value: unknown, min: number, max: number): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : null;
}

/** In SurveyJS, -1 and 0 mean no limit. */
export function lengthIn({ element, path, into }: SurveyJsElement, usual: number, most: number): number {
  const length = Number(element.maxLength ?? -1);
  if (!(length > 0)) return usual;
  if (length > most) into.leftOut.push({ path: `${path}.maxLength`, why: `is cut to ${most} characters` });
  return Math.min(Math.ceil(length), most);
}

/** SurveyJS's names of them, which it also stores. */
const yes = { value: 'true', words: { en: 'Yes', es: 'Sí' } };
const no = { value: 'false', words: { en: 'No', es: 'No' } };
const none = { value: 'none', words: { en: 'None', es: 'Ninguna' } };

export type SurveyJsChoice = { value: unknown; text: unknown; score: unknown; at: string; words?: Words };

export const choiceKeys = [
  'choices',
  'showNoneItem',
  'hasNone',
  'noneText',
  'choicesMin',
  'choicesMax',
  'choicesStep',
];

export function choicesIn({ element, path, into }: SurveyJsElement): SurveyJsChoice[] {
  const choices = arrayIn(element.choices).map((choice, i): SurveyJsChoice => {
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
function countedChoices({ choicesMin, choicesMax, choicesStep }: Json, path: string): SurveyJsChoice[] {
  const [min, max, step] = [choicesMin, choicesMax, choicesStep ?? 1].map(Number) as [number, number, number];
  if (!(max > min && step > 0)) return [];
  const count = Math.min(Math.floor((max - min) / step) + 1, mostOptions + 1);
  return Array.from({ length: count }, (_, i) => {
    const value = rounded(min + i * step);
    const words = { en: String(value), es: String(value) };
    return { value, text: null, score: undefined, at: `${path}.choicesMin`, words };
  });
}

export function truthsIn({ element, path }: SurveyJsElement): SurveyJsChoice[] {
  return [
    truth(yes, element.labelTrue, `${path}.labelTrue`),
    truth(no, element.labelFalse, `${path}.labelFalse`),
  ];
}

function truth({ value, words }: typeof yes, text: unknown, at: string): SurveyJsChoice {
  return { value, text, score: undefined, at, words };
}

type KitOption = { id: string; label: Words; score?: number };
type Options = { options: KitOption[]; values: Map<string, string> };

/** A kit's options; a text says why there are none. */
export function optionsOf(
  { into }: SurveyJsElement,
  choices: SurveyJsChoice[],
  most: number,
): Options | string {
  if (choices.length < 2) return 'has less than two choices of its own';
  if (choices.length > most) return `has more than ${most} choices`;
  const taken = new Set<string>();
  const values = new Map<string, string>();
  const options = choices.map(({ value, text, score, at, words }) => {
    const id = idOf(typeof value === 'object' ? '' : value, 'option', taken);
    values.set(String(value).trim().toLowerCase(), id);
    const name = typeof value === 'object' || value === undefined ? id : nameFor(String(value), 200) || id;
    const otherwise = words ?? { en: name, es: name };
    const label = wordsOf(text, { path: at, longest: 200, otherwise }, into);
    const points = wholeIn(score, -100, 100);
    return { id, label, ...(points !== null && { score: points }) };
  });
  return { options, values };
}
