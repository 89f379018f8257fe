import { percentile } from './histogram.ts';
import type { ClosedOutcome, Load, Requests } from './load.ts';
import { cpuTime } from './processes.ts';
import type { Server } from './server.ts';

/** A server with so many signatures in its database. */
export type Station = { stored: number; server: Server; actionId: number };

/** The results of one measurement. */
export type Slice = {
  /** Answers per second. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** CPU time of all threads of the runtime, in microseconds per answer. */
  cpu: number;
  /** Answers with an unexpected status, and requests without an answer. */
  odd: number;
};

export type Pace = { connections: number; time: number };
export type LoadOf = { requests: Requests; again: boolean; expected: number };

export async function measure(
  load: Load,
  { server }: Station,
  pace: Pace,
  { requests, again, expected }: LoadOf,
): Promise<{ slice: Slice; outcome: ClosedOutcome }> {
  const cpuBefore = cpuTime(server.pid);
  const outcome = await load.closed({ port: server.port, ...pace, ...requests, again });
  const cpu = cpuTime(server.pid) - cpuBefore;
  const { histogram } = outcome;
  return {
    outcome,
    slice: {
      rate: histogram.total / outcome.seconds,
      p50: percentile(histogram, 0.5),
      p99: percentile(histogram, 0.99),
      cpu: (cpu * 1000) / histogram.total,
      odd: again ? outcome.taken - outcome.statuses[expected]! : oddOf(outcome, expected),
    },
  };
}

function oddOf({ statuses, taken }: ClosedOutcome, expected: number): number {
  return statuses.subarray(0, taken).filter((status) => status !== expected).length;
}
