import { ok } from '../../platform/result.ts';
import { isPlain, isVisible, lengthOf } from '../../platform/text/text-rules.ts';
import type { AnswerProblem, ReadAnswer } from './kind.ts';
import { problem } from './reading.ts';

/** A text that shows nothing counts as no answer. */
export function readText(tidy: (typed: string) => string, longest: number, typed: string): ReadAnswer {
  const text = tidy(typed);
  if (!typed.isWellFormed() || !isPlain(text)) return problem('bad-characters');
  if (!isVisible(text)) return ok(null);
  const length = lengthOf(text);
  return length > longest ? problem('too-long', { longest, length }) : ok(text);
}

export function textRefusal({ longest }: { longest: number }, { code }: AnswerProblem): string {
  return code === 'too-long' ? `must not be longer than ${longest} characters` : 'must be a text';
}

/** For a text, only the number of people who answered is counted. */
export const nothingCounted = {
  measures: () => [],
  parts: () => [],
  has: () => false,
};

export const asksWhereSomebodyLives = 'asks where somebody lives: no answer can be given for them';
