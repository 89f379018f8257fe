import { err, ok, type Result } from '../platform/result.ts';
import { isPlain, isVisible, lengthOf, tidyLine } from '../platform/text/text-rules.ts';

export const longestName = 100;
export type NameProblem = 'missing' | 'too-long' | 'bad-characters';

/** The name on a certificate, as somebody typed it. */
export function parseName(typed: string): Result<string, NameProblem> {
  const name = tidyLine(typed);
  if (name === '') return err('missing');
  if (!isPlain(name) || !isVisible(name)) return err('bad-characters');
  return lengthOf(name) > longestName ? err('too-long') : ok(name);
}
