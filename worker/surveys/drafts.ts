import { base64url, hex } from '../platform/crypto/bytes.ts';
import { randomBytes } from '../platform/crypto/ids.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';
import type { FieldError } from '../platform/http/forms.ts';
import { allowsAnother } from '../platform/http/limits.ts';
import { logFailure } from '../platform/log.ts';
import { hour } from '../platform/time/clock.ts';
import type { SurveyContext } from './cache.ts';
import { type ClosedDraft, deleteDraft, deleteOldDrafts, findSealedDraft, saveDraft } from './draft-store.ts';
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

type Stored = Omit<Draft, 'said'> | 'sent';

/** Between two steps. Answers may be about a person at risk, on a device that others use. */
const keptFor = 2 * hour;
/** In characters of JSON. */
const longest = 300_000;

const atOnce = 500;
const roundsAtMost = 100;

/** Never stored in a draft. A page that has them is the answer to the form itself. */
const personal = ['given_name', 'family_name', 'email', 'street', 'zip'];

type Place = Pick<SurveyContext, 'action'>;

export function saysWho({ person }: Draft): boolean {
  return personal.some((field) => person[field]);
}

function withoutName({ said: _, ...draft }: Draft): Stored {
  const kept = Object.entries(draft.person).filter(([field]) => !personal.includes(field));
  return { ...draft, person: Object.fromEntries(kept) };
}

/** The id of a draft in addresses. The database stores only its HMAC. */
export function newDraftId(): string {
  return base64url(randomBytes(16));
}

/** The pages of a draft contain its secret in a hidden field. Without it nobody can write to the draft. */
export function draftSecret(keyring: Keyring, { action }: Place, id: string): Promise<string> {
  return keyring.token(`survey draft ${action.id}`, id);
}

export function draftIdOf(keyring: Keyring, { action }: Place, secret: string): Promise<string | null> {
  return keyring.readToken(`survey draft ${action.id}`, secret);
}

async function keyOf(keyring: Keyring, id: string): Promise<string> {
  return hex(await keyring.fingerprint('survey draft row', id));
}

function sealContext({ action }: Place, id: string): string {
  return `survey draft ${action.id} ${id}`;
}

type Keeping = { id: string; draft: Draft; connection: string | null; now: Date };

/** Stores the draft without the person's name and address. Returns whether it could; nothing may depend on it. */
export async function keepDraft(
  deps: Deps,
  context: Place,
  { id, draft, connection, now }: Keeping,
): Promise<boolean> {
  const { db, keyring } = deps;
  const stored = withoutName(draft);
  if (JSON.stringify(stored).length > longest) return false;
  try {
    if (!(await allowsAnother(deps, { what: 'draft', connection, now }))) return false;
    const [key, sealed] = await Promise.all([
      keyOf(keyring, id),
      keyring.seal(sealContext(context, id), stored),
    ]);
    const keptUntil = new Date(now.getTime() + keptFor);
    await saveDraft(db, { key, actionId: context.action.id, sealed: hex(sealed), keptUntil });
    return true;
  } catch (error) {
    logFailure('draft-not-kept', error);
    return false;
  }
}

/** 'sent': its answers were sent and are no longer in it. */
export async function findDraft(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  context: Place,
  { id, now }: { id: string; now: Date },
): Promise<Draft | 'sent' | null> {
  const key = await keyOf(keyring, id);
  const sealed = await findSealedDraft(db, { key, actionId: context.action.id, now });
  const stored = sealed && (await keyring.open<Stored>(sealContext(context, id), sealed));
  return stored === null || stored === 'sent' ? stored : { ...stored, said: [] };
}

/** Deletes the draft at once, because its owner asked for it. */
export async function forgetDraft({ db, keyring }: Pick<Deps, 'db' | 'keyring'>, id: string): Promise<void> {
  await deleteDraft(db, await keyOf(keyring, id));
}

/** What remains of a draft once its answers are sent: its address can say so. */
export async function sentDraftOf(keyring: Keyring, context: Place, id: string): Promise<ClosedDraft> {
  const [key, sealed] = await Promise.all([
    keyOf(keyring, id),
    keyring.seal(sealContext(context, id), 'sent' satisfies Stored),
  ]);
  return { key, sealed: hex(sealed) };
}

export async function forgetOldDrafts({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> {
  for (let round = 0; round < roundsAtMost; round += 1) {
    if ((await deleteOldDrafts(db, now, atOnce)) < atOnce) return;
  }
}
