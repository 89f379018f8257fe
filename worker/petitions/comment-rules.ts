import { type ActionKind, pathOf } from '../actions/rules.ts';

/** Where all comments on a petition are. */
export function commentsPath(action: { kind: ActionKind; slug: string }): string {
  return `${pathOf(action)}/comments`;
}

export const commentsOnPage = 20;
