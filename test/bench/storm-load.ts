import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Histogram } from './histogram.ts';
import type { Requests } from './load.ts';

export type StormJob = {
  port: number;
  /** One form for each person, and one confirmation for every second person. */
  forms: Requests;
  buttons: Requests;
  page: Uint8Array;
  /** Milliseconds from the start, sorted: when each person signs, and when somebody opens the page. */
  signAt: Float64Array;
  viewAt: Float64Array;
  connections: { writes: number; views: number };
};

export type Told = {
  /** Answers that accepted the request. */
  fine: number;
  /** Answers with status 503 and Retry-After. */
  shed: number;
  /** Connections that broke or gave no answer. */
  broken: number;
  /** Requests that were not sent, because no connection was free in time. */
  turnedAway: number;
  /** Any other status, with how often it came. */
  others: Record<string, number>;
  latencies: Histogram;
};

export type Tally = { signs: Told; again: Told; retries: Told; confirms: Told; views: Told };

export type StormOutcome = Tally & {
  /** 1 for each person who was told that the signature is stored, by any attempt; the same for confirmations. */
  signed: Uint8Array;
  confirmed: Uint8Array;
  cut: number;
  /** Seconds from the start to the last arrival, and to the last answer. */
  arrivals: number;
  seconds: number;
  /** Signatures acknowledged in each second. */
  acknowledged: number[];
};

export type StormProgress = {
  seconds: number;
  signed: number;
  confirmed: number;
  viewed: number;
  waiting: number;
};

export function runStormLoad(job: StormJob, progress: (at: StormProgress) => void): Promise<StormOutcome> {
  const thread = new Worker(join(import.meta.dirname, 'storm-thread.ts'), { workerData: job });
  return new Promise((resolve, reject) => {
    thread.on('error', reject);
    thread.on('message', (message: { progress: StormProgress } | { outcome: StormOutcome }) => {
      if ('progress' in message) progress(message.progress);
      else {
        resolve(message.outcome);
        void thread.terminate();
      }
    });
  });
}
