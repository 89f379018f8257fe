import type { ActionContext } from '../actions/context.ts';
import { direct } from '../coalition/rules.ts';
import { placeOf } from '../places/rules.ts';
import type { CommitRefusal } from '../platform/commit/writes.ts';
import { hex } from '../platform/crypto/bytes.ts';
import type { Deps } from '../platform/deps.ts';
import type { FieldError } from '../platform/http/forms.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { cityTimeOf } from './city-time.ts';
import { contactOf } from './contact-rules.ts';
import { type Keys, makeKeys } from './keys.ts';
import { changedWord, type LookRules } from './look-rules.ts';
import { canCorrect, judge } from './rules.ts';
import { openPerson, type Person, sealPerson } from './sealing.ts';
import { contentVersionOf, findSignature, listRivals, type Signature } from './store.ts';
import { type Corrections, fullName } from './submission-rules.ts';
import { commitSignature } from './writes.ts';

export type CorrectRefusal =
  | { reason: 'unknown' | 'erased' | 'settled' }
  | { reason: 'would-be-duplicate'; as: 'same-person' | 'shared-inbox' }
  | { reason: 'wrong-fields'; errors: FieldError[] };

const attempts = 8;

/** Corrects a signature under the rules that it was counted by. A correction that makes it a duplicate is refused. */
export async function correct(
  deps: Deps,
  { id, context }: { id: string; context: ActionContext },
  corrections: Corrections,
  now: Date,
): Promise<Result<undefined, CorrectRefusal | CommitRefusal>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const signature = await findSignature(deps.db, id);
    if (!signature) return err({ reason: 'unknown' });
    if (signature.erasedAt) return err({ reason: 'erased' });
    if (!canCorrect(signature.state)) return err({ reason: 'settled' });
    const saved = await save(deps, { signature, context }, corrections, now);
    if (!saved.ok) return saved;
    if (saved.value === 'saved') return ok();
  }
  throw new Error('a correction would not settle');
}

async function save(
  deps: Deps,
  { signature, context }: { signature: Signature; context: ActionContext },
  corrections: Corrections,
  now: Date,
): Promise<Result<'saved' | 'overtaken', CorrectRefusal | CommitRefusal>> {
  const { db, keyring } = deps;
  const held = await openPerson(keyring, signature);
  if (!held) return err({ reason: 'erased' });
  const place = placeOf(corrections.zip, corrections.district || null, context.city);
  if (!place.ok)
    return err({ reason: 'wrong-fields', errors: [{ field: 'district', code: place.error.reason }] });

  const { street = held.street } = corrections;
  const person = { ...held, ...corrections, street: context.action.asksStreet ? street : held.street };
  const source = corrections.isBySource === false ? direct : signature.source;
  const keys = await makeKeys(keyring, signature.actionId, person);
  const judged = await judgeCorrected(db, signature, { keys, zip: corrections.zip });
  if (!judged.ok) return judged;
  const cityTime = cityTimeOf(context.city.timeZone, now);
  const sealed = await sealPerson(keyring, signature.id, person);
  const correction = {
    keys,
    place: place.value,
    zip: corrections.zip,
    ...publicWordsAfter(signature, { held, corrections, rules: context.campaign }),
    keepInformed: corrections.keepInformed,
    // Only a partner's form asks this, so the tick is only valid with a partner.
    partnerContact:
      corrections.partnerContact && contactOf({ ...signature, source }, context.sources) !== null,
    source,
    sealed: hex(sealed),
  };
  const expected = { state: signature.state, contentVersion: contentVersionOf(signature.sealed) };
  const { id, actionId } = signature;
  const data = { id, actionId, correction, expected, cityTime };
  const saved = await commitSignature(deps.commit, signature, { kind: 'correct', ref: signature.id, data });
  if (!saved.ok) return saved;
  return ok(saved.value?.contentVersion === contentVersionOf(sealed) ? 'saved' : 'overtaken');
}

function publicWordsAfter(
  { nameLook, commentLook, confirmedAt }: Signature,
  { held, corrections, rules }: { held: Person; corrections: Corrections; rules: LookRules },
) {
  const how = { rules, isConfirmed: confirmedAt !== null };
  const nameBefore = { wanted: nameLook === null ? '' : fullName(held), look: nameLook };
  const name = corrections.showName ? fullName(corrections) : '';
  const commentBefore = { wanted: held.comment, look: commentLook };
  return {
    name: changedWord(nameBefore, name, 'name', how),
    comment: changedWord(commentBefore, corrections.comment, 'comment', how),
  };
}

/** Judges a counted signature again. An unconfirmed one is judged when it is confirmed. */
async function judgeCorrected(
  db: D1Database,
  signature: Signature,
  { keys, zip }: { keys: Keys; zip: string },
): Promise<Result<undefined, CorrectRefusal>> {
  if (signature.state !== 'confirmed') return ok();
  const rivals = await listRivals(db, signature, keys.inboxKey);
  const verdict = judge({ ...keys, zip }, rivals, signature.inboxSlot ?? undefined);
  return verdict.state === 'duplicate' ? err({ reason: 'would-be-duplicate', as: verdict.reason }) : ok();
}
