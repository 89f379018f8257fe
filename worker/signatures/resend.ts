import type { ActionContext } from '../actions/context.ts';
import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { minute } from '../platform/time/clock.ts';
import { listWaiting } from './inbox-store.ts';
import { makeInboxKey } from './keys.ts';
import { mailsAnAddress } from './rules.ts';
import { openPerson } from './sealing.ts';

/**
 * Sends the link again to an address for which a form waits: at most once a minute, and never more than the cap. One
 * mail is enough, because it leads to everything that waits for the inbox.
 */
export async function resend(deps: Deps, context: ActionContext, email: string, now: Date): Promise<void> {
  const inboxKey = await makeInboxKey(deps.keyring, context.action.id, email);
  const ref = await formToRemindOf(deps, context, { email, inboxKey });
  const kind = `again:${Math.floor(now.getTime() / minute)}`;
  const mails = ref === null ? [] : [{ ref, kind, inboxKey }];
  await enqueueStatement(deps.db, mails, { now, cap: mailsAnAddress }).run();
  await deps.wakeOutbox();
}

/**
 * The newest form with exactly this spelling, because mail to another spelling may not arrive. If there is none, the
 * newest.
 */
async function formToRemindOf(
  { db, keyring }: Deps,
  { action }: ActionContext,
  { email, inboxKey }: { email: string; inboxKey: string },
): Promise<string | null> {
  const waiting = await listWaiting(db, action.id, inboxKey);
  for (const signature of waiting) {
    const person = await openPerson(keyring, signature);
    if (person?.email.toLowerCase() === email.toLowerCase()) return signature.id;
  }
  return waiting[0]?.id ?? null;
}
