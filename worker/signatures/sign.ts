import { sourceOf } from '../coalition/rules.ts';
import { isOpen } from '../petitions/rules.ts';
import type { Scene } from '../petitions/scene.ts';
import { placeOf } from '../places/rules.ts';
import type { Language } from '../platform/app-env.ts';
import { hex } from '../platform/bytes.ts';
import type { Deps } from '../platform/deps.ts';
import type { FieldError } from '../platform/forms.ts';
import type { CommitRefusal } from '../platform/intake/writes.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { makeKeys, makeSignatureId } from './keys.ts';
import { momentIn } from './moment.ts';
import { nextLookAt } from './rules.ts';
import { sealPerson } from './sealing.ts';
import type { NewSignature } from './store.ts';
import { fullName, type Submission } from './submission-rules.ts';
import { commitSignature } from './writes.ts';

export type SignRefusal =
  | CommitRefusal
  | { reason: 'not-open' }
  | { reason: 'wrong-fields'; errors: FieldError[] };

/**
 * Stores the signature, unconfirmed, and the mail that tells of it, in one transaction. It does not look whether the
 * person has signed: the mail says so, and only to its owner. Sent again with the same form token it is the same row.
 */
export async function sign(
  deps: Deps,
  scene: Scene,
  submission: Submission,
  { formToken, language, now }: { formToken: string; language: Language; now: Date },
): Promise<Result<{ id: string }, SignRefusal>> {
  const { petition, city } = scene;
  if (!isOpen(petition, now)) return err({ reason: 'not-open' });
  const place = placeOf(submission.zip, submission.district || null, city);
  if (!place.ok)
    return err({ reason: 'wrong-fields', errors: [{ field: 'district', code: place.error.reason }] });
  const signer = petition.asksStreet ? submission : { ...submission, street: '' };

  const id = await makeSignatureId(deps.keyring, petition.id, formToken, submission);
  const keys = await makeKeys(deps.keyring, petition.id, signer);
  const data: NewSignature = {
    ...keys,
    id,
    petition: petition.id,
    place: place.value,
    zip: submission.zip,
    source: sourceOf(submission.source, scene.sources),
    language,
    shownName: submission.showName ? fullName(submission) : null,
    keepInformed: submission.keepInformed ? 1 : 0,
    sealed: hex(await sealPerson(deps.keyring, id, signer)),
    at: now.getTime(),
    week: momentIn(city.timeZone, now).week,
    dueAt: nextLookAt(now, 0, now).getTime(),
  };
  const where = { petitionId: petition.id, inbox: keys.inbox };
  const committed = await commitSignature(deps.commit, where, { kind: 'sign', ref: id, data });
  return committed.ok ? ok({ id }) : committed;
}
