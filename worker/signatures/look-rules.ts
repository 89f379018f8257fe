import type { LookPolicy } from '../campaigns/rules.ts';
import { lengthOf } from '../platform/text/text-rules.ts';

/** What an organizer has decided about a name or a comment that its owner wants to show. */
export type Look = 'waiting' | 'shown' | 'hidden';

/** A name or a comment and what is public of it: `text`. */
export type PublicWord = { look: Look | null; text: string | null };

/** In characters. Longer texts wait for a decision even if the campaign shows names and comments at once. */
export const longestAtOnce = { name: 60, comment: 300 };

const link = /:\/\/|\bwww\b|@|[\p{L}\p{N}]\.\p{L}{2,}/iu;
const digit = /\p{N}/u;

/** `wanted` is what its owner wants to show; empty if nothing. */
export function publicWord(wanted: string, kind: keyof typeof longestAtOnce, policy: LookPolicy): PublicWord {
  if (wanted === '') return { look: null, text: null };
  if (policy === 'at-once' && !isHeldBack(wanted, longestAtOnce[kind]))
    return { look: 'shown', text: wanted };
  return { look: 'waiting', text: null };
}

/** Links, numbers and long texts are typical of spam and of insults in a name. */
export function isHeldBack(text: string, longest: number): boolean {
  const folded = text.normalize('NFKC').replaceAll('。', '.');
  return digit.test(folded) || link.test(folded) || lengthOf(text) > longest;
}

/** A name or a comment as it is now: what its owner wrote, and the decision about it. */
export type StandingWord = { wanted: string; look: Look | null };

/**
 * Null if nothing changes. A change waits for a decision again, even if the campaign shows names at once. Otherwise
 * somebody could remove a text that an organizer has hidden and add it again.
 */
export function changedWord(
  before: StandingWord,
  wanted: string,
  kind: keyof typeof longestAtOnce,
  { policy, isConfirmed }: { policy: LookPolicy; isConfirmed: boolean },
): PublicWord | null {
  if (before.wanted === wanted && (wanted === '' || before.look !== null)) return null;
  return publicWord(wanted, kind, isConfirmed ? 'after-a-look' : policy);
}
