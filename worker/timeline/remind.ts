import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { reminderKind } from './mail-kinds.ts';
import { nextReminder, remindersOf } from './rules.ts';
import { type DueTactic, listDue, remindNextStatement } from './store.ts';

const atOnce = 50;
const roundsAtMost = 50;

/**
 * Reminds the owners of tactics that end in a week, and of those whose end has passed. A run that is late leaves out
 * what the next reminder says sooner. False while there is more to do.
 */
export async function remindOfTactics(
  { db, wakeOutbox }: Pick<Deps, 'db' | 'wakeOutbox'>,
  now: Date,
): Promise<boolean> {
  for (let round = 0; round < roundsAtMost; round += 1) {
    const due = await listDue(db, now, atOnce);
    if (due.length === 0) return true;
    await db.batch(due.flatMap((one) => statementsFor(db, one, now)));
    await wakeOutbox();
  }
  return false;
}

/** The kind names the day, so that an end that is put off is reminded of again. */
function statementsFor(db: D1Database, due: DueTactic, now: Date): D1PreparedStatement[] {
  const { id, text, timeZone } = due;
  const next = nextReminder(text, { timeZone, since: new Date(now.getTime() + 1) });
  const told = remindersOf(text, timeZone).findLast(({ at }) => at <= now);
  const mail = { ref: id, kind: `${reminderKind}:${told?.about}.${text.endsOn}` };
  return [enqueueStatement(db, [mail], { now, cap: 1 }), remindNextStatement(db, due, next?.at ?? null)];
}
