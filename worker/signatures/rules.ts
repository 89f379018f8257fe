import type { SignatureState } from '../actions/account-rules.ts';
import { type ActionTerm, graceForConfirming, isOpenFor } from '../actions/rules.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { day } from '../platform/time/clock.ts';

export type SignatureReason =
  | 'same-person'
  | 'shared-inbox'
  | 'same-street'
  | 'never-confirmed'
  | 'struck-off'
  | 'decided-before'
  | 'found-same'
  | 'taken-back'
  | 'bounced';

/**
 * What distinguishes people on one action. Rules only compare each field for equality, so a fingerprint is enough.
 * `personKey` stands for the canonical address with the folded name.
 */
export type Identity = { personKey: string; zip: string };

/** A signature that counts and shares the candidate's inbox. */
export type Rival = { id: string; personKey: string; zip: string; inboxSlot: 1 | 2 };

type ByRivals =
  | { state: 'confirmed'; inboxSlot: 1 | 2 }
  | { state: 'duplicate'; reason: 'same-person' | 'shared-inbox' };

export type Verdict =
  | ByRivals
  | { state: 'flagged'; reason: 'decided-before'; inboxSlot: 1 | 2 }
  | { state: 'duplicate'; reason: 'found-same' };

/**
 * What an organizer decided about an earlier signature of the same person that its owner had confirmed, while it
 * stands: 'out' (struck off or set aside), or 'same' as somebody who signed from another inbox.
 */
export type Standing = 'out' | 'same';

/**
 * Decides who counts once. `rivals` are the counted signatures of the same inbox, without the candidate itself. The
 * same name at the same ZIP or street in another inbox decides nothing, because names can be common. A verdict is a
 * proposal: the database's unique indexes accept it or it is made again.
 */
export function judge(candidate: Identity, rivals: Rival[], ownSlot?: 1 | 2): ByRivals {
  if (rivals.some((rival) => rival.personKey === candidate.personKey)) {
    return { state: 'duplicate', reason: 'same-person' };
  }
  const [other, third] = rivals;
  if (third || (other && other.zip !== candidate.zip)) return { state: 'duplicate', reason: 'shared-inbox' };
  return { state: 'confirmed', inboxSlot: ownSlot ?? (other?.inboxSlot === 1 ? 2 : 1) };
}

/**
 * Whoever signs again after a decision about them does not count by that alone: it is set aside for an organizer's
 * second look.
 */
export function withStanding(verdict: ByRivals, standing: Standing | null): Verdict {
  if (verdict.state === 'duplicate' || standing === null) return verdict;
  if (standing === 'same') return { state: 'duplicate', reason: 'found-same' };
  return { ...verdict, state: 'flagged', reason: 'decided-before' };
}

export type ConfirmRefusal =
  | { reason: 'unknown' }
  | { reason: 'not-one-of' }
  | { reason: 'changed' }
  | { reason: 'several-wait' }
  | { reason: 'action-closed' }
  | { reason: 'withdrawn' }
  | { reason: 'invalidated' }
  | { reason: 'erased' }
  | { reason: 'link-replaced' };

/** Accepts confirmations up to one day after closing, because mail can be slow. */
export function mayConfirm(
  signature: { state: SignatureState; erasedAt: Date | null },
  action: ActionTerm,
  now: Date,
): Result<undefined, ConfirmRefusal> {
  if (signature.erasedAt) return err({ reason: 'erased' });
  if (signature.state === 'withdrawn') return err({ reason: 'withdrawn' });
  if (signature.state === 'invalidated') return err({ reason: 'invalidated' });
  if (signature.state !== 'unconfirmed') return ok();
  return isOpenFor(action, now, graceForConfirming) ? ok() : err({ reason: 'action-closed' });
}

/** A duplicate of another signature of the same person, whose own button was not pressed yet. */
export function isToAcknowledge(signature: {
  state: SignatureState;
  reason: SignatureReason | null;
  countedBy: string | null;
}): boolean {
  const { state, reason, countedBy } = signature;
  return state === 'duplicate' && reason === 'same-person' && countedBy === null;
}

/**
 * A signature that counts, or was set aside while it did, can be withdrawn. For all others the owner can only erase the
 * data, and the public state stays: a change would tell whoever made them that somebody acted on it.
 */
export function canWithdraw(state: SignatureState): boolean {
  return state === 'confirmed' || state === 'flagged';
}

/** A signature that does not count cannot be corrected, only made again. */
export function canCorrect(state: SignatureState): boolean {
  return state === 'unconfirmed' || state === 'confirmed' || state === 'flagged';
}

/** The most mails that one inbox gets about one action in 24 hours, whoever asks for them. */
export const mailsAnAddress = 5;
/**
 * Of these, the most that go to aliases of the inbox. Mail to an invented tag may bounce, and would otherwise use up
 * the cap before any mail arrives.
 */
export const mailsAnAlias = 3;

export const remindersAfter = [2 * day, 7 * day] as const;
export const erasedUnconfirmedAfter = 30 * day;

/** When an unconfirmed signature is next checked: two reminders, then its end. Checks are at least two days apart. */
export function nextLookAt(receivedAt: Date, reminders: number, now: Date): Date {
  const after = remindersAfter[reminders];
  if (after === undefined) return new Date(receivedAt.getTime() + erasedUnconfirmedAfter);
  const planned = receivedAt.getTime() + after;
  return new Date(reminders === 0 ? planned : Math.max(planned, now.getTime() + 2 * day));
}
