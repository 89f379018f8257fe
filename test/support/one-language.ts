import type { Language } from '../../web/language.ts';

/** A kit in only one language, with plain strings as texts. */
export function inOneLanguage<Kit extends object>(kit: Kit, language: Language) {
  return { languages: [language], ...(plain(kit, language) as Kit) };
}

function plain(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((one) => plain(one, language));
  if (typeof value !== 'object' || value === null) return value;
  if ('en' in value && 'es' in value) return value[language];
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part, language)]));
}
