import type { Deps } from '../platform/deps.ts';
import { type Added, addedBy, endOf, speeds, sumOf, type Walk } from './rules.ts';
import { addDays, findNextOfWalk, storedSums } from './store.ts';

/** Small steps, so that signing never waits long. The next run continues. */
const rowsAStep = 1000;
const stepsARun = 20;

const walks: readonly Walk[] = ['received', ...speeds];

/** Goes on with every walk through the signatures. Each of them is read once by each walk, when it is old enough. */
export async function countDays({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> {
  for (const walk of walks) {
    const until = new Date(now.getTime() - (walk === 'received' ? 0 : endOf[walk]));
    for (let step = 0; step < stepsARun; step += 1) {
      const passed = await findNextOfWalk(db, walk, { until, most: rowsAStep });
      if (!passed) break;
      const { rows, after, last } = passed;
      const found = addedBy(walk, rows);
      const added = walk === 'received' ? await withStored(db, found) : found;
      await addDays(db, walk, { added, after, last });
      if (rows.length < rowsAStep) break;
    }
  }
}

async function withStored(db: D1Database, added: readonly Added[]): Promise<Added[]> {
  const stored = await storedSums(db, added);
  return added.map((one) => {
    const known = stored.get(`${one.actionId} ${one.day}`);
    if (!known) return one;
    return {
      ...one,
      hours: sumOf(known.hours, one.hours),
      languages: sumOf(known.languages, one.languages),
    };
  });
}
