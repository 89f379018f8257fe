import type { Language } from '../language.ts';
import { strikeCopy } from './strike-copy.ts';

/** A code that is not known, of a later version, is "another reason". */
export function strikeWords(code: string, language: Language): string {
  const words: Record<string, string> = strikeCopy[language];
  return words[code] ?? strikeCopy[language].other;
}
