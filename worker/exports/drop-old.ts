import type { Deps } from '../platform/deps.ts';
import { hour } from '../platform/time/clock.ts';
import { dropOldStatement } from './store.ts';

const fileKeptFor = hour;
const stoppedAfter = 12 * hour;

export async function dropOld({ db }: Deps, now: Date): Promise<void> {
  const before = (time: number) => new Date(now.getTime() - time);
  const old = { readyBefore: before(fileKeptFor), askedBefore: before(stoppedAfter), now };
  await dropOldStatement(db, old).run();
}
