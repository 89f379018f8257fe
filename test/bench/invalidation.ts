import { setTimeout } from 'node:timers/promises';
import { goOnWithInvalidations } from '../../worker/invalidation/go-on.ts';
import { insertStatement, moveStatement } from '../../worker/invalidation/store.ts';
import type { Load } from './load.ts';
import { type Budget, type Figure, figureOf } from './report.ts';
import { runRound } from './rounds.ts';
import type { Manned } from './stations.ts';
import { sizeSteps } from './steps.ts';

const connections = 64;
/** Long enough for several pieces: there is one a second or less, as the queue wakes it. */
const sliceTime = 6000;
const rounds = 3;

/** Signing while many signatures are struck off together, against signing alone, in turns. */
export async function invalidationFigure(load: Load, manned: Manned): Promise<Figure> {
  const { db } = manned.station.server;
  const steps = sizeSteps.filter(({ name }) => name === 'sign-form');
  const rate = async () =>
    (await runRound(load, manned, { connections, time: sliceTime }, steps))[0]!.slice.rate;
  const id = await beginToStrike(db, manned.station.actionId);
  const values: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    floors.push(await rate());
    values.push(await whileStriking(db, rate));
  }
  const struck = await db
    .prepare('SELECT struck FROM invalidations WHERE id = ?')
    .bind(id)
    .first<number>('struck');
  if (!struck) throw new Error('nothing was struck off meanwhile');
  console.log(`Signing while ${struck} signatures were struck off.`);
  const budget: Budget = { of: 'ratio', is: 'at least', bound: 0.9 };
  return figureOf('sign-form/64 while an invalidation runs', '1/s', { values, floors }, budget);
}

async function beginToStrike(db: D1Database, actionId: number): Promise<string> {
  const id = 'BENCH'.padEnd(26, '0');
  const now = new Date();
  const campaignId = await db
    .prepare('SELECT campaign_id FROM actions WHERE id = ?')
    .bind(actionId)
    .first<number>('campaign_id');
  const made = { id, campaignId: campaignId ?? 0, actionId, madeBy: 'command', sealed: null, now };
  await db.batch([
    insertStatement(db, { ...made, conditions: { from: 0 } }),
    moveStatement(db, { id, from: ['counting'], to: 'running', code: 'automated' }),
  ]);
  return id;
}

async function whileStriking(db: D1Database, measured: () => Promise<number>): Promise<number> {
  const { shippedHouse } = await import('../../worker/main/features.ts');
  let isOver = false;
  const work = (async () => {
    while (!isOver) {
      const deps = { db, clock: () => new Date(), wake: async () => {} };
      await goOnWithInvalidations(deps, new Date(), shippedHouse.hooks);
      await setTimeout(1000);
    }
  })();
  const rate = await measured();
  isOver = true;
  await work;
  return rate;
}
