import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { readConfig } from '../../worker/commands/wrangler-config.ts';
import { countingDb } from '../support/counting-db.ts';
import { storeReaders } from '../support/readers.ts';
import { bundleForNode } from './build.ts';
import { type Load, startLoad } from './load.ts';
import { type Budget, type Figure, figureOf } from './report.ts';
import { runRound } from './rounds.ts';
import type { Ground } from './run-figures.ts';
import { type Manned, openStations } from './stations.ts';
import { sizeSteps } from './steps.ts';
import { createProgress, thousands } from './words.ts';

const connections = 64;
const sliceTime = 6000;
const rounds = 3;
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
    const most = { rows: 0, length: 0 };
    const counted = countingDb(db, ({ rows, values }) => {
      const lengths = values.map((value) => (typeof value === 'string' ? value.length : 0));
      most.rows = Math.max(most.rows, rows);
      most.length = Math.max(most.length, ...lengths);
    });
    const mailing = await mailingApp(counted, readConfig().vars, campaignId ?? 0);
    const listed = await list(mailing, people);
    await mailing.begin();
    const signing = await signingMeanwhile(load, manned, mailing);
    const { figures } = await mailing.now();
    console.log(`Signing while ${thousands(figures.sent)} mails were sent.`);
    return [
      ...listed,
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

/** The process may hold some steps, but not the list: its memory must not grow with the people. */
async function list(mailing: Mailing, people: number): Promise<Figure[]> {
  const startedAt = Date.now();
  const heaps: number[] = [];
  while ((await mailing.now()).state === 'counting') {
    await mailing.list();
    globalThis.gc?.();
    heaps.push(process.memoryUsage().heapUsed / megabyte);
  }
  const found = (await mailing.now()).people;
  if (found !== people) throw new Error(`${found} of ${people} people are on the list`);
  const seconds = (Date.now() - startedAt) / 1000;
  const half = heaps.slice(Math.floor(heaps.length / 2));
  return [
    figureOf(`mailing/${people} people listed`, '1/s', { values: [people / seconds] }),
    figureOf(`mailing/${people} heap of the listing process, its second half`, 'MB', { values: half }),
  ];
}

async function signingMeanwhile(load: Load, manned: Manned, mailing: Mailing): Promise<Figure> {
  const steps = sizeSteps.filter(({ name }) => name === 'sign-form');
  const rate = async () =>
    (await runRound(load, manned, { connections, time: sliceTime }, steps))[0]!.slice.rate;
  const values: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    floors.push(await rate());
    values.push(await whileSending(mailing, rate));
  }
  const budget: Budget = { of: 'ratio', is: 'at least', bound: 0.9 };
  return figureOf('sign-form/64 while news is mailed', '1/s', { values, floors }, budget);
}

async function whileSending(mailing: Mailing, measured: () => Promise<number>): Promise<number> {
  let isOver = false;
  const work = (async () => {
    while (!isOver) {
      await mailing.send();
      await setTimeout(pause);
    }
  })();
  const rate = await measured();
  isOver = true;
  await work;
  return rate;
}
