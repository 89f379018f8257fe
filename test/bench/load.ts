import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Histogram } from './histogram.ts';

export type Requests = { bytes: Uint8Array; ends: Uint32Array };

export type ClosedJob = Requests & {
  port: number;
  connections: number;
  /** Whether to repeat the first request. Otherwise each request is sent once, until none is left. */
  again: boolean;
  /** After so many milliseconds no new request is sent. */
  time: number;
};

export type ClosedOutcome = {
  histogram: Histogram;
  /** The status of each request, 0 if it got no answer. With `again`, how often each status came. */
  statuses: Uint16Array;
  taken: number;
  /** From the first request to the last answer. */
  seconds: number;
};

export type Load = {
  closed(job: ClosedJob): Promise<ClosedOutcome>;
  stop(): Promise<number>;
};

/** Runs in its own thread, so that load and server do not share an event loop. */
export function startLoad(): Load {
  const thread = new Worker(join(import.meta.dirname, 'load-thread.ts'));
  return {
    async closed(job) {
      thread.postMessage(job);
      const [outcome] = await once(thread, 'message');
      return outcome;
    },
    stop: () => thread.terminate(),
  };
}

export function joinRequests(requests: Uint8Array[]): Requests {
  const ends = new Uint32Array(requests.length);
  let end = 0;
  for (const [index, request] of requests.entries()) {
    end += request.length;
    ends[index] = end;
  }
  return { bytes: Buffer.concat(requests), ends };
}
