import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { readConfig } from '../../worker/commands/wrangler-config.ts';
import { countingDb } from '../support/counting-db.ts';
import { storeReaders } from '../support/readers.ts';
import { bundleForNode } from './build.ts';
import { type Load, startLoad } from './load.ts';
import { type Budget, type Figure, figureOf, jsonLine } from './report.ts';
import { runRound } from './rounds.ts';
import type { Ground } from './run-figures.ts';
import { type Manned, openStations } from './stations.ts';
import { sizeSteps } from './steps.ts';
import { createProgress, median, thousands } from './words.ts';

const connections = 64;
const sliceTime = 6000;
const rounds = 4;
const storedAtOnce = 2000;
/** A step follows another after as long as the outbox's own pace and its queue take. */
const pause = 500;
const megabyte = 1024 * 1024;

type Mailing = Awaited<ReturnType<typeof import('./mailing-app.ts')['mailingApp']>>;

/**
 * News to 100,000 people: what the list and the sending read and hold at a time, and signing while it is sent, against
 * signing alone.
 */
export async function runMailing(ground: Ground): Promise<Figure[]> {
  const people = Math.min(100_000, ground.plan.sizes.at(-1) ?? 0);
  const manned = (await openStations(ground, [0]))[0]!;
  const { db } = manned.station.server;
  const load = startLoad();
  const { mailingApp } = (await import(
    await bundleForNode('mailing-app.ts')
  )) as typeof import('./mailing-app.ts');
  try {
    await fill(ground, manned, people);
    const campaignId = await db
      .prepare('SELECT campaign_id FROM actions WHERE id = ?')
      .bind(manned.station.actionId)
      .first<number>('campaign_id');
    const most = { rows: 0, length: 0, ofStep: 0 };
    const counted = countingDb(db, ({ rows, values }) => {
      most.ofStep += rows;
      const lengths = values.map((value) => (typeof value === 'string' ? value.length : 0));
      most.rows = Math.max(most.rows, rows);
      most.length = Math.max(most.length, ...lengths);
    });
    const mailing = await mailingApp({ db: counted, uncounted: db }, readConfig().vars, campaignId ?? 0);
    const rowsOf = async (step: () => Promise<void>) => {
      most.ofStep = 0;
      await step();
      return most.ofStep;
    };
    const listed = await list(mailing, people, rowsOf);
    for (const figure of listed) console.log(jsonLine(figure));
    await mailing.begin();
    const signing = await signingMeanwhile(load, manned, mailing);
    const { figures } = await mailing.now();
    console.log(`Signing while ${thousands(figures.sent)} mails were sent.`);
    const sent = await sendMore(mailing, people, rowsOf);
    return [
      ...listed,
      ...sent,
      figureOf(
        `mailing/${people} most rows of a statement`,
        'rows read',
        { values: [most.rows] },
        { of: 'median', is: 'at most', bound: 3000 },
      ),
      figureOf(
        `mailing/${people} longest value of a statement`,
        'KB',
        { values: [most.length / 1024] },
        { of: 'median', is: 'at most', bound: 1024 },
      ),
      signing,
    ];
  } finally {
    await load.stop();
    await manned.station.server.stop();
    rmSync(`${ground.dir}/stored-0`, { recursive: true });
  }
}

async function fill({ keyring }: Ground, { station }: Manned, people: number): Promise<void> {
  const progress = createProgress();
  const deps = { db: station.server.db, keyring };
  for (let stored = 0; stored < people; stored += storedAtOnce) {
    const n = Math.min(storedAtOnce, people - stored);
    await storeReaders({ deps }, { action: { id: station.actionId } }, { n, prefix: `b${stored}-` });
    progress.say(`stored ${thousands(stored + n)} of ${thousands(people)}`);
  }
  progress.end();
}

type RowsOf = (step: () => Promise<void>) => Promise<number>;

/** Neither the rows that a step reads nor the memory of the process may grow with the people. */
function stepsOf(name: string, rows: number[], heaps: number[]): Figure[] {
  const quarter = Math.ceil(rows.length / 4);
  const [early, late] = [rows.slice(0, quarter), rows.slice(-quarter - 1, -1)];
  const half = Math.floor(heaps.length / 2);
  const peaks = [Math.max(...heaps.slice(0, half)), Math.max(...heaps.slice(half))] as const;
  return [
    figureOf(
      `${name}, rows read by a late step, against an early one`,
      'rows read',
      { values: [median(late)], floors: [median(early)] },
      { of: 'ratio', is: 'at most', bound: 1.1 },
    ),
    figureOf(
      `${name}, peak heap in the second half, against the first`,
      'MB',
      { values: [peaks[1]], floors: [peaks[0]] },
      { of: 'ratio', is: 'at most', bound: 1.2 },
    ),
  ];
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / megabyte;
}

async function list(mailing: Mailing, people: number, rowsOf: RowsOf): Promise<Figure[]> {
  const startedAt = Date.now();
  const rows: number[] = [];
  const heaps: number[] = [];
  while ((await mailing.now()).state === 'counting') {
    rows.push(await rowsOf(mailing.list));
    heaps.push(heap());
  }
  const found = (await mailing.now()).people;
  if (found !== people) throw new Error(`${found} of ${people} people are on the list`);
  const name = `mailing/${people} people listed`;
  const rate = people / ((Date.now() - startedAt) / 1000);
  return [figureOf(name, '1/s', { values: [rate] }), ...stepsOf(name, rows, heaps)];
}

const stepsSent = 20;

/** The first steps, and then the last ones: those between are passed over, as if they had been sent. */
async function sendMore(mailing: Mailing, people: number, rowsOf: RowsOf): Promise<Figure[]> {
  const startedAt = Date.now();
  const before = (await mailing.now()).figures.sent;
  const rows: number[] = [];
  const heaps: number[] = [];
  const send = async () => {
    rows.push(await rowsOf(mailing.send));
    heaps.push(heap());
  };
  for (let step = 0; step < stepsSent; step += 1) await send();
  await mailing.passOver(stepsSent * 100);
  while ((await mailing.now()).state === 'sending') await send();
  const { passed, figures } = await mailing.now();
  if (passed !== people) throw new Error(`the turn of ${passed} of ${people} people came`);
  const name = `mailing/${people} mails written and settled`;
  const rate = (figures.sent - before) / ((Date.now() - startedAt) / 1000);
  return [figureOf(name, '1/s', { values: [rate] }), ...stepsOf(name, rows, heaps)];
}

async function signingMeanwhile(load: Load, manned: Manned, mailing: Mailing): Promise<Figure> {
  const steps = sizeSteps.filter(({ name }) => name === 'sign-form');
  const rate = async () =>
    (await runRound(load, manned, { connections, time: sliceTime }, steps))[0]!.slice.rate;
  const values: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // The chores are done in both, and each goes first in every other round: the sending is the only difference.
    const alone = async () => floors.push(await whileDoing(mailing.leaveOutOthers, rate));
    const beside = async () => values.push(await whileDoing(mailing.send, rate));
    for (const one of round % 2 === 0 ? [alone, beside] : [beside, alone]) await one();
  }
  const budget: Budget = { of: 'ratio', is: 'at least', bound: 0.9 };
  return figureOf('sign-form/64 while news is mailed', '1/s', { values, floors }, budget);
}

async function whileDoing(step: () => Promise<void>, measured: () => Promise<number>): Promise<number> {
  let isOver = false;
  const work = (async () => {
    while (!isOver) {
      await step();
      await setTimeout(pause);
    }
  })();
  const rate = await measured();
  isOver = true;
  await work;
  return rate;
}
