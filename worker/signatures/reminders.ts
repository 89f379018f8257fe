import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { type DueReminder, listDueReminders, lookedAtStatement } from './reminder-store.ts';
import { erasedUnconfirmedAfter, mailsAnAddress, nextLookAt, remindersAfter } from './rules.ts';

const atOnce = 200;
const roundsAtMost = 50;

/** Reminds people of signatures that wait for confirmation. False while there is more to do. */
export async function remindUnconfirmed(deps: Deps, now: Date): Promise<boolean> {
  const { db } = deps;
  // The others are about to be erased.
  const receivedAfter = new Date(now.getTime() - erasedUnconfirmedAfter);
  const mostReminders = remindersAfter.length;
  for (let round = 0; round < roundsAtMost; round += 1) {
    const due = await listDueReminders(db, now, { mostReminders, receivedAfter, limit: atOnce });
    if (due.length === 0) return true;
    await db.batch(reminderStatements(db, due, now));
    await deps.wakeOutbox();
  }
  return false;
}

function reminderStatements(db: D1Database, due: DueReminder[], now: Date): D1PreparedStatement[] {
  const looks = due.map(({ id, reminders, receivedAt }) => {
    return { id, reminders, dueAt: nextLookAt(receivedAt, reminders + 1, now) };
  });
  // Do not remind if the action has ended, the person already counts or the signature was erased.
  const reminded = due.filter(
    ({ actionState, isCounted, inboxKey }) => actionState === 'open' && !isCounted && inboxKey !== '',
  );
  const mails = reminded.map(({ id, reminders, inboxKey }) => {
    return { ref: id, kind: `remind-${reminders + 1}`, inboxKey };
  });
  return [enqueueStatement(db, mails, { now, cap: mailsAnAddress }), lookedAtStatement(db, looks)];
}
