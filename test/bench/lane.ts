import { type Answer, type Connection, openConnection } from './connection.ts';

export type Job = {
  request: Uint8Array;
  /** When the person pressed the button, even if no connection was free then. Latencies are measured from here. */
  at: number;
  /** Sends the request and closes the connection without waiting for an answer. */
  cut?: boolean;
  /** The answer is null if the connection broke or if none was free in time (`turnedAway`). */
  answered?(answer: Answer | null, turnedAway: boolean): void;
};

export type Lane = { offer(job: Job): void; waiting(): number; close(): void };

/** At most `most` connections. If none is free, a request waits for up to `patience` milliseconds. */
export function createLane(port: number, most: number, patience: number): Lane {
  const idle: Connection[] = [];
  const all: Connection[] = [];
  let queue: Job[] = [];
  let head = 0;

  function start(line: Connection, job: Job) {
    if (job.cut) {
      line.sendAndCut(job.request);
      return next(line);
    }
    line.send(job.request, (answer) => {
      job.answered?.(answer, false);
      next(line);
    });
  }

  function next(line: Connection) {
    const job = take();
    if (job) start(line, job);
    else idle.push(line);
  }

  function take(): Job | undefined {
    const tooOld = performance.now() - patience;
    while (head < queue.length) {
      const job = queue[head++]!;
      if (job.at >= tooOld) return job;
      job.answered?.(null, true);
    }
    queue = [];
    head = 0;
    return undefined;
  }

  function openOne(): Connection | undefined {
    if (all.length >= most) return undefined;
    const line = openConnection(port);
    all.push(line);
    return line;
  }

  return {
    offer(job) {
      const line = idle.pop() ?? openOne();
      if (line) start(line, job);
      else queue.push(job);
    },
    waiting: () => queue.length - head + all.length - idle.length,
    close() {
      for (const line of all) line.close();
    },
  };
}
