import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { listDueRequests, markAskedStatement } from './ask-store.ts';
import { mailRef } from './links.ts';

export const requestKind = 'answer-request';

/** Puts what a reached threshold asks to its committee: one mail for each threshold, in the batch of its mark. */
export async function askForAnswers(
  { db, wakeOutbox }: Pick<Deps, 'db' | 'wakeOutbox'>,
  now: Date,
): Promise<void> {
  const due = await listDueRequests(db);
  for (const request of due) {
    const mail = { ref: mailRef(request), kind: `${requestKind}:${request.signatures}` };
    await db.batch([markAskedStatement(db, request, now), enqueueStatement(db, [mail], { now, cap: 1 })]);
  }
  if (due.length > 0) await wakeOutbox();
}
