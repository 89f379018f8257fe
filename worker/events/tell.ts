import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { day, hour } from '../platform/time/clock.ts';
import { cancelledKind, changedKind, reminderKind } from './mail-kinds.ts';
import {
  type DueSlot,
  forgetNotes,
  listDueSlots,
  listTelling,
  listToRemind,
  listToTell,
  remindedStatement,
  remindNextAt,
  type Telling,
  toldStatement,
} from './tell-store.ts';

const eventsAtOnce = 50;
const peopleAtOnce = 200;
const roundsAtMost = 50;
const hoursBefore = 2 * hour;
const notesKeptFor = 7 * day;

type Sends = Pick<Deps, 'db' | 'wakeOutbox'>;

/**
 * Reminds who has a place two days before, and two hours before. A run that is late leaves out what the next reminder
 * says sooner. False while there is more to do.
 */
export async function remindOfEvents({ db, wakeOutbox }: Sends, now: Date): Promise<boolean> {
  for (let round = 0; round < roundsAtMost; round += 1) {
    const due = await listDueSlots(db, now, eventsAtOnce);
    if (due.length === 0) return true;
    for (const slot of due) await remindNext(db, slot, now);
    await wakeOutbox();
  }
  return false;
}

async function remindNext(db: D1Database, slot: DueSlot, now: Date): Promise<void> {
  const lastAt = slot.startsAt - hoursBefore;
  const isLast = slot.of >= lastAt;
  const next = isLast ? null : lastAt;
  const isOvertaken = now.getTime() >= (isLast ? slot.startsAt : lastAt);
  const people = slot.isCancelled || isOvertaken ? [] : await listToRemind(db, slot, peopleAtOnce);
  const last = people.at(-1);
  if (!last) return remindNextAt(db, slot, next);
  // The kind names the time, so that a time that is moved is reminded of again.
  const kind = `${reminderKind}:${isLast ? 'hours' : 'days'}.${slot.slot}.${slot.startsAt}`;
  await db.batch([
    enqueueStatement(
      db,
      people.map(({ id }) => ({ ref: id, kind })),
      { now, cap: peopleAtOnce },
    ),
    remindedStatement(db, slot, last.number),
  ]);
}

/** Tells everybody who is concerned, once, that an event is canceled or at another time or place. */
export async function tellOfChanges({ db, wakeOutbox }: Sends, now: Date): Promise<boolean> {
  for (let round = 0; round < roundsAtMost; round += 1) {
    const telling = await listTelling(db, eventsAtOnce);
    if (telling.length === 0) return true;
    for (const one of telling) await tellNext(db, one, now);
    await wakeOutbox();
  }
  return false;
}

async function tellNext(db: D1Database, telling: Telling, now: Date): Promise<void> {
  const people = await listToTell(db, telling, peopleAtOnce);
  const concerned = people.filter(({ isConcerned }) => isConcerned === 1);
  const kind =
    telling.telling === 'cancelled'
      ? `${cancelledKind}:${telling.cancelledAt}`
      : `${changedKind}:${telling.changedAt}`;
  await db.batch([
    enqueueStatement(
      db,
      concerned.map(({ id }) => ({ ref: id, kind })),
      { now, cap: peopleAtOnce },
    ),
    toldStatement(db, telling, people.at(-1)?.id ?? null),
  ]);
}

/** A week after an event nobody needs to know any more what makes it safe for whom. */
export async function forgetSafetyNotes({ db }: Pick<Deps, 'db'>, now: Date): Promise<boolean> {
  const endedBefore = new Date(now.getTime() - notesKeptFor);
  for (let round = 0; round < roundsAtMost; round += 1) {
    if ((await forgetNotes(db, endedBefore, peopleAtOnce)) < peopleAtOnce) return true;
  }
  return false;
}
