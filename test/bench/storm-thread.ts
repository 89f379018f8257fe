import { parentPort, workerData } from 'node:worker_threads';
import { createHistogram, record } from './histogram.ts';
import { createLane, type Job, type Lane } from './lane.ts';
import type { Requests } from './load.ts';
import type { StormJob, StormOutcome, Told } from './storm-load.ts';

const job = workerData as StormJob;
const people = job.signAt.length;

/** A browser waits half a minute for a form. People who only open the page leave after a second. */
const patienceOfWriters = 30_000;
const patienceOfReaders = 1_000;
/** How long the last requests may take after all people have arrived. */
const afterwards = 60_000;

const told = (): Told => {
  return { fine: 0, shed: 0, broken: 0, turnedAway: 0, others: {}, latencies: createHistogram() };
};
const outcome: StormOutcome = {
  ...{ signs: told(), again: told(), retries: told(), confirms: told(), views: told() },
  ...{ signed: new Uint8Array(people), confirmed: new Uint8Array(people) },
  ...{ cut: 0, arrivals: 0, seconds: 0, acknowledged: [] },
};
const writes = createLane(job.port, job.connections.writes, patienceOfWriters);
const views = createLane(job.port, job.connections.views, patienceOfReaders);
/** Requests that people will still make because of an earlier one, such as a retry. */
let planned = 0;
const startedAt = performance.now();

void run();

async function run() {
  const news = setInterval(report, 1000);
  let signs = 0;
  let looks = 0;
  while (signs < people || looks < job.viewAt.length) {
    const at = performance.now() - startedAt;
    for (; signs < people && job.signAt[signs]! <= at; signs += 1) arrive(signs);
    for (; looks < job.viewAt.length && job.viewAt[looks]! <= at; looks += 1) look(job.viewAt[looks]!);
    await sleep(1);
  }
  outcome.arrivals = secondsSoFar();
  while (planned + writes.waiting() + views.waiting() > 0 && !isOver()) await sleep(20);
  outcome.seconds = secondsSoFar();
  clearInterval(news);
  writes.close();
  views.close();
  parentPort!.postMessage({ outcome });
}

/**
 * One in ten people presses the button twice. For one in twenty the connection is cut, and they send the form again.
 */
function arrive(person: number) {
  const at = startedAt + job.signAt[person]!;
  if (person % 20 === 7) {
    outcome.cut += 1;
    writes.offer({ request: of(job.forms, person), at, cut: true });
    later(300 + (person % 7) * 100, () => sign(person, performance.now(), outcome.retries));
    return;
  }
  sign(person, at, outcome.signs);
  if (person % 10 === 3) later(100 + (person % 5) * 50, () => sign(person, performance.now(), outcome.again));
}

function sign(person: number, at: number, by: Told) {
  ask(writes, { request: of(job.forms, person), at }, by, () => {
    if (outcome.signed[person] === 1) return;
    outcome.signed[person] = 1;
    const second = Math.floor(secondsSoFar());
    outcome.acknowledged[second] = (outcome.acknowledged[second] ?? 0) + 1;
    if (person % 2 === 0) later(2000 + (person % 61) * 100, () => confirm(person));
  });
}

function confirm(person: number) {
  const button = { request: of(job.buttons, person / 2), at: performance.now() };
  ask(writes, button, outcome.confirms, () => {
    outcome.confirmed[person] = 1;
  });
}

function look(at: number) {
  ask(views, { request: job.page, at: startedAt + at }, outcome.views, () => {});
}

function ask(lane: Lane, asked: Job, by: Told, fine: () => void) {
  lane.offer({
    ...asked,
    answered(answer, turnedAway) {
      if (turnedAway) by.turnedAway += 1;
      else if (!answer) by.broken += 1;
      else if (answer.status === 200 || answer.status === 303) {
        by.fine += 1;
        record(by.latencies, performance.now() - asked.at);
        fine();
      } else if (answer.status === 503 && answer.retryAfter) by.shed += 1;
      else by.others[answer.status] = (by.others[answer.status] ?? 0) + 1;
    },
  });
}

function later(milliseconds: number, act: () => void) {
  planned += 1;
  setTimeout(() => {
    planned -= 1;
    act();
  }, milliseconds);
}

function report() {
  parentPort!.postMessage({
    progress: {
      seconds: Math.round(secondsSoFar()),
      signed: outcome.signs.fine + outcome.retries.fine,
      confirmed: outcome.confirms.fine,
      viewed: outcome.views.fine,
      waiting: writes.waiting(),
    },
  });
}

function of({ bytes, ends }: Requests, index: number): Uint8Array {
  return bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index]);
}

function isOver(): boolean {
  return secondsSoFar() * 1000 > outcome.arrivals * 1000 + afterwards;
}

function secondsSoFar(): number {
  return (performance.now() - startedAt) / 1000;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
