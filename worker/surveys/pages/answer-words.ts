import type { Language } from '../../../web/language.ts';

const lists = {
  en: new Intl.ListFormat('en-US', { type: 'disjunction' }),
  es: new Intl.ListFormat('es-US', { type: 'disjunction' }),
};

/** “Yes”, “Maybe” or “No”. */
export function quotedList(labels: string[], language: Language): string {
  return lists[language].format(labels.map((label) => quoted(label, language)));
}

export function quoted(text: string, language: Language): string {
  return language === 'es' ? `«${text}»` : `“${text}”`;
}
