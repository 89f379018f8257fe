import type { SignatureState } from '../actions/account-rules.ts';
import type { SignatureReason } from './rules.ts';

/** What an organizer can decide about a signature. Each decision can be undone. */
export type DecisionKind = 'struck-off' | 'set-aside' | 'same-person';

export type Effect = {
  /** The decision applies only to these states. */
  from: readonly SignatureState[];
  to: SignatureState;
  reason: SignatureReason | null;
};

/** A duplicate does not count by itself, so there is nothing to strike off. Withdrawing is the owner's own decision. */
export const effects: Record<DecisionKind, Effect> = {
  'struck-off': { from: ['unconfirmed', 'confirmed', 'flagged'], to: 'invalidated', reason: 'struck-off' },
  'set-aside': { from: ['confirmed'], to: 'flagged', reason: null },
  'same-person': { from: ['confirmed', 'flagged'], to: 'duplicate', reason: 'found-same' },
};

export function canDecide(kind: DecisionKind, state: SignatureState): boolean {
  return effects[kind].from.includes(state);
}

/** The kind of decision that leads to a state. */
export function decisionBehind(state: SignatureState): DecisionKind | null {
  if (state === 'invalidated') return 'struck-off';
  if (state === 'flagged') return 'set-aside';
  return state === 'duplicate' ? 'same-person' : null;
}

/** Enough of an id to name a signature. */
const codeLength = 8;

export function codeOf(id: string): string {
  return id.slice(0, codeLength);
}
