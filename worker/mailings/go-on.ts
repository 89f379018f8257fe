import { hex } from '../platform/crypto/bytes.ts';
import type { Deps } from '../platform/deps.ts';
import { log } from '../platform/log.ts';
import { drainOutbox } from '../platform/mail/drain.ts';
import { requestEvery } from '../platform/mail/drain-run.ts';
import type { RenderMails } from '../platform/mail/mail.ts';
import { held } from '../platform/mail/mailing-mails.ts';
import { findSuppressed } from '../platform/mail/suppressions.ts';
import { canonicalEmail, deliverableEmail } from '../platform/text/identity.ts';
import { day } from '../platform/time/clock.ts';
import { pause } from '../platform/time/pause.ts';
import { tryOpenPerson } from '../signatures/sealing.ts';
import {
  cancelHeldStatement,
  dropListStatement,
  endListingStatement,
  endSendingStatement,
  holdStatement,
  listAudience,
  listListed,
  listNext,
  listStepStatements,
  noListStatement,
  pauseByItselfStatement,
  sendStepStatements,
  type Walker,
} from './list-store.ts';
import { type Mailing, mostWaiting, mustPause } from './rules.ts';
import { findMailing, listWorking, moveStatement } from './store.ts';

/** Signatures of one step of a list: few enough that no batch holds up a signing. */
const rowsAStep = 500;
/** Steps within a request, so that a small campaign is listed at once. */
const stepsAtOnce = 10;
const stepsARun = 40;
const droppedAtOnce = 2000;
/** How long a mailing that was stopped can be taken up again. */
const listKeptFor = day;

type Runs = Pick<Deps, 'db' | 'keyring' | 'wakeOutbox'>;
type Step = 'more' | 'waits' | 'ended';

/** Begins the work on a mailing within a request; the rest goes on by itself. */
export async function goOnAtOnce(deps: Runs, id: number, now: Date): Promise<void> {
  for (let step = 0; step < stepsAtOnce; step += 1) if ((await makeStep(deps, id, now)) !== 'more') break;
  await deps.wakeOutbox();
}

/**
 * Lists and sends what is due, step by step, and sends the mails of each step before the next one. Whatever breaks, the
 * next run goes on where this one stopped.
 */
export async function goOnWithMailings(deps: Deps, now: Date, render: RenderMails): Promise<void> {
  for (const id of await listWorking(deps.db, now)) {
    let goesOn = true;
    for (let step = 0; step < stepsARun && goesOn; step += 1)
      goesOn = await stepAndSend(deps, { id, render, now });
    if (goesOn) await deps.wakeOutbox();
  }
}

type Work = { id: number; render: RenderMails; now: Date };

/** False if nothing is left to do, or the mail service holds mails back: then the outbox goes on later. */
async function stepAndSend(deps: Deps, { id, render, now }: Work): Promise<boolean> {
  const step = await makeStep(deps, id, now);
  const waiting = await waitingOf(deps.db, id);
  if (waiting === 0) return step === 'more';
  await drainOutbox(deps, now, render);
  if (deps.settings.resend) await pause(requestEvery);
  return step === 'more' || (await waitingOf(deps.db, id)) < waiting;
}

/** How many mails of a mailing that goes on are in the outbox. */
async function waitingOf(db: D1Database, id: number): Promise<number> {
  const mailing = await findMailing(db, id);
  return mailing?.state === 'sending' ? mailing.figures.waiting : 0;
}

async function makeStep(deps: Runs, id: number, now: Date): Promise<Step> {
  const mailing = await findMailing(deps.db, id);
  switch (mailing?.state) {
    case 'counting':
      await listStep(deps, mailing);
      return 'more';
    case 'ready':
      return beginIfDue(deps, mailing, now);
    case 'sending':
      return sendStep(deps, mailing, now);
    default:
      return 'ended';
  }
}

async function listStep(deps: Runs, mailing: Mailing): Promise<void> {
  const [actionId] = await listAudience(deps.db, mailing);
  if (actionId === undefined) {
    await endListingStatement(deps.db, mailing).run();
    return;
  }
  const after = actionId === mailing.atAction ? mailing.atRow : 0;
  const rows = await listNext(deps.db, { actionId, after, most: rowsAStep, place: mailing.place });
  const { listed, leftOut } = await peopleOf(deps, mailing, rows);
  const isLast = rows.length < rowsAStep;
  const to = {
    atAction: isLast ? actionId + 1 : actionId,
    atRow: isLast ? 0 : (rows.at(-1)?.row ?? 0),
    leftOut,
  };
  await deps.db.batch(listStepStatements(deps.db, mailing, { listed, to }));
}

/** An address that bounced or complained, or that cannot be opened, is left out. */
async function peopleOf({ db, keyring }: Runs, { id }: Mailing, rows: readonly Walker[]) {
  const wanted = rows.filter(({ sealed }) => sealed !== null);
  const opened = await Promise.all(
    wanted.map(async (row) => ({ id: row.id, email: (await tryOpenPerson(keyring, row))?.email ?? '' })),
  );
  const reachable = opened.filter(({ email }) => deliverableEmail(email) !== null);
  const suppressed = await findSuppressed(
    { db, keyring },
    reachable.map(({ email }) => email),
  );
  const people = reachable.filter(({ email }) => !suppressed.has(email));
  const listed = await Promise.all(
    people.map(async ({ id: signatureId, email }) => {
      const key = await keyring.fingerprint('mailing', JSON.stringify([id, canonicalEmail(email)]));
      return { key: hex(key), id: signatureId };
    }),
  );
  return { listed, leftOut: wanted.length - people.length };
}

async function beginIfDue({ db }: Runs, mailing: Mailing, now: Date): Promise<Step> {
  if (mailing.sendsAt === null || mailing.sendsAt > now) return 'waits';
  await moveStatement(db, mailing, { to: 'sending', now }).run();
  return 'more';
}

async function sendStep({ db, wakeOutbox }: Runs, mailing: Mailing, now: Date): Promise<Step> {
  const why = mustPause(mailing);
  if (why) {
    await db.batch([pauseByItselfStatement(db, mailing.id, why, now), holdStatement(db, mailing.id, held)]);
    log('warn', 'mailing-paused', { mailing: mailing.id, why });
    return 'ended';
  }
  if (mailing.figures.waiting >= mostWaiting) return 'waits';
  await db.batch(sendStepStatements(db, mailing, now));
  const after = await findMailing(db, mailing.id);
  if (after?.state !== 'sending') return 'ended';
  if (after.passed > mailing.passed) {
    await wakeOutbox();
    return 'more';
  }
  if (after.figures.waiting > 0) return 'waits';
  await endSendingStatement(db, after, now).run();
  return 'ended';
}

/** Deletes lists that nobody needs any more, in pieces. */
export async function dropLists({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> {
  for (const id of await listListed(db)) {
    const mailing = await findMailing(db, id);
    if (!mailing) continue;
    const { state, endedAt } = mailing;
    const isStopped =
      state === 'stopped' && endedAt !== null && now.getTime() - endedAt.getTime() > listKeptFor;
    const ended = state === 'done' || state === 'dropped' || isStopped;
    if (isStopped) await cancelHeldStatement(db, id).run();
    const { meta } = await dropListStatement(db, { id, ended, most: droppedAtOnce }).run();
    if (ended && meta.changes < droppedAtOnce) await noListStatement(db, id).run();
  }
}
