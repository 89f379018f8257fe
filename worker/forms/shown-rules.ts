import type { Language } from '../../web/language.ts';
import {
  type Around,
  type Field,
  type FieldOf,
  isPart,
  type Option,
  optionsOf,
  valueIn,
} from '../kits/form-rules.ts';

/**
 * A value as the form shows it and sends it back. What comes back as it was shown has not been changed, and keeps its
 * value in the kit, also one of a wrong type.
 */
export function shownLine(value: unknown): string {
  if (value === undefined || value === null) return '';
  return withoutReturns(typeof value === 'object' ? JSON.stringify(value) : String(value)).replaceAll(
    '\n',
    ' ',
  );
}

export function shownLines(value: unknown): string {
  if (value === undefined || value === null) return '';
  return withoutReturns(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** A form sends every line break as two characters. */
export function withoutReturns(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
}

/** A plain text stands under the first language. */
export function shownText(
  field: FieldOf<'text'>,
  value: unknown,
  spoken: readonly Language[],
): Map<Language, string> {
  const shown = field.rows ? shownLines : shownLine;
  return new Map(
    spoken.map((language, i) => [
      language,
      isPart(value) ? shown(valueIn(value, language)) : i === 0 ? shown(value) : '',
    ]),
  );
}

export function shownChoice({ standard }: FieldOf<'choice'>, value: unknown): string {
  return value === undefined ? (standard ?? '') : shownLine(value);
}

/** With what the kit says, where that is none of them. */
export function choicesOf(field: FieldOf<'choice'>, around: Around, group: unknown): readonly Option[] {
  const options = optionsOf(field, around, group);
  const shown = shownChoice(field, valueIn(group, field.key));
  return options.some(({ value }) => value === shown) || shown === ''
    ? options
    : [...options, { value: shown, label: { en: shown, es: shown } }];
}

export function shownTick({ standard }: FieldOf<'tick'>, value: unknown): boolean {
  return value === undefined ? (standard ?? false) : value === true;
}

export function shownSeveral({ standard }: FieldOf<'several'>, value: unknown): string[] {
  if (value === undefined) return [...(standard ?? [])];
  return Array.isArray(value) ? value.map(shownLine) : [shownLine(value)];
}

export function severalOf(field: FieldOf<'several'>, around: Around, group: unknown): readonly Option[] {
  const options = optionsOf(field, around, group);
  const strange = shownSeveral(field, valueIn(group, field.key)).filter(
    (one) => one !== '' && !options.some(({ value }) => value === one),
  );
  return [...options, ...[...new Set(strange)].map((value) => ({ value, label: { en: value, es: value } }))];
}

/** The field for a value that is none of the options of a choice. */
export function typedName(choice: string): string {
  return `${choice}.typed`;
}

export function nameIn(prefix: string, { key }: Pick<Field, 'key'>): string {
  if (key === '') return prefix;
  return prefix === '' ? key : `${prefix}.${key}`;
}
