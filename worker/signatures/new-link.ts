import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { minute } from '../platform/time/clock.ts';
import { replaceLinksStatement } from './change-store.ts';
import { mailsAnAddress } from './rules.ts';
import type { SupporterLink } from './supporter-link.tsx';

export const newLinkKind = 'new-link';

/**
 * Ends every link about this action that was mailed to the inbox, and mails a new one. Called with a link that has
 * ended already, it only mails the current one again, at most once a minute and within the cap.
 */
export async function sendNewLink(
  { db, wakeOutbox }: Pick<Deps, 'db' | 'wakeOutbox'>,
  { signature, isReplaced }: SupporterLink,
  now: Date,
): Promise<void> {
  const { id, inboxKey, linkGeneration } = signature;
  if (inboxKey === null) return;
  const kind = `${newLinkKind}:${isReplaced ? linkGeneration : linkGeneration + 1}.${Math.floor(now.getTime() / minute)}`;
  await db.batch([
    ...(isReplaced ? [] : [replaceLinksStatement(db, { id, linkGeneration })]),
    enqueueStatement(db, [{ ref: id, kind, inboxKey }], { now, cap: mailsAnAddress }),
  ]);
  await wakeOutbox();
}
