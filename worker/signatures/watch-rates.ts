import type { Deps } from '../platform/deps.ts';
import {
  countArrivalsStatements,
  findArrivals,
  forgetArrivalsStatements,
  noteRatesStatement,
} from './arrivals-store.ts';

/** Small steps, so that signing never waits long. The next run continues. */
const rowsAStep = 1000;
const stepsARun = 40;

/** Counts arrivals by hour, and records unusual rates. */
export async function watchRates({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> {
  for (let step = 0; step < stepsARun; step += 1) {
    const arrivals = await findArrivals(db, rowsAStep);
    if (arrivals) {
      await db.batch([
        ...countArrivalsStatements(db, arrivals),
        noteRatesStatement(db, { firstHour: arrivals.firstHour, now }),
      ]);
    }
    if (!arrivals || arrivals.rows < rowsAStep) return;
  }
}

/** Counts that are needed no longer, and what was found long ago, with the fingerprints in them. */
export async function forgetArrivals({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> {
  await db.batch(forgetArrivalsStatements(db, now));
}
