import type { Deps } from '../platform/deps.ts';
import { log, logFailure } from '../platform/log.ts';
import { dateIn, hour } from '../platform/time/clock.ts';
import {
  listToRecount,
  type Numbers,
  readThreeAccounts,
  saveRecount,
  type ThreeAccounts,
} from './recount-store.ts';

/** In the city: when it sleeps. */
const nightStartsAt = 3 * hour;
/** What one run of cron recounts at most; the next goes on from there. */
const actionsARun = 20;

/**
 * Once a night, counts each petition's signatures from their rows and compares with what is kept. A difference is an
 * error for people to look into: nothing is put right here.
 */
export async function recountDue({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> {
  const night = (timeZone: string) => dateIn(timeZone, new Date(now.getTime() - nightStartsAt));
  const due = (await listToRecount(db)).filter(
    ({ timeZone, recountedOn }) => recountedOn === null || recountedOn < night(timeZone),
  );
  const failed: number[] = [];
  for (const { actionId, timeZone } of due.slice(0, actionsARun)) {
    try {
      const differences = findDifferences(await readThreeAccounts(db, actionId));
      await saveRecount(db, actionId, { at: now, on: night(timeZone), differences });
      if (differences.length > 0) report(actionId, differences);
    } catch (failure) {
      failed.push(actionId);
      logFailure('recount-failed', failure, { action: actionId });
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} petitions could not be recounted`);
}

function report(action: number, differences: string[]): void {
  log('error', 'recount-differs', {
    action,
    differences: differences.length,
    first: differences.slice(0, 10).join('; '),
  });
}

/**
 * Each number that is not the same by the rows, in the kept counts and in the sum of all weeks' changes, which are not
 * kept of days nor of what a source brought beside its credit.
 */
export function findDifferences({ rows, kept, changes }: ThreeAccounts): string[] {
  const keys = [...new Set([...rows.keys(), ...kept.keys(), ...changes.keys()])].sort();
  return keys.flatMap((key) => {
    const of = (numbers: Numbers) => numbers.get(key) ?? 0;
    const byRows = of(rows);
    const told: string[] = [];
    if (of(kept) !== byRows) told.push(`${key}: kept ${of(kept)}, counted ${byRows}`);
    if (!/^(day|received|overlap) /.test(key) && of(changes) !== byRows) {
      told.push(`${key}: changes add up to ${of(changes)}, counted ${byRows}`);
    }
    return told;
  });
}
