import type { ActionContext } from '../actions/context.ts';
import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { minute } from '../platform/time/clock.ts';
import { listWaiting } from './inbox-store.ts';
import { makeInboxKey } from './keys.ts';
import { mailsAnAddress } from './rules.ts';

/** Sends the link again to an address that a signature waits for; once a minute, and never more than the cap. */
export async function resend(deps: Deps, context: ActionContext, email: string, now: Date): Promise<void> {
  const inboxKey = await makeInboxKey(deps.keyring, context.action.id, email);
  const waiting = await listWaiting(deps.db, context.action.id, inboxKey);
  const kind = `again:${Math.floor(now.getTime() / minute)}`;
  const mails = waiting.map((ref) => ({ ref, kind, inboxKey }));
  await enqueueStatement(deps.db, mails, { now, cap: mailsAnAddress }).run();
  await deps.wakeOutbox();
}
