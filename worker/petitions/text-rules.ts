import { pathOf, type TextVersion } from '../actions/rules.ts';

/** The address of an earlier text of a petition. */
export function textPath(action: { kind: string; slug: string }, version: number): string {
  return `${pathOf(action)}/texts/${version}`;
}

/** The latest change of the text, with the text before it; null if nothing has changed since people signed. */
export function latestChange(texts: TextVersion[]): { shown: TextVersion; earlier: TextVersion } | null {
  const [shown, earlier] = [texts.at(-1), texts.at(-2)];
  return shown && earlier ? { shown, earlier } : null;
}
