import { join } from 'node:path';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { type Load, startLoad } from './load.ts';
import { type Figure, figureOf } from './report.ts';
import { runRound } from './rounds.ts';
import type { Ground } from './run-figures.ts';
import { type Manned, openStations } from './stations.ts';
import { hello, pagesOfSite } from './steps.ts';
import { createProgress } from './words.ts';

const [campaigns, actions] = [50, 50];
const connections = 64;

/** Whether a deployment with 50 more campaigns of 50 petitions each is as fast as one with a single campaign. */
export async function runCampaigns(ground: Ground): Promise<Figure[]> {
  const [alone] = await openStations({ ...ground, dir: join(ground.dir, 'alone') }, [0]);
  const [among] = await openStations({ ...ground, dir: join(ground.dir, 'among') }, [0]);
  const load = startLoad();
  try {
    if (!alone || !among) throw new Error('no stations');
    await openOthers(among.station.server.db);
    return await compare(load, { alone, among }, ground);
  } finally {
    await load.stop();
    await alone?.station.server.stop();
    await among?.station.server.stop();
  }
}

async function openOthers(db: D1Database): Promise<void> {
  const progress = createProgress();
  for (let n = 1; n <= campaigns; n += 1) {
    progress.say(`opened ${n} of ${campaigns} campaigns`);
    const opened = await openKit(db, smallKit({ petitions: actions }), new Date());
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  }
  progress.end();
}

type Both = { alone: Manned; among: Manned };

/** In turns, each of the two first in every other round. A page is compared by its share of hello on its own server. */
async function compare(load: Load, { alone, among }: Both, { plan }: Ground): Promise<Figure[]> {
  const steps = [hello, ...pagesOfSite, hello];
  const shares = new Map(
    pagesOfSite.map(({ name }) => [name, { alone: [] as number[], among: [] as number[] }]),
  );
  const rates = new Map(
    pagesOfSite.map(({ name }) => [name, { alone: [] as number[], among: [] as number[] }]),
  );
  // The first round only warms up.
  for (let round = 0; round <= plan.sizeRounds; round += 1) {
    const order = round % 2 === 0 ? (['alone', 'among'] as const) : (['among', 'alone'] as const);
    for (const which of order) {
      const measured = await runRound(load, { alone, among }[which], { ...plan, connections }, steps);
      for (const { step, slice, floors } of round === 0 ? [] : measured) {
        shares.get(step)?.[which].push(slice.rate / (floors.hello?.rate ?? Number.NaN));
        rates.get(step)?.[which].push(slice.rate);
      }
    }
  }
  return pagesOfSite.map(({ name }) => {
    const [share, rate] = [shares.get(name), rates.get(name)];
    const ratios = share?.among.map((value, n) => value / (share.alone[n] ?? Number.NaN)) ?? [];
    return figureOf(
      `${name}/${connections}/${campaigns} campaigns of ${actions} over one, of hello`,
      '1/s',
      { values: rate?.among ?? [], floors: rate?.alone ?? [], ratios },
      { of: 'ratio', is: 'at least', bound: 0.9 },
    );
  });
}
