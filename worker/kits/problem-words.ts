import type { Language } from '../../web/language.ts';
import { problemCopy } from './problem-copy.ts';

/** What is wrong with a value of a kit, in the organizer's language. What is not known is told as it is. */
export function problemWords(message: string, language: Language): string {
  const found = problemCopy.find(({ pattern }) => new RegExp(pattern).test(message));
  const words = found?.[language];
  return found && words !== undefined
    ? message.replace(new RegExp(found.pattern), () => filled(words, found.pattern, message))
    : message;
}

function filled(words: string, pattern: string, message: string): string {
  const groups = new RegExp(pattern).exec(message) ?? [];
  return words.replace(/\$(\d)/g, (_, n) => groups[Number(n)] ?? '');
}
