import { rmSync } from 'node:fs';
import type { Keyring } from '../../worker/platform/crypto/keyring.ts';
import type { Bundles } from './build.ts';
import { coldStartFigures } from './cold-start.ts';
import { digestFigure } from './digest.ts';
import { figuresOf, figureTable, figureTables, sizeFigures } from './figures.ts';
import { invalidationFigure } from './invalidation.ts';
import { type Load, startLoad } from './load.ts';
import type { Plan } from './plan.ts';
import type { Figure } from './report.ts';
import { type Measured, runRound } from './rounds.ts';
import { staffPageFigures } from './staff-page.ts';
import { type Manned, openStations } from './stations.ts';
import { everyStep, mainSteps, partsOfSigning, sizeSteps } from './steps.ts';
import { bundleFigure, pageFigure } from './weights.ts';
import { createProgress } from './words.ts';

export type Ground = { bundles: Bundles; template: string; keyring: Keyring; dir: string; plan: Plan };

const main = 64;

/** Measures all figures of the routes, the digest and the page weight. Prints tables and returns the figures. */
export async function runFigures(ground: Ground): Promise<Figure[]> {
  const { plan } = ground;
  const manned = await openStations(ground, plan.sizes);
  const load = startLoad();
  try {
    const measured = await measureRoutes(load, manned, plan);
    const parts = await measureParts(load, manned[0]!, plan);
    const sizes = await compareSizes(load, manned, plan);
    for (const text of figureTables(measured)) console.log(`\n${text}`);
    console.log(`\nWhat signing consists of, each line with all above it\n\n${figureTable(parts)}`);
    const fullest = manned.at(-1)!.station;
    console.log('');
    return [
      ...figuresOf(measured),
      ...sizeFigures(sizes),
      await digestFigure(fullest.server.db, fullest.stored),
      ...(await staffPageFigures(load, manned.at(-1)!, ground)),
      await invalidationFigure(load, manned.at(-1)!),
      ...(await coldStartFigures(ground)),
      bundleFigure(ground.bundles.worker),
      await pageFigure(manned[0]!.station.server.port),
    ];
  } finally {
    await load.stop();
    for (const { station } of manned) await station.server.stop();
    for (const { station } of manned) rmSync(`${ground.dir}/stored-${station.stored}`, { recursive: true });
  }
}

async function measureRoutes(load: Load, manned: Manned[], plan: Plan): Promise<Measured[]> {
  const measured: Measured[] = [];
  const progress = createProgress();
  for (const one of manned) await runRound(load, one, { ...plan, connections: main }, everyStep);
  for (let round = 1; round <= plan.rounds; round += 1) {
    for (const one of manned) {
      progress.say(`round ${round} of ${plan.rounds}, ${one.station.stored} stored`);
      measured.push(...(await runRound(load, one, { ...plan, connections: main }, everyStep)));
    }
  }
  for (const connections of plan.besides) {
    for (const one of [manned[0]!, manned.at(-1)!]) {
      progress.say(`${connections} connections, ${one.station.stored} stored`);
      measured.push(...(await runRound(load, one, { ...plan, connections }, mainSteps)));
    }
  }
  progress.end();
  return measured;
}

async function measureParts(load: Load, one: Manned, plan: Plan): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (let round = 0; round <= plan.rounds; round += 1) {
    const slices = await runRound(load, one, { ...plan, connections: main }, partsOfSigning);
    if (round > 0) measured.push(...slices);
  }
  return measured;
}

/** Measures in turns: the empty station, the fullest one, the empty one again. */
async function compareSizes(load: Load, manned: Manned[], plan: Plan) {
  const [empty, full] = [manned[0]!, manned.at(-1)!];
  const pairs = sizeSteps.map(({ name }) => {
    return { step: name, stored: full.station.stored, empty: [] as number[], full: [] as number[] };
  });
  const progress = createProgress();
  for (let round = 1; round <= plan.sizeRounds; round += 1) {
    progress.say(`none stored against ${full.station.stored}: ${round} of ${plan.sizeRounds}`);
    for (const pair of pairs) {
      const steps = sizeSteps.filter(({ name }) => name === pair.step);
      const rateOf = async (one: Manned) =>
        (await runRound(load, one, { ...plan, connections: main }, steps))[0]!.slice.rate;
      const order = round % 2 === 1 ? [empty, full] : [full, empty];
      const rates = [await rateOf(order[0]!), await rateOf(order[1]!)];
      pair.empty.push(rates[order.indexOf(empty)]!);
      pair.full.push(rates[order.indexOf(full)]!);
    }
  }
  progress.end();
  return pairs;
}
