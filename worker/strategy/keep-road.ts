import type { Deps } from '../platform/deps.ts';
import { dateIn } from '../platform/time/clock.ts';
import { keepRoadStatement, listRoads } from './road-store.ts';
import { roadOfDay } from './write.ts';

const atOnce = 100;

/** Positions fade without anybody doing anything, so each day is counted once even if nothing was entered. */
export async function keepRoads({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> {
  for (let after: number | undefined = 0; after !== undefined; ) {
    const roads: Awaited<ReturnType<typeof listRoads>> = await listRoads(db, { after, most: atOnce });
    const due = roads.flatMap(({ id, timeZone, lastDay }) => {
      const today = dateIn(timeZone, now);
      return lastDay === today ? [] : [keepRoadStatement(db, roadOfDay({ id }, today))];
    });
    if (due.length > 0) await db.batch(due);
    after = roads.length === atOnce ? roads.at(-1)?.id : undefined;
  }
}
