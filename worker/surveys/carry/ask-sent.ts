import type { Deps } from '../../platform/deps.ts';
import { enqueueStatement } from '../../platform/mail/outbox.ts';
import { day } from '../../platform/time/clock.ts';
import { mailsAnAddress } from '../../signatures/rules.ts';
import { askedStatement, listDueToAsk } from './store.ts';

export const askedAfter = 2 * day;
export const askKind = 'ask-sent';

const atOnce = 200;
const roundsAtMost = 50;

/**
 * Asks people who opened the city's survey two days ago whether they sent it: once, by mail, and only if a confirmed
 * response has their address. The others are marked so that they are not checked again. Returns how many are asked.
 */
export async function askWhoOpened({ db }: Pick<Deps, 'db'>, now: Date, limit = atOnce): Promise<number> {
  const openedUntil = new Date(now.getTime() - askedAfter);
  let asked = 0;
  for (let round = 0; round < roundsAtMost; round += 1) {
    const due = await listDueToAsk(db, { openedUntil, now, limit });
    if (due.length === 0) break;
    const responses = due.flatMap(({ response }) => response ?? []);
    const mails = responses.map(({ id, inboxKey }) => ({ ref: id, kind: askKind, inboxKey }));
    await db.batch([
      enqueueStatement(db, mails, { now, cap: mailsAnAddress }),
      askedStatement(
        db,
        due.map(({ sendKey }) => sendKey),
        now,
      ),
    ]);
    asked += mails.length;
  }
  return asked;
}
