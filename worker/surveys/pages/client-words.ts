import type { Language } from '../../../web/language.ts';
import { copy } from './copy.ts';

/** The texts of the script, with unfilled placeholders: "{amount} left to assign". */
export function clientWords(language: Language): Record<string, string> {
  const { kept, changed, removed } = copy[language].suggestion;
  return { ...copy[language].live, kept, changed, removed };
}
