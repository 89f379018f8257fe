import { parentPort } from 'node:worker_threads';
import { openConnection } from './connection.ts';
import { createHistogram, record } from './histogram.ts';
import type { ClosedJob, ClosedOutcome } from './load.ts';

/** How long a request may still take after the end of the measurement. */
const patience = 10_000;

parentPort!.on('message', (job: ClosedJob) => {
  void runClosed(job).then((outcome) => {
    parentPort!.postMessage(outcome, [outcome.statuses.buffer as ArrayBuffer]);
  });
});

/**
 * Each connection sends its next request after the answer to the one before. The time is measured from the first
 * request to the last answer: answers arrive in groups, so a fixed window would give random results.
 */
async function runClosed({ port, connections, bytes, ends, again, time }: ClosedJob) {
  const histogram = createHistogram();
  const statuses = new Uint16Array(again ? 600 : ends.length);
  const startedAt = performance.now();
  const sendUntil = startedAt + time;
  let taken = 0;
  let lastAt = startedAt;

  function note(index: number, sentAt: number, status: number) {
    lastAt = performance.now();
    if (again) statuses[status]! += 1;
    else statuses[index] = status;
    if (status > 0) record(histogram, lastAt - sentAt);
  }

  const lines = Array.from({ length: connections }, () => openConnection(port));
  const done = lines.map(
    (line) =>
      new Promise<void>((resolve) => {
        const next = () => {
          const index = again ? 0 : taken;
          if (performance.now() >= sendUntil || index >= ends.length) return resolve();
          taken += 1;
          const request = bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index]);
          const sentAt = performance.now();
          line.send(request, (answer) => {
            note(index, sentAt, answer?.status ?? 0);
            next();
          });
        };
        next();
      }),
  );
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise((resolve) => {
    timer = setTimeout(resolve, time + patience);
  });
  await Promise.race([Promise.all(done), tooLong]);
  clearTimeout(timer);
  for (const line of lines) line.close();
  const outcome: ClosedOutcome = {
    histogram,
    statuses,
    taken,
    seconds: (lastAt - startedAt) / 1000,
  };
  return outcome;
}
