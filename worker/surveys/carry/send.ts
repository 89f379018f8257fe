import type { ActionContext } from '../../actions/context.ts';
import { checkFormToken } from '../../platform/crypto/form-token.ts';
import type { Deps } from '../../platform/deps.ts';
import { cityTimeOf } from '../../signatures/city-time.ts';
import { readLinkToken } from '../../signatures/links.ts';
import { readThanksToken } from '../../signatures/thanks-link.ts';
import { sendKeyOf } from './send-key.ts';
import {
  findResponseToSend,
  keyResponseStatement,
  type ResponseToSend,
  type Step,
  stepStatement,
} from './store.ts';

/** A person on the way to the city's own survey: the key to count by, and the response if it has no key yet. */
export type Sender = { sendKey: string; keyless: string | null };

/** From a form token; null if it is wrong or too old. */
export async function senderByForm(
  { keyring }: Pick<Deps, 'keyring'>,
  { action }: ActionContext,
  formToken: string,
  now: Date,
): Promise<Sender | null> {
  const check = await checkFormToken(keyring, action.slug, formToken, now, 0);
  return check === 'fresh'
    ? { sendKey: await sendKeyOf(keyring, action.id, formToken), keyless: null }
    : null;
}

/** A response to this very survey, by its mailed link or by the address of its thank-you page. */
export async function responseByLink(
  { db, keyring }: Pick<Deps, 'db' | 'keyring'>,
  { action }: ActionContext,
  { token, now }: { token: string; now: Date },
): Promise<ResponseToSend | null> {
  const mailed = await readLinkToken(keyring, 'my', token);
  const id = mailed?.id ?? (await readThanksToken(keyring, token, now));
  const response = id === null ? null : await findResponseToSend(db, id);
  if (mailed && mailed.linkGeneration !== response?.linkGeneration) return null;
  return response?.actionId === action.id ? response : null;
}

export async function senderByLink(
  deps: Pick<Deps, 'db' | 'keyring'>,
  context: ActionContext,
  link: { token: string; now: Date },
): Promise<Sender | null> {
  const { keyring } = deps;
  const { action } = context;
  const response = await responseByLink(deps, context, link);
  if (!response) return null;
  const sendKey = response.sendKey ?? (await sendKeyOf(keyring, action.id, response.id));
  return { sendKey, keyless: response.sendKey ? null : response.id };
}

/** Counts the step once for each sender. */
export async function countStep(
  { db }: Pick<Deps, 'db'>,
  { action, city }: ActionContext,
  { step, sender }: { step: Step; sender: Sender },
  now: Date,
): Promise<void> {
  const { sendKey, keyless } = sender;
  await db.batch([
    ...(keyless === null ? [] : [keyResponseStatement(db, keyless, sendKey)]),
    stepStatement(db, { step, sendKey, actionId: action.id }, cityTimeOf(city.timeZone, now)),
  ]);
}
