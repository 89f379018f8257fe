import * as z from 'zod';
import type { Deps } from '../platform/deps.ts';
import { log, logFailure } from '../platform/log.ts';
import { assertNever } from '../platform/result.ts';
import { readSwitches } from '../platform/switches.ts';
import type { House } from './feature.ts';
import { shippedHouse } from './features.ts';
import { runStage, runWork } from './schedule.ts';

/** A message is only a signal: the rows in the database say what to do, so a lost or repeated message does no harm. */
const job = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('drain-outbox') }),
  z.object({ kind: z.literal('work'), work: z.string().max(100) }),
]);
export type Job = z.infer<typeof job>;

/** Each message is acknowledged or sent back on its own; several of one kind are one piece of work. */
export async function runQueue(deps: Deps, batch: MessageBatch, house: House = shippedHouse): Promise<void> {
  const jobs = batch.messages.map((message) => ({ message, job: job.safeParse(message.body).data }));
  const byKind = Map.groupBy(jobs, ({ job }) => (job?.kind === 'work' ? job.work : (job?.kind ?? 'unknown')));
  for (const [kind, group] of byKind) {
    const messages = group.map(({ message }) => message);
    const [first] = group;
    try {
      if (!first?.job) log('error', 'unknown-job', { count: messages.length });
      else await run(deps, house, first.job);
      for (const message of messages) message.ack();
    } catch (error) {
      logFailure('job-failed', error, { kind });
      for (const message of messages) message.retry({ delaySeconds: 30 });
    }
  }
}

async function run(deps: Deps, house: House, job: Job): Promise<void> {
  const now = deps.clock();
  // Cron takes up what waits.
  if ((await readSwitches(deps.db, now)).has('read-only')) return;
  switch (job.kind) {
    case 'drain-outbox':
      return runStage(deps, 'send', { house, now });
    case 'work':
      return runWork(deps, job.work, { house, now });
    default:
      assertNever(job);
  }
}
