import type { Deps } from '../platform/deps.ts';
import { listQuery, runQuery } from '../platform/query.ts';
import { type Added, addedBy, endOf, speeds, sumOf, type Walk } from './rules.ts';
import { addDays, nextOfWalkQuery, storedSums } from './store.ts';

/** Small steps, so that signing never waits long. The next run continues. */
const rowsAStep = 1000;
const stepsARun = 20;

const walks: readonly Walk[] = ['received', ...speeds];

/** Goes on with every walk through the signatures. Each of them is read once by each walk, when it is old enough. */
export async function countDays({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> {
  const nextOf = (walk: Walk) => {
    const until = new Date(now.getTime() - (walk === 'received' ? 0 : endOf[walk]));
    return nextOfWalkQuery(db, walk, { until, most: rowsAStep });
  };
  const firstOf = await runQuery(db, listQuery(walks.map(nextOf)));
  for (const [place, walk] of walks.entries()) {
    let passed = firstOf[place];
    for (let step = 1; passed; step += 1) {
      const { rows, after, last } = passed;
      const found = addedBy(walk, rows);
      const added = walk === 'received' ? await withStored(db, found) : found;
      await addDays(db, walk, { added, after, last });
      const isDone = rows.length < rowsAStep || step === stepsARun;
      passed = isDone ? null : await runQuery(db, nextOf(walk));
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
