import type { Context } from 'hono';
import { cachedContextById } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { speak } from '../campaigns/shell.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { findInboxForms } from './inbox-store.ts';
import { type ConfirmSubject, linkToken, wholeInboxKey } from './links.ts';
import { isToAcknowledge, mayConfirm } from './rules.ts';
import { openPerson, type Person } from './sealing.ts';
import type { Signature } from './store.ts';

/** A form that waits for its owner to confirm it. */
export type FormToConfirm = {
  signature: Signature;
  person: Person;
  context: ActionContext;
  /** The address of its confirm page, /confirm/:token. */
  path: string;
  /** Its person already counts by another signature. */
  isAgain: boolean;
  /** People who count by the same inbox under another name: this form may be a correction of one of them. */
  others: { id: string; person: Person }[];
};

/** Another link has taken its place. */
type LinkReplaced = { isReplaced: true; context: ActionContext };

/** What a link to confirm leads to. */
export type ConfirmForms = {
  isReplaced: false;
  context: ActionContext;
  /**
   * The signature that the link was mailed for, and whether its person counts by another one. `person` is null once
   * erased.
   */
  own: { signature: Signature; person: Person | null; isAgain: boolean };
  /** Everything that waits for the same inbox, newest first. Empty if it is too late to confirm. */
  waiting: FormToConfirm[];
  /** The page of the list, from 0. */
  page: number;
  hasMore: boolean;
};

export const formsOnPage = 6;

/** Null where nothing is held of the signature and nothing waits for its inbox; nothing of either by an ended link. */
export async function findConfirmForms(
  c: Context<AppEnv>,
  subject: ConfirmSubject,
  page: number,
): Promise<ConfirmForms | LinkReplaced | null> {
  const { deps, now } = c.var;
  const { id, actionId, linkGeneration } = subject;
  const [found, context] = await Promise.all([
    findInboxForms(
      deps.db,
      { id, actionId, inboxKey: wholeInboxKey(subject), linkGeneration },
      { page, pageLength: formsOnPage },
    ),
    cachedContextById(deps, actionId, now),
  ]);
  if (!found || !context) return null;
  speak(c, context.campaign);
  if (!found.isLinkHeld) return { isReplaced: true, context };
  const { named, counted, hasMore } = found;
  const isAgain = ({ state, personKey }: Signature) =>
    state !== 'confirmed' && personKey !== null && counted.some((one) => one.personKey === personKey);
  const shown = found.waiting.filter((signature) => mayConfirm(signature, context.action, now).ok);
  const isLeftOut = page === 0 && !shown.some((signature) => signature.id === id);
  const mayPress = isForItsOwner(named, isAgain(named)) && mayConfirm(named, context.action, now).ok;
  if (isLeftOut && mayPress) shown.push(named);
  const others = await openOthers(deps.keyring, counted);
  const waiting = await Promise.all(
    shown.map(async (signature): Promise<FormToConfirm[]> => {
      const person = await openPerson(deps.keyring, signature);
      const path = `/confirm/${await linkToken(deps.keyring, 'confirm', signature)}`;
      if (!person) return [];
      const isForPerson = isAgain(signature);
      const form = { signature, person, context, path, isAgain: isForPerson };
      return [{ ...form, others: isForPerson ? [] : others }];
    }),
  );
  const person = await openPerson(deps.keyring, named);
  if (!person && waiting.length === 0) return null;
  const own = { signature: named, person, isAgain: isAgain(named) };
  return { isReplaced: false, context, own, waiting: waiting.flat(), page, hasMore };
}

async function openOthers(keyring: Keyring, counted: Signature[]): Promise<FormToConfirm['others']> {
  const opened = counted.map(async (one) => {
    const person = await openPerson(keyring, one);
    return person ? [{ id: one.id, person }] : [];
  });
  return (await Promise.all(opened)).flat();
}

/** Whether there is a button for it: it waits, or it is a duplicate whose owner has not said that it was theirs. */
function isForItsOwner(signature: Signature, isAgain: boolean): boolean {
  return signature.state === 'unconfirmed' || (isAgain && isToAcknowledge(signature));
}
