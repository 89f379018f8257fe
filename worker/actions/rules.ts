import type { Text } from '../places/rules.ts';
import { day } from '../platform/time/clock.ts';

export const actionStates = ['draft', 'submitted', 'open', 'closed', 'rejected', 'removed'] as const;
export type ActionState = (typeof actionStates)[number];

/** Such as "petition" or "survey": the name of a kind that a feature defines. */
export type ActionKind = string;

/** Where the pages of a kind are, in addresses. */
export function folderOf(kind: ActionKind): string {
  return `${kind}s`;
}

/** Where its page is. */
export function pathOf({ kind, slug }: { kind: ActionKind; slug: string }): string {
  return `/${folderOf(kind)}/${slug}`;
}

/** What decides whether an action takes signatures. */
export type ActionTerm = {
  state: ActionState;
  opensAt: Date;
  closesAt: Date | null;
  closedAt: Date | null;
};

/** Mail can be slow, so a confirmation that is late by up to a day still counts. */
export const graceForConfirming = day;

/** Open by its dates too, because the job that closes it may run late. */
export function isOpen(action: ActionTerm, now: Date): boolean {
  return isOpenFor(action, now, 0);
}

/** `grace` is in milliseconds and covers an action that has closed, never one that was rejected or removed. */
export function isOpenFor(action: ActionTerm, now: Date, grace: number): boolean {
  if (action.state !== 'open' && action.state !== 'closed') return false;
  const end = endOfTerm(action);
  return action.opensAt <= now && (end === null || now.getTime() < end.getTime() + grace);
}

/** Drafts and submissions are not public yet. All others have a page, which says what became of them. */
export function isPublic(state: ActionState): boolean {
  return state !== 'draft' && state !== 'submitted';
}

/** Public and not removed: the page of a removed action only says that it was removed. */
export function isShown(state: ActionState): boolean {
  return isPublic(state) && state !== 'removed';
}

/** Listed among the actions of a campaign: open or closed. */
export function isListed(state: ActionState): boolean {
  return state === 'open' || state === 'closed';
}

/** The state that a page shows: "upcoming" is an open action whose opening date is in the future. */
export function shownState(action: ActionTerm, now: Date) {
  if (action.state === 'rejected' || action.state === 'removed') return action.state;
  if (action.opensAt > now) return 'upcoming';
  return isOpen(action, now) ? 'open' : 'closed';
}

/** A text of an action, with what was changed in it. */
export type TextVersion = {
  version: number;
  madeAt: Date;
  /** SHA-256 in hex, of its title, ask and body. */
  hash: string;
  /** In the word of the campaign's organizers; null where they did not say. */
  change: 'spelling' | 'meaning' | null;
  note: Text | null;
};

/** The latest change of the text, with the text before it; null if nothing has changed since people signed. */
export function latestChange(texts: TextVersion[]): { shown: TextVersion; earlier: TextVersion } | null {
  const [shown, earlier] = [texts.at(-1), texts.at(-2)];
  return shown && earlier ? { shown, earlier } : null;
}

/** The version that a form showed at that time; the first version for a time before all of them. */
export function textShownAt(texts: TextVersion[], at: Date): number {
  const shown = texts.findLast(({ madeAt }) => madeAt <= at) ?? texts[0];
  if (!shown) throw new Error('an action without a text');
  return shown.version;
}

export type Threshold = { signatures: number; reachedAt: Date | null };

/** The lowest threshold above the count, or null when the last one has been passed. */
export function nextThreshold<T extends Threshold>(thresholds: T[], confirmed: number): T | null {
  return thresholds.find((threshold) => threshold.signatures > confirmed) ?? null;
}

/** Its closing date, or the time it was closed if that was earlier; null if it has no end. */
export function endOfTerm({ closesAt, closedAt }: Pick<ActionTerm, 'closesAt' | 'closedAt'>): Date | null {
  if (closesAt === null || closedAt === null) return closesAt ?? closedAt;
  return closesAt < closedAt ? closesAt : closedAt;
}
