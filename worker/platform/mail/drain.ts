import { newId } from '../crypto/ids.ts';
import { log, logFailure } from '../log.ts';
import { assertNever } from '../result.ts';
import { minute, second } from '../time/clock.ts';
import { type Claim, claimAgain, claimWaiting, postpone, settleSent, settleUnsent, split } from './claims.ts';
import { type DrainDeps, type DrainReport, type Run, startRun } from './drain-run.ts';
import type { RenderMails } from './mail.ts';
import type { SendAnswer } from './resend.ts';
import { type Ready, writeLetters } from './write.ts';

/** Resend takes 100 mails a request. */
const batchSize = 100;
/** Longer than it takes to write and send a batch. If a drain dies, its mails wait for this long. */
const leaseFor = 2 * minute;
const roundsAtMost = 50;
const drainAtMost = 60 * second;
/** After so many failed batches, the rest is left to the next drain. */
const troublesAtMost = 3;
const splitUnwritableAfter = 3;

/** How to go on after a batch. */
type Step = 'settled' | 'split' | 'trouble' | 'hold';

/**
 * Sends the due mails, one request at a time, and wakes itself for the rest. Several drains may run at the same time,
 * and any of them may die at any point: each mail is still sent exactly once.
 */
export async function drainOutbox(deps: DrainDeps, now: Date, render: RenderMails): Promise<DrainReport> {
  const run = startRun(deps, now, render);
  const finished = await drainUntilBound(run);
  if (!finished) await run.wake(0);
  if (Object.values(run.report).some((count) => count > 0)) log('info', 'outbox-drained', run.report);
  return run.report;
}

async function drainUntilBound(run: Run): Promise<boolean> {
  let troubles = 0;
  let mayHaveEnded = true;
  for (let round = 0; round < roundsAtMost && run.elapsed() < drainAtMost; round += 1) {
    const again: Claim | null = mayHaveEnded ? await takeAgain(run) : null;
    mayHaveEnded = again !== null;
    const claim: Claim | null = again ?? (await takeWaiting(run));
    if (!claim) return true;
    const step = await deliver(run, claim);
    if (step === 'hold') return true;
    if (step === 'split') mayHaveEnded = true;
    if (step === 'trouble') troubles += 1;
    // When these batches are tried again, everything else that waits is sent too.
    if (troubles >= troublesAtMost) return true;
  }
  return false;
}

async function takeAgain(run: Run): Promise<Claim | null> {
  const at = run.at();
  const { claim, uncertain } = await claimAgain(run.deps.db, at, at.getTime() + leaseFor);
  if (uncertain > 0) log('error', 'mails-uncertain', { mails: uncertain });
  run.report.uncertain += uncertain;
  return claim;
}

function takeWaiting(run: Run): Promise<Claim | null> {
  const at = run.at();
  const batch = { id: newId(at), size: batchSize, leaseUntil: at.getTime() + leaseFor };
  return claimWaiting(run.deps.db, at, batch);
}

async function deliver(run: Run, claim: Claim): Promise<Step> {
  const at = run.at();
  const written = await writeLetters(run, claim, at);
  if (!written.ok) return unwritable(run, claim, written.error);
  if (written.value.length === 0) return 'settled';
  await run.pause();
  const answer = await run.send(
    claim.batchId,
    written.value.map(({ letter }) => letter),
  );
  return settle(run, { claim, ready: written.value, triedAt: at }, answer);
}

type Attempt = { claim: Claim; ready: Ready[]; triedAt: Date };

async function settle(run: Run, attempt: Attempt, answer: SendAnswer): Promise<Step> {
  const { claim, ready, triedAt } = attempt;
  switch (answer.outcome) {
    case 'accepted': {
      const sent = ready.map(({ id, letter }, index) => {
        return { id, to: letter.to, providerId: answer.ids[index] ?? null };
      });
      await settleSent(run.deps.db, claim, { now: run.at(), sent });
      run.report.sent += ready.length;
      await run.deps.sent?.(sent, run.at());
      return 'settled';
    }
    case 'refused':
      return refused(run, attempt, answer.error);
    case 'held': {
      const level = answer.misconfigured ? 'error' : 'warn';
      log(level, 'mail-held-back', { error: answer.error, misconfigured: answer.misconfigured });
      const delay = answer.retryAfter ?? backOff(claim.attempts);
      await later(run, attempt, { delay, error: `hold ${answer.error}`, surelyUnsentSince: triedAt });
      return 'hold';
    }
    case 'in-progress':
      await later(run, attempt, {
        delay: backOff(claim.attempts),
        error: answer.error,
        surelyUnsentSince: null,
      });
      return 'trouble';
    case 'unknown': {
      const delay = answer.retryAfter ?? backOff(claim.attempts);
      await later(run, attempt, { delay, error: answer.error, surelyUnsentSince: null });
      return 'trouble';
    }
    case 'key-spent':
      log('error', 'mails-uncertain', { mails: ready.length, error: answer.error });
      await settleUnsent(run.deps.db, claim, { state: 'uncertain', error: answer.error });
      run.report.uncertain += ready.length;
      return 'settled';
    default:
      return assertNever(answer);
  }
}

/**
 * One bad address makes Resend refuse the whole request, so the batch is halved until the bad mail is found. A refused
 * batch has sent nothing: had an earlier attempt under this key been accepted, its ids would have come back.
 */
async function refused(run: Run, { claim, ready }: Attempt, error: string): Promise<Step> {
  if (ready.length > 1) return halve(run, claim, 0);
  log('warn', 'mail-refused', { error });
  await settleUnsent(run.deps.db, claim, {
    state: 'failed',
    error,
    refused: { to: ready.map(({ letter }) => letter.to), now: run.at() },
  });
  run.report.failed += 1;
  return 'settled';
}

/**
 * If a mail cannot be rendered, it is a bug or an outage. The mail waits and, after some attempts, is separated from
 * the others of its batch.
 */
async function unwritable(run: Run, claim: Claim, failure: unknown): Promise<Step> {
  logFailure('mail-unwritable', failure, { mails: claim.members.length });
  const untouched = claim.members.every(({ content }) => content === null);
  if (untouched && claim.members.length > 1 && claim.attempts >= splitUnwritableAfter)
    return halve(run, claim, claim.attempts);
  const attempt = { claim, ready: [], triedAt: run.at() };
  await later(run, attempt, {
    delay: backOff(claim.attempts),
    error: 'could not be written',
    surelyUnsentSince: null,
  });
  return 'trouble';
}

async function halve(run: Run, claim: Claim, attempts: number): Promise<Step> {
  const at = run.at();
  await split(run.deps.db, claim, { now: at, batchIds: [newId(at), newId(at)], attempts });
  return 'split';
}

type Delay = { delay: number; error: string; surelyUnsentSince: Date | null };

async function later(run: Run, { claim }: Attempt, { delay, error, surelyUnsentSince }: Delay) {
  const wait = Math.min(Math.max(delay, second), 24 * 60 * minute);
  log('warn', 'mail-postponed', { error, attempts: claim.attempts, seconds: Math.ceil(wait / second) });
  await postpone(run.deps.db, claim, { until: run.at().getTime() + wait, error, surelyUnsentSince });
  run.report.postponed += claim.members.length;
  await run.wake(wait);
}

/** 15 seconds, doubling up to an hour. */
function backOff(attempts: number): number {
  return Math.min(15 * second * 2 ** Math.min(attempts - 1, 10), 60 * minute);
}
