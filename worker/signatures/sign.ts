import type { Language } from '../../web/language.ts';
import type { ActionContext } from '../actions/context.ts';
import { isOpen, textShownAt } from '../actions/rules.ts';
import { askingPartnerOf, sourceOf } from '../coalition/rules.ts';
import { type PlaceRefusal, placeOf } from '../places/rules.ts';
import type { CommitRefusal } from '../platform/commit/writes.ts';
import { hex } from '../platform/crypto/bytes.ts';
import type { Deps } from '../platform/deps.ts';
import type { FieldError } from '../platform/http/forms.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { isAlias } from '../platform/text/identity.ts';
import { cityTimeOf } from './city-time.ts';
import { makeConnectionKey, makeKeys, makeSignatureId } from './keys.ts';
import { publicWord } from './look-rules.ts';
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
 * How a form was sent. `shownAt` is when the form was shown, which says which text its sender had read. `connection` is
 * null where a server sends for many people.
 */
export type Sending = {
  formToken: string;
  shownAt: Date;
  language: Language;
  connection: string | null;
  now: Date;
};

/**
 * Stores the signature, unconfirmed, and its mail in one transaction. It does not check whether the person has signed
 * already: only the mail says so, to its owner. The same form token with the same content is the same row.
 */
export async function sign(
  deps: Deps,
  context: ActionContext,
  submission: Submission,
  { formToken, ...sending }: Sending,
): Promise<Result<{ id: string }, SignRefusal>> {
  const id = await makeSignatureId(deps.keyring, context.action.id, formToken, submission);
  const data = await prepareSignature(deps, context, submission, { id, ...sending });
  if (!data.ok) return data;
  const write = { kind: 'sign' as const, ref: id, data: data.value };
  const committed = await commitSignature(deps.commit, data.value, write);
  return committed.ok ? ok({ id }) : committed;
}

/** What is wrong with a district in this city. */
export function errorsOfPlace({ city }: ActionContext, { zip, district }: Submission): FieldError[] {
  const place = placeOf(zip, district || null, city);
  return place.ok ? [] : [errorOfPlace(place.error)];
}

function errorOfPlace({ reason }: PlaceRefusal): FieldError {
  return { field: 'district', code: reason };
}

/** The signature as it will be stored. `id` is derived from everything that was sent. */
export async function prepareSignature(
  { keyring }: Pick<Deps, 'keyring'>,
  { action, campaign, city, sources }: ActionContext,
  submission: Submission,
  { id, shownAt, language, connection, now }: Omit<Sending, 'formToken'> & { id: string },
): Promise<Result<NewSignature, Exclude<SignRefusal, CommitRefusal>>> {
  if (!isOpen(action, now)) return err({ reason: 'not-open' });
  const place = placeOf(submission.zip, submission.district || null, city);
  if (!place.ok) return err({ reason: 'wrong-fields', errors: [errorOfPlace(place.error)] });
  const source = sourceOf(submission.source, sources);
  const signer = action.asksStreet ? submission : { ...submission, street: '' };
  const name = publicWord(submission.showName ? fullName(submission) : '', 'name', campaign);
  const comment = publicWord(submission.comment, 'comment', campaign);

  const { on, week } = cityTimeOf(city.timeZone, now);
  const [keys, connectionKey] = await Promise.all([
    makeKeys(keyring, action.id, signer),
    makeConnectionKey(keyring, action.id, { connection, day: on }),
  ]);
  return ok({
    ...keys,
    connectionKey,
    id,
    actionId: action.id,
    textVersion: textShownAt(action.texts, shownAt),
    place: place.value,
    zip: submission.zip,
    source,
    language,
    shownName: name.text,
    nameLook: name.look,
    shownComment: comment.text,
    commentLook: comment.look,
    keepInformed: submission.keepInformed ? 1 : 0,
    partnerContact: submission.partnerContact && askingPartnerOf(source, sources) ? 1 : 0,
    isAlias: isAlias(submission.email),
    sealed: hex(await sealPerson(keyring, id, signer)),
    at: now.getTime(),
    week,
    dueAt: nextLookAt(now, 0, now).getTime(),
  });
}
