import type { SignatureState } from '../actions/account-rules.ts';
import type { SignatureReason } from './rules.ts';

/** What an organizer can decide about a signature; each can be taken back. */
export type DecisionKind = 'struck-off' | 'set-aside' | 'same-person';

export type Effect = {
  /** Only what is in one of these states can be decided so. */
  from: readonly SignatureState[];
  to: SignatureState;
  reason: SignatureReason | null;
};

/**
 * A duplicate counts already where its person counts, so there is nothing to strike off. What was withdrawn is its
 * owner's word.
 */
export const effects: Record<DecisionKind, Effect> = {
  'struck-off': { from: ['unconfirmed', 'confirmed', 'flagged'], to: 'invalidated', reason: 'struck-off' },
  'set-aside': { from: ['confirmed'], to: 'flagged', reason: null },
  'same-person': { from: ['confirmed', 'flagged'], to: 'duplicate', reason: 'found-same' },
};

export function canDecide(kind: DecisionKind, state: SignatureState): boolean {
  return effects[kind].from.includes(state);
}

/** Which kind of decision a state can come from. */
export function decisionBehind(state: SignatureState): DecisionKind | null {
  if (state === 'invalidated') return 'struck-off';
  if (state === 'flagged') return 'set-aside';
  return state === 'duplicate' ? 'same-person' : null;
}

/** Enough of an id to name a signature by. */
const codeLength = 8;

export function codeOf(id: string): string {
  return id.slice(0, codeLength);
}
