import * as z from 'zod';
import type { Deps } from '../platform/deps.ts';
import { log, logFailure } from '../platform/log.ts';
import { assertNever } from '../platform/result.ts';
import { readSwitches } from '../platform/switches.ts';
import type { House } from './feature.ts';
import { shippedHouse } from './features.ts';
import { runStage } from './schedule.ts';

/** A message is only a signal: the rows in the database say what to do, so a lost or repeated message does no harm. */
const job = z.discriminatedUnion('kind', [z.object({ kind: z.literal('drain-outbox') })]);
export type Job = z.infer<typeof job>;

/** Each message is acknowledged or sent back on its own; several of one kind are one piece of work. */
export async function runQueue(deps: Deps, batch: MessageBatch, house: House = shippedHouse): Promise<void> {
  const byKind = Map.groupBy(batch.messages, ({ body }) => job.safeParse(body).data?.kind ?? 'unknown');
  for (const [kind, messages] of byKind) {
    try {
      if (kind === 'unknown') log('error', 'unknown-job', { count: messages.length });
      else await run(deps, house, { kind });
      for (const message of messages) message.ack();
    } catch (error) {
      logFailure('job-failed', error, { kind });
      for (const message of messages) message.retry({ delaySeconds: 30 });
    }
  }
}

async function run(deps: Deps, house: House, { kind }: Job): Promise<void> {
  switch (kind) {
    case 'drain-outbox': {
      // Cron takes up what waits.
      if ((await readSwitches(deps.db, deps.clock())).has('read-only')) return;
      return runStage(deps, 'send', { house, now: deps.clock() });
    }
    default:
      assertNever(kind);
  }
}
