import type { SignatureState } from '../actions/account-rules.ts';
import type { ActionContext } from '../actions/context.ts';
import { placeOf } from '../places/rules.ts';
import type { CommitRefusal } from '../platform/commit/writes.ts';
import { hex } from '../platform/crypto/bytes.ts';
import { randomBytes } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { cityTimeOf } from './city-time.ts';
import { type ConfirmRefusal, isToAcknowledge, judge, mayConfirm } from './rules.ts';
import {
  contentVersionOf,
  findSignatureWithRivals,
  type Signature,
  type SignatureWithRivals,
} from './store.ts';
import { commitSignature } from './writes.ts';

export type Confirmed = { state: SignatureState; reason: string | null };

/** A second attempt sees the confirmation that the first collided with, so running out of attempts is a bug. */
const attempts = 8;

/**
 * Makes a signature count, or says why it does not. The verdict is made from what was read and saved against unique
 * indexes. If another confirmation got in between, it is made again. Confirming twice changes nothing. Confirming a
 * duplicate records that it was the same person.
 */
export async function confirm(
  deps: Deps,
  { id, context, first = null }: { id: string; context: ActionContext; first?: SignatureWithRivals | null },
  { district, now }: { district: string; now: Date },
): Promise<Result<Confirmed, ConfirmRefusal | CommitRefusal>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = attempt === 0 && first ? first : await findSignatureWithRivals(deps.db, id);
    if (!found) return err({ reason: 'unknown' });
    const settled = await settle(deps, { ...found, context }, { district, now });
    if (!settled.ok) return settled;
    if (settled.value !== 'overtaken') return ok(settled.value);
  }
  throw new Error('a signature would not settle');
}

async function settle(
  deps: Deps,
  { signature, context, ...rivalry }: SignatureWithRivals & { context: ActionContext },
  { district, now }: { district: string; now: Date },
): Promise<Result<Confirmed | 'overtaken', ConfirmRefusal | CommitRefusal>> {
  const may = mayConfirm(signature, context.action, now);
  if (!may.ok) return may;
  if (signature.state !== 'unconfirmed') {
    const acknowledged = await acknowledge(deps, signature);
    return acknowledged.ok ? ok({ state: signature.state, reason: signature.reason }) : acknowledged;
  }
  const place = district ? placeOf(signature.zip ?? '', district, context.city) : ok(signature.place);
  if (!place.ok) return err({ reason: 'not-one-of' });

  const settlement = {
    id: signature.id,
    actionId: signature.actionId,
    expectedVersion: contentVersionOf(signature.sealed),
    verdict: judge(identityOf(signature), rivalry.rivals, rivalry.isStreetTaken),
    receipt: hex(randomBytes(16)),
    place: place.value,
    cityTime: cityTimeOf(context.city.timeZone, now),
  };
  const write = { kind: 'confirm' as const, ref: signature.id, data: settlement };
  const settled = await commitSignature(deps.commit, signature, write);
  if (!settled.ok) return settled;
  if (!settled.value || settled.value.state === 'unconfirmed') return ok('overtaken');
  return ok({ state: settled.value.state as SignatureState, reason: settled.value.reason });
}

async function acknowledge(deps: Deps, signature: Signature): Promise<Result<unknown, CommitRefusal>> {
  if (!isToAcknowledge(signature)) return ok();
  const { id } = signature;
  return commitSignature(deps.commit, signature, { kind: 'acknowledge', ref: id, data: id });
}

function identityOf(signature: Signature) {
  return {
    personKey: signature.personKey ?? '',
    inboxKey: signature.inboxKey ?? '',
    zip: signature.zip ?? '',
    nameStreetKey: signature.nameStreetKey,
  };
}
