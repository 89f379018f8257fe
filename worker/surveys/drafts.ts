import { base64url, hex } from '../platform/crypto/bytes.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';
import type { FieldError } from '../platform/http/forms.ts';
import { allowsAnother } from '../platform/http/limits.ts';
import { logFailure } from '../platform/log.ts';
import { hour, minute } from '../platform/time/clock.ts';
import type { SurveyContext } from './cache.ts';
import { type DraftEnd, deleteDraft, deleteOldDrafts, findSealedDraft, saveDraft } from './draft-store.ts';
import type { RawAnswers } from './kinds/fields.ts';

/** What somebody has entered so far, and the token of the form. */
export type Draft = {
  /** Of the questions that were answered. */
  version: string;
  raw: RawAnswers;
  person: Record<string, string>;
  /** The errors when it was last sent. */
  said: FieldError[];
  formToken: string;
};

/** Between two steps. Answers may be about a person at risk, on a device that others use. */
const keptFor = 2 * hour;
/** For people who go back to correct an address at which no mail arrives. */
const keptOnceSent = 15 * minute;
/** In characters of JSON. */
const longest = 300_000;

const atOnce = 500;
const roundsAtMost = 100;

type Place = Pick<SurveyContext, 'action'>;

/**
 * The id of a form's draft in addresses. It is derived from the form's token, so that a page that the browser shows
 * again leads to the same draft. Nobody can guess it, and the database stores only its HMAC.
 */
export async function draftIdOf(keyring: Keyring, { action }: Place, formToken: string): Promise<string> {
  return base64url(await keyring.fingerprint('survey draft', JSON.stringify([action.id, formToken])));
}

async function keyOf(keyring: Keyring, id: string): Promise<string> {
  return hex(await keyring.fingerprint('survey draft row', id));
}

function sealContext({ action }: Place, id: string): string {
  return `survey draft ${action.id} ${id}`;
}

/** Stores the draft and returns its id; null if it cannot be stored at the moment. Nothing may depend on it. */
export async function keepDraft(
  deps: Deps,
  context: Place,
  { draft, connection, now }: { draft: Draft; connection: string | null; now: Date },
): Promise<string | null> {
  const { db, keyring } = deps;
  if (JSON.stringify(draft).length > longest) return null;
  try {
    if (!(await allowsAnother(deps, { what: 'draft', connection, now }))) return null;
    const id = await draftIdOf(keyring, context, draft.formToken);
    const [key, sealed] = await Promise.all([
      keyOf(keyring, id),
      keyring.seal(sealContext(context, id), draft),
    ]);
    const keptUntil = new Date(now.getTime() + keptFor);
    await saveDraft(db, { key, actionId: context.action.id, sealed: hex(sealed), keptUntil });
    return id;
  } catch (error) {
    logFailure('draft-not-kept', error);
    return null;
  }
}

export async function findDraft(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  context: Place,
  { id, now }: { id: string; now: Date },
): Promise<Draft | null> {
  const key = await keyOf(keyring, id);
  const sealed = await findSealedDraft(db, { key, actionId: context.action.id, now });
  return sealed && keyring.open<Draft>(sealContext(context, id), sealed);
}

/** Deletes the draft at once, because its owner asked for it. */
export async function forgetDraft({ db, keyring }: Pick<Deps, 'db' | 'keyring'>, id: string): Promise<void> {
  await deleteDraft(db, await keyOf(keyring, id));
}

/** What is to become of a draft, in the transaction that stores the answers from it. */
export async function endOfDraft(
  keyring: Keyring,
  context: Place,
  { formToken, now }: { formToken: string; now: Date },
): Promise<DraftEnd> {
  const key = await keyOf(keyring, await draftIdOf(keyring, context, formToken));
  return { key, until: now.getTime() + keptOnceSent };
}

export async function forgetOldDrafts({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> {
  for (let round = 0; round < roundsAtMost; round += 1) {
    if ((await deleteOldDrafts(db, now, atOnce)) < atOnce) return;
  }
}
