import type { LookPolicy } from '../campaigns/rules.ts';
import { lengthOf, withoutUnseen } from '../platform/text/text-rules.ts';

/** What an organizer has decided about a name or a comment that its owner wants to show. */
export type Look = 'waiting' | 'shown' | 'hidden';

/** A name or a comment and what is public of it: `text`. */
export type PublicWord = { look: Look | null; text: string | null };

/** In characters. Longer texts wait for a decision even if the campaign shows names and comments at once. */
export const longestAtOnce = { name: 60, comment: 300 };

/** A period or a colon that is followed by a letter, and what else makes a link or an address. */
const link = /:\S|\/\/|\bwww\b|\.\p{L}{2,}/iu;
/** More marks in a row than any language writes on a letter cover the lines around it. */
const pile = /\p{M}{3,}/u;
/** Letters and ordinary punctuation. Numbers, symbols and look-alikes of a period are not among them. */
const usual = {
  name: /^[\p{L}\p{M}\s.,'’‘`´"“”()‐‑–—-]*$/u,
  comment: /^[\p{L}\p{M}\s.,'’‘`´"“”()‐‑–—;:!?¿¡…«»&%$/*-]*$/u,
};

/** `wanted` is what its owner wants to show; empty if nothing. */
export function publicWord(wanted: string, kind: keyof typeof longestAtOnce, policy: LookPolicy): PublicWord {
  if (wanted === '') return { look: null, text: null };
  if (policy === 'at-once' && !isHeldBack(wanted, kind)) return { look: 'shown', text: wanted };
  return { look: 'waiting', text: null };
}

/**
 * Links, numbers and long texts are typical of spam and of insults in a name. They can be hidden by invisible or
 * unusual characters, so everything unusual waits. The folded text is looked at too, because one character can stand
 * for a whole sentence.
 */
export function isHeldBack(text: string, kind: keyof typeof longestAtOnce): boolean {
  const folded = text.normalize('NFKC');
  const solid = folded.replace(/[ \n]/g, '');
  return (
    withoutUnseen(solid) !== solid ||
    !usual[kind].test(text) ||
    !usual[kind].test(folded) ||
    link.test(folded) ||
    pile.test(folded) ||
    lengthOf(folded) > longestAtOnce[kind]
  );
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
