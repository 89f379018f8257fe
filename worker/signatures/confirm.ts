import type { SignatureState } from '../petitions/account-rules.ts';
import { findSceneById, type Scene } from '../petitions/scene.ts';
import { reachedThresholds, reachThresholdsStatement } from '../petitions/store.ts';
import { placeOf } from '../places/rules.ts';
import type { Deps } from '../platform/deps.ts';
import { randomBytes } from '../platform/ids.ts';
import { enqueueFoundStatement } from '../platform/mail/enqueue-found.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { outdoneStatement, settleStatement } from './change-store.ts';
import { momentIn } from './moment.ts';
import { type ConfirmRefusal, judge, mayConfirm, type SignatureReason } from './rules.ts';
import { findRivals, findSignature, type Signature } from './store.ts';

export type Confirmed = {
  scene: Scene;
  state: SignatureState;
  reason: SignatureReason | null;
};

/** Two people settle at once perhaps; a third attempt that still collides is a bug or an attack on the indexes. */
const attempts = 8;

/**
 * Makes a signature count, or says why it does not. The verdict is made from what is read and saved against unique
 * indexes: where another confirmation got in between, it is made again. Confirming again changes nothing.
 */
export async function confirm(
  deps: Deps,
  id: string,
  { district, now }: { district: string; now: Date },
): Promise<Result<Confirmed, ConfirmRefusal>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const signature = await findSignature(deps.db, id);
    const scene = signature && (await findSceneById(deps.db, signature.petitionId));
    if (!signature || !scene) return err({ reason: 'unknown' });
    const may = mayConfirm(signature, scene.petition, now);
    if (!may.ok) return may;
    if (signature.state !== 'unconfirmed') {
      return ok({ scene, state: signature.state, reason: signature.reason });
    }
    const place = district ? placeOf(signature.zip ?? '', district, scene.city) : ok(signature.place);
    if (!place.ok) return err({ reason: 'not-one-of' });
    await settle(deps, signature, { scene, place: place.value, now });
  }
  throw new Error('a signature would not settle');
}

async function settle(
  deps: Deps,
  signature: Signature,
  { scene, place, now }: { scene: Scene; place: string; now: Date },
): Promise<void> {
  const { db } = deps;
  const { rivals, streetTaken } = await findRivals(db, signature);
  const verdict = judge(identityOf(signature), rivals, streetTaken);
  const moment = momentIn(scene.city.timeZone, now);
  await db.batch([
    settleStatement(db, signature.id, verdict, { receipt: randomBytes(16), place, moment }),
    outdoneStatement(db, signature.id, moment),
    reachThresholdsStatement(db, scene.petition.id, now),
    enqueueFoundStatement(db, reachedThresholds, scene.petition.id, now),
  ]);
  if (verdict.state === 'confirmed') await deps.wakeOutbox();
}

export function identityOf(signature: Signature) {
  return {
    person: signature.person ?? '',
    inbox: signature.inbox ?? '',
    zip: signature.zip ?? '',
    street: signature.vouched ? null : signature.nameStreet,
  };
}
