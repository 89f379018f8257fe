import type { SignatureState } from '../actions/account-rules.ts';
import type { ActionContext } from '../actions/context.ts';
import { placeOf } from '../places/rules.ts';
import type { CommitRefusal } from '../platform/commit/writes.ts';
import { hex } from '../platform/crypto/bytes.ts';
import { randomBytes } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { momentIn } from './instant.ts';
import { type ConfirmRefusal, isToAcknowledge, judge, mayConfirm } from './rules.ts';
import { findStanding, type Signature, type Standing, stampOf } from './store.ts';
import { commitSignature } from './writes.ts';

export type Confirmed = { state: SignatureState; reason: string | null };

/** Who collides once sees the other the next time; more than a few collisions are a fault of ours. */
const attempts = 8;

/**
 * Makes a signature count, or says why it does not. The verdict is made from what is read and saved against unique
 * indexes: where another confirmation got in between, it is made again. Confirming again changes nothing; of what another
 * one of the person has outdone meanwhile, it says that it was them.
 */
export async function confirm(
  deps: Deps,
  { id, context, standing: first = null }: { id: string; context: ActionContext; standing?: Standing | null },
  { district, now }: { district: string; now: Date },
): Promise<Result<Confirmed, ConfirmRefusal | CommitRefusal>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const standing = attempt === 0 && first ? first : await findStanding(deps.db, id);
    if (!standing) return err({ reason: 'unknown' });
    const settled = await settle(deps, { standing, context }, { district, now });
    if (!settled.ok) return settled;
    if (settled.value !== 'overtaken') return ok(settled.value);
  }
  throw new Error('a signature would not settle');
}

async function settle(
  deps: Deps,
  { standing, context }: { standing: Standing; context: ActionContext },
  { district, now }: { district: string; now: Date },
): Promise<Result<Confirmed | 'overtaken', ConfirmRefusal | CommitRefusal>> {
  const { signature } = standing;
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
    seen: stampOf(signature.sealed),
    verdict: judge(identityOf(signature), standing.rivals, standing.streetTaken),
    receipt: hex(randomBytes(16)),
    place: place.value,
    moment: momentIn(context.city.timeZone, now),
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
    person: signature.person ?? '',
    inbox: signature.inbox ?? '',
    zip: signature.zip ?? '',
    street: signature.nameStreet,
  };
}
