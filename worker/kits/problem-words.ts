import type { Language } from '../../web/language.ts';
import { problemCopy, problemPatterns } from './problem-copy.ts';

/** What is wrong with a value of a kit, in the organizer's language. What is not known is told as it is. */
export function problemWords(message: string, language: Language): string {
  const place = problemPatterns.findIndex((pattern) => new RegExp(pattern).test(message));
  const words = problemCopy[language][place];
  if (words === undefined) return message;
  return message.replace(new RegExp(problemPatterns[place] ?? ''), (...groups) =>
    words.replace(/\$(\d)/g, (_, n) => groups[Number(n)] ?? ''),
  );
}
