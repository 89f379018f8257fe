import { pathOf } from '../actions/rules.ts';

/** The address of an earlier text of a petition. */
export function textPath(action: { kind: string; slug: string }, version: number): string {
  return `${pathOf(action)}/texts/${version}`;
}
