import type { Language } from '../language.ts';
import type { SummaryLine } from './error-summary.tsx';
import { errorCopy } from './field-error-copy.ts';

/** A mistake that a person can correct. Unknown fields and codes get a general sentence. */
export type FieldError = { field: string; code: string };

/** The same text is used on the page, in the summary and in the JSON API. */
export function errorMessage(language: Language, { field, code }: FieldError): string {
  const catalogue: Record<string, Record<string, string>> = errorCopy[language];
  return (
    ownValue(ownValue(catalogue, field), code) ??
    ownValue(catalogue.any, code) ??
    errorCopy[language].any.other
  );
}

function ownValue<T>(record: Record<string, T> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The first message about a field, or null. */
export function errorOf(language: Language, errors: FieldError[], field: string): string | null {
  const found = errors.find((error) => error.field === field);
  return found ? errorMessage(language, found) : null;
}

/** Each line links to its field if the page shows it, and otherwise to the form. */
export function summaryOf(
  language: Language,
  errors: FieldError[],
  shown: string[],
  form: string,
): SummaryLine[] {
  return errors.map((error) => ({
    href: `#${shown.includes(error.field) ? error.field : form}`,
    text: errorMessage(language, error),
  }));
}
