import { findContextById } from '../actions/context.ts';
import type { Deps } from '../platform/deps.ts';
import { logFailure } from '../platform/log.ts';
import { weekIn } from '../platform/time/clock.ts';
import { goOnDrawing } from './draw.ts';
import { closeStatements, listWorking } from './people-store.ts';
import { findSample } from './store.ts';

/** In cron: goes on with what is being drawn, and counts the answers where the time is over. */
export async function goOnWithSamples(deps: Deps, now: Date): Promise<void> {
  const failed: number[] = [];
  for (const { id, state } of await listWorking(deps.db, now)) {
    try {
      if (state === 'drawing') await goOnDrawing(deps, id, { now });
      else await closeSample(deps, id, now);
    } catch (failure) {
      logFailure('sample-failed', failure, { sample: id });
      failed.push(id);
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} samples could not go on`);
}

async function closeSample({ db }: Deps, id: number, now: Date): Promise<void> {
  const sample = await findSample(db, id);
  const context = sample && (await findContextById(db, sample.actionId));
  if (!sample?.closesAt || !context) return;
  const week = weekIn(context.city.timeZone, sample.closesAt);
  await db.batch(closeStatements(db, { id, week }, now));
}
