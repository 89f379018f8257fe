import type { Language } from '../../../web/language.ts';

const names = new Map<Language, Intl.DisplayNames>();

/** "Spanish", "español". */
export function languageName(code: string, language: Language): string {
  const known = names.get(language) ?? new Intl.DisplayNames(language, { type: 'language' });
  names.set(language, known);
  return known.of(code) ?? code;
}
