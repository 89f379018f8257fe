import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ConsoleCampaign } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { findSuppressions, liftSuppressionStatement } from '../platform/mail/suppressions.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { minute } from '../platform/time/clock.ts';
import { mailsAnAddress } from './rules.ts';
import { type Person, tryOpenPerson } from './sealing.ts';
import type { Signature } from './store.ts';

type LookRequest = { campaign: ConsoleCampaign; actor: string; now: Date };

/** Why a sealed person is opened. The codes are stored in the log. */
export const openingCodes = ['owner-asked', 'duplicate', 'complaint', 'abuse', 'mail'] as const;
export type OpeningCode = (typeof openingCodes)[number];

/** Opens the sealed person, and says so in the log first. Null once erased, and where it cannot be opened. */
export async function openForOrganizer(
  deps: Pick<Deps, 'db' | 'keyring'>,
  signature: Signature,
  { reason, campaign, actor, now }: LookRequest & { reason: OpeningCode },
): Promise<Person | null> {
  if (!signature.sealed) return null;
  const act = { campaign, actor, kind: 'open-person', subject: signature.id, reason };
  const done = await commitWithAct(deps, { act, steps: [], now });
  return done.ok ? tryOpenPerson(deps.keyring, signature) : null;
}

export type MailRefusal = { reason: 'not-waiting' } | { reason: 'suppressed' } | { reason: 'too-many' };

/** Sends the link of a waiting signature again, at most once a minute and within the cap. */
export async function sendConfirmationAgain(
  deps: Deps,
  signature: Signature,
  { campaign, actor, now }: LookRequest,
): Promise<Result<{ id: string }, MailRefusal>> {
  const { id, inboxKey, state } = signature;
  const person = await tryOpenPerson(deps.keyring, signature);
  if (state !== 'unconfirmed' || !person || !inboxKey) return err({ reason: 'not-waiting' });
  if ((await findSuppressions(deps, person.email)).length > 0) return err({ reason: 'suppressed' });
  const kind = `again:${Math.floor(now.getTime() / minute)}`;
  const statement = enqueueStatement(deps.db, [{ ref: id, kind, inboxKey }], { now, cap: mailsAnAddress });
  const act = { campaign, actor, kind: 'send-confirmation', subject: id };
  const done = await commitWithAct(deps, { act, steps: [{ statement, changes: 1 }], now });
  if (!done.ok) return err({ reason: 'too-many' });
  await deps.wakeOutbox();
  return ok({ id: done.value.id });
}

/** Allows mail to the address of a signature again. */
export async function liftForOrganizer(
  deps: Pick<Deps, 'db' | 'keyring'>,
  signature: Signature,
  { campaign, actor, now }: LookRequest,
): Promise<Result<{ id: string }, { reason: 'none' }>> {
  const person = await tryOpenPerson(deps.keyring, signature);
  const found = person ? await findSuppressions(deps, person.email) : [];
  if (!person || found.length === 0) return err({ reason: 'none' });
  const before = { suppressed: found.map(({ reason }) => reason).join(' ') };
  const act = { campaign, actor, kind: 'lift-suppression', subject: signature.id, before };
  const statement = await liftSuppressionStatement(deps, person.email);
  const done = await commitWithAct(deps, { act, steps: [{ statement, changes: found.length }], now });
  return done.ok ? ok({ id: done.value.id }) : err({ reason: 'none' });
}
