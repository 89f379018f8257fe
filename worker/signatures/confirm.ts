import type { SignatureState } from '../actions/account-rules.ts';
import type { ActionContext } from '../actions/context.ts';
import { graceForConfirming, isOpenFor } from '../actions/rules.ts';
import { placeOf } from '../places/rules.ts';
import type { CommitRefusal, Stored } from '../platform/commit/writes.ts';
import { hex } from '../platform/crypto/bytes.ts';
import { randomBytes } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { cityTimeOf } from './city-time.ts';
import { doOthersWait } from './inbox-store.ts';
import type { Press } from './judge-round.ts';
import type { ConfirmRefusal } from './rules.ts';
import { findSignature } from './store.ts';
import { commitSignature } from './writes.ts';

export type Confirmed = { state: SignatureState; reason: string | null };

/** Each new attempt sees the confirmation that the one before collided with, so running out of attempts is a bug. */
const attempts = 8;

/**
 * Makes a signature count, or says why it does not. It reads nothing: the intake reads for all presses of a round,
 * judges them, and saves the verdicts against unique indexes. If another confirmation got in between, the press is
 * judged again. Confirming twice changes nothing. Confirming a duplicate records that it was the same person.
 * `replaces` is the counted signature of the same inbox that this one corrects, if its owner says so. `shown` is the
 * version of what the owner saw. If the row has changed since, nothing counts. A press without `shown` counts only if
 * no other form waits for the inbox.
 */
export async function confirm(
  deps: Deps,
  {
    id,
    inboxKey,
    linkGeneration = 1,
    context,
  }: { id: string; inboxKey: string | null; linkGeneration?: number; context: ActionContext },
  {
    shown,
    district,
    replaces,
    now,
  }: { shown: string | null; district: string; replaces: string | null; now: Date },
): Promise<Result<Confirmed, ConfirmRefusal | CommitRefusal>> {
  const place = await placeChosen(deps, { id, context }, district);
  if (!place.ok) return place;
  const isInTime = isOpenFor(context.action, now, graceForConfirming);
  const cityTime = cityTimeOf(context.city.timeZone, now);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const press = { id, shown, linkGeneration, isInTime, place: place.value, replaces };
    const data = { ...press, receipt: hex(randomBytes(16)), cityTime };
    const whose = { actionId: context.action.id, inboxKey };
    const pressed = await commitSignature(deps.commit, whose, { kind: 'confirm', ref: id, data });
    if (!pressed.ok) return pressed;
    const outcome = outcomeOf(pressed.value, { isInTime, shown, linkGeneration });
    if (outcome !== 'overtaken') return outcome;
    if (shown === null && (await doOthersWait(deps.db, id))) return err({ reason: 'several-wait' });
  }
  throw new Error('a signature would not settle');
}

/** If the ZIP does not settle the district, the owner may name it on the confirm page. */
async function placeChosen(
  { db }: Deps,
  { id, context }: { id: string; context: ActionContext },
  district: string,
): Promise<Result<string | null, ConfirmRefusal>> {
  if (district === '') return ok(null);
  const signature = await findSignature(db, id);
  if (!signature) return err({ reason: 'unknown' });
  // The district does not matter for a settled signature.
  if (signature.state !== 'unconfirmed') return ok(null);
  const place = placeOf(signature.zip ?? '', district, context.city);
  return place.ok ? ok(place.value) : err({ reason: 'not-one-of' });
}

function outcomeOf(
  stored: Stored,
  { isInTime, shown, linkGeneration }: Pick<Press, 'isInTime' | 'shown' | 'linkGeneration'>,
): Result<Confirmed, ConfirmRefusal> | 'overtaken' {
  if (!stored) return err({ reason: 'unknown' });
  if (!stored.contentVersion) return err({ reason: 'erased' });
  if (stored.linkGeneration !== linkGeneration) return err({ reason: 'link-replaced' });
  const state = stored.state as SignatureState;
  if (state === 'withdrawn' || state === 'invalidated') return err({ reason: state });
  if (state !== 'unconfirmed') return ok({ state, reason: stored.reason });
  if (!isInTime) return err({ reason: 'action-closed' });
  return shown === null || shown === stored.contentVersion ? 'overtaken' : err({ reason: 'changed' });
}
