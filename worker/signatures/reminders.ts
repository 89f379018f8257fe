import { markErased } from '../actions/store.ts';
import type { Deps } from '../platform/deps.ts';
import { enqueueStatement, forgetStatement } from '../platform/mail/outbox.ts';
import { cityTimeOf } from './city-time.ts';
import {
  type DueSignature,
  expireStatement,
  listDueBounced,
  listDueSignatures,
  listRetained,
  listUnerased,
  lookedAtStatement,
  retireStatement,
} from './due-store.ts';
import { erasedUnconfirmedAfter, mailsAnAddress, nextLookAt, remindersAfter } from './rules.ts';

const atOnce = 200;
const roundsAtMost = 50;

/**
 * Reminds of what waits for confirmation, and ends what waited too long; that also where reminding is paused. False
 * while there is more to do.
 */
export async function lookAfterUnconfirmed(
  deps: Deps,
  now: Date,
  { reminding }: { reminding: boolean },
): Promise<boolean> {
  const remindedTimes = reminding ? 0 : remindersAfter.length;
  for (let round = 0; round < roundsAtMost; round += 1) {
    const due = await listDueSignatures(deps.db, now, { remindedTimes, limit: atOnce });
    if (due.length === 0) return true;
    const expired = due.filter((signature) => isExpired(signature, now));
    const waiting = due.filter((signature) => !isExpired(signature, now));
    await deps.db.batch([
      ...endStatements(deps.db, expired, now),
      ...reminderStatements(deps.db, waiting, now),
    ]);
    if (waiting.length > 0) await deps.wakeOutbox();
  }
  return false;
}

function isExpired({ receivedAt, reminders }: DueSignature, now: Date): boolean {
  const isOver = receivedAt.getTime() + erasedUnconfirmedAfter <= now.getTime();
  return isOver && reminders >= remindersAfter.length;
}

function reminderStatements(db: D1Database, waiting: DueSignature[], now: Date): D1PreparedStatement[] {
  if (waiting.length === 0) return [];
  const looks = waiting.map(({ id, reminders, receivedAt }) => {
    return { id, reminders, dueAt: nextLookAt(receivedAt, reminders + 1, now) };
  });
  // Nobody is reminded of what is over, or of what counts already.
  const reminded = waiting.filter(({ actionState, isTwin }) => actionState === 'open' && !isTwin);
  const mails = reminded.map(({ id, reminders, inboxKey }) => {
    return { ref: id, kind: `remind-${reminders + 1}`, inboxKey };
  });
  return [enqueueStatement(db, mails, { now, cap: mailsAnAddress }), lookedAtStatement(db, looks)];
}

function endStatements(db: D1Database, expired: DueSignature[], now: Date): D1PreparedStatement[] {
  return [...Map.groupBy(expired, ({ timeZone }) => timeZone)].flatMap(([timeZone, group]) => {
    const cityTime = cityTimeOf(timeZone, now);
    const ids = group.map(({ id }) => id);
    return [expireStatement(db, ids, cityTime), forgetStatement(db, ids)];
  });
}

/** Erases what was kept of signatures whose mail came back. False while there is more to do. */
export async function eraseBounced({ db }: Pick<Deps, 'db'>, now: Date): Promise<boolean> {
  for (let round = 0; round < roundsAtMost; round += 1) {
    const ids = await listDueBounced(db, now, atOnce);
    if (ids.length === 0) return true;
    await db.batch([retireStatement(db, ids, { at: now.getTime() }), forgetStatement(db, ids)]);
  }
  return false;
}

/** Erases the personal data of petitions that closed `retention_days` ago. False while there is more to do. */
export async function endRetention(deps: Deps, now: Date): Promise<boolean> {
  let rounds = 0;
  for (const { actionId, timeZone } of await listRetained(deps.db, now)) {
    for (;;) {
      const ids = await listUnerased(deps.db, actionId, atOnce);
      if (ids.length === 0) break;
      if (rounds >= roundsAtMost) return false;
      rounds += 1;
      const cityTime = cityTimeOf(timeZone, now);
      await deps.db.batch([
        expireStatement(deps.db, ids, cityTime),
        retireStatement(deps.db, ids, cityTime),
        forgetStatement(deps.db, ids),
      ]);
    }
    await markErased(deps.db, actionId, now);
  }
  return true;
}
