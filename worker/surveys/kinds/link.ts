import type { Language, Text } from '../../../web/language.ts';
import { err, ok, type Result } from '../../platform/result.ts';

export type LinkWording = {
  language: Language;
  /** An option in the words of the survey that the answer goes to, where they are known. */
  option?: (id: string) => string | undefined;
  /** Names of the districts by their codes. */
  districts?: Record<string, string> | undefined;
};

/** What a kit says of one of our questions in the other survey; whichever of it the tool needs. */
export type LinkField = {
  /** Their question's words, for the copy sheet. */
  text?: Text | undefined;
  /** Our options by id (of a scale: its numbers), as their survey writes them. */
  options?: Record<string, string> | undefined;
  /** Our lines or ranked options by id, each with a field of its own there. */
  parts?: Record<string, string> | undefined;
  /** What it is called there. */
  field?: string | undefined;
  entry?: string | undefined;
  part?: string | undefined;
  /** Whether it has an "Other" line. */
  other?: boolean | undefined;
};

/** Why a link does not say an answer. */
export type LinkProblem = 'no-option' | 'not-by-link' | 'own-words' | 'personal';

/** What the fields of another survey take of an answer, in its words. `other` is what its own "Other" line takes. */
export type LinkValues =
  | { kind: 'one'; value: string; other: string | null; isText: boolean }
  | { kind: 'several'; values: string[]; other: string | null }
  /** From the first place on. */
  | { kind: 'ranked'; values: string[] }
  /** A value for each of several fields. */
  | { kind: 'parts'; parts: [name: string, value: string][] };

export type LinkAnswer = Result<LinkValues, LinkProblem>;

export function oneValue(value: string, other: string | null = null): LinkAnswer {
  return ok({ kind: 'one', value, other, isText: false });
}

/** A number needs no option; where there are some, it is one of them. */
export function numberValue(value: string, { options }: LinkField): LinkAnswer {
  return options ? mappedValue(value, options) : oneValue(value);
}

export function mappedValue(id: string, options: LinkField['options']): LinkAnswer {
  const value = mapped(options, id);
  return value === undefined ? err('no-option') : oneValue(value);
}

/** A number for each of several fields. */
export function partValues(
  given: (readonly [id: string, value: number])[],
  { parts }: LinkField,
): LinkAnswer {
  if (!parts) return err('not-by-link');
  const named = given.flatMap(([id, value]) => {
    const name = mapped(parts, id);
    return name === undefined ? [] : [[name, String(value)] as [string, string]];
  });
  return named.length === given.length ? ok({ kind: 'parts', parts: named }) : err('no-option');
}

/** Who writes an address, a telephone number or the like into a text would not want it in a browser's history. */
const personal = /\S@\S|(\d[\s().-]*){7}/;

/** A day written in digits, or two years: as long as a telephone number, and no secret. */
const dates =
  /(?<![\d-])((19|20)\d\d([-./])(0?[1-9]|1[0-2])\3(0?[1-9]|[12]\d|3[01])|(0?[1-9]|[12]\d|3[01])([-./])(0?[1-9]|[12]\d|3[01])\7(19|20)\d\d|(19|20)\d\d\s?[-\u2013]\s?(19|20)\d\d)(?![\d-])/g;

export function textValue(value: string): LinkAnswer {
  return personal.test(value.replace(dates, ', '))
    ? err('personal')
    : ok({ kind: 'one', value, other: null, isText: true });
}

export function mapped(options: Record<string, string> | undefined, id: string): string | undefined {
  return options && Object.hasOwn(options, id) ? options[id] : undefined;
}
