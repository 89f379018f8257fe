import type { Language } from '../../web/language.ts';

/** "English and Spanish", of codes of BCP 47; null for none. */
export function languageNames(codes: readonly string[], language: Language): string | null {
  if (codes.length === 0) return null;
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return list.format(codes.map((code) => names.of(code) ?? code));
}
