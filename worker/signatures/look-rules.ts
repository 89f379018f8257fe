import type { Campaign } from '../campaigns/rules.ts';
import type { Look } from '../moderation/look-rules.ts';
import { marksOf } from '../moderation/mark-rules.ts';

export type WordKind = 'name' | 'comment';

/** A name or a comment and what is public of it: `text`. */
export type PublicWord = { look: Look | null; text: string | null };

/** What a campaign says about what is shown without a look. */
export type LookRules = Pick<Campaign, 'looks' | 'heldWords'>;

export const wordShapes = { name: 'name', comment: 'sentence' } as const;

/** `wanted` is what its owner wants to show; empty if nothing. */
export function publicWord(wanted: string, kind: WordKind, { looks, heldWords }: LookRules): PublicWord {
  if (wanted === '') return { look: null, text: null };
  const held = marksOf(wanted, { shape: wordShapes[kind], heldWords });
  if (looks === 'at-once' && held.length === 0) return { look: 'shown', text: wanted };
  return { look: 'waiting', text: null };
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
  kind: WordKind,
  { rules, isConfirmed }: { rules: LookRules; isConfirmed: boolean },
): PublicWord | null {
  if (before.wanted === wanted && (wanted === '' || before.look !== null)) return null;
  return publicWord(wanted, kind, isConfirmed ? { ...rules, looks: 'after-a-look' } : rules);
}
