import type { Language, Text } from '../../../web/language.ts';
import { err, ok, type Result } from '../../platform/result.ts';

export type LinkWording = {
  language: Language;
  /** An option in the words of the target survey, if they are known. */
  option?: (id: string) => string | undefined;
  /** Names of the districts by their codes. */
  districts?: Record<string, string> | undefined;
};

/** What a kit says about one of our questions in the target survey, as far as the tool needs it. */
export type LinkField = {
  /** The wording of their question, for the copy sheet. */
  text?: Text | undefined;
  /** Our options by id (of a scale: its numbers), as their survey writes them. */
  options?: Record<string, string> | undefined;
  /** Our lines or ranked options by id, each with its own field there. */
  parts?: Record<string, string> | undefined;
  /** Its name there. */
  field?: string | undefined;
  entry?: string | undefined;
  part?: string | undefined;
  /** Whether it has an "Other" line. */
  other?: boolean | undefined;
};

/** Why a link does not carry an answer. */
export type LinkProblem = 'no-option' | 'not-by-link' | 'own-words' | 'personal';

/** An answer in the terms of the target survey's fields. `other` goes into its "Other" line. */
export type LinkValues =
  | { kind: 'one'; value: string; other: string | null; isText: boolean }
  | { kind: 'several'; values: string[]; other: string | null }
  /** In order, from the first place. */
  | { kind: 'ranked'; values: string[] }
  /** A value for each of several fields. */
  | { kind: 'parts'; parts: [name: string, value: string][] };

export type LinkAnswer = Result<LinkValues, LinkProblem>;

export function oneValue(value: string, other: string | null = null): LinkAnswer {
  return ok({ kind: 'one', value, other, isText: false });
}

/** A number needs no option; if there are options, it is one of them. */
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

/** A text may contain an address or a telephone number, which should not be in a browser's history. */
const personal = /\S@\S|(\d[\s().-]*){7}/;

/** Dates in digits and two years look like telephone numbers but are not private. */
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
