import { errorMessage, type FieldError } from '../../../web/components/field-errors.ts';
import type { Language } from '../../../web/language.ts';
import { conditionsCopy } from '../conditions/pages/copy.ts';
import { copy } from './copy.ts';

/** The same text on the page, in the summary and in the JSON API. */
export function errorText(language: Language, error: FieldError): string {
  const own: Record<string, Record<string, string>> = {
    ...copy[language].error,
    ...conditionsCopy[language].error,
  };
  const texts = Object.hasOwn(own, error.field) ? (own[error.field] ?? {}) : {};
  return Object.hasOwn(texts, error.code) ? (texts[error.code] ?? '') : errorMessage(language, error);
}

/** The first message about a field, or null. */
export function errorAt(language: Language, errors: FieldError[], field: string): string | null {
  const found = errors.find((error) => error.field === field);
  return found ? errorText(language, found) : null;
}
