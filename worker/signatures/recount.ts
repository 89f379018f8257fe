import type { Deps } from '../platform/deps.ts';
import { log, logFailure } from '../platform/log.ts';
import { addDays, dateIn, localInstant } from '../platform/time/clock.ts';
import type { Numbers, Recount, ThreeAccounts } from './recount-section.ts';
import { listDueRecounts, postponeRecount, saveRecount } from './recount-store.ts';

/** Night in the city's time zone. */
const nightStartsAt = '03:00';
/** The most that one cron run recounts; the next run continues. */
const actionsARun = 20;

/**
 * Once a night, counts each action's signatures and answers from their rows and compares them with the stored counts. A
 * difference is logged as an error; nothing is corrected here.
 */
export async function recountDue(
  { db }: Pick<Deps, 'db'>,
  now: Date,
  recounts: readonly Recount[],
): Promise<void> {
  const failed: number[] = [];
  for (const { actionId, timeZone } of await listDueRecounts(db, now, actionsARun)) {
    try {
      const differences = await findDifferences(db, actionId, recounts);
      await saveRecount(db, actionId, { now, differences, dueAt: nightAfter(timeZone, now) });
      if (differences.length > 0) report(actionId, differences);
    } catch (failure) {
      failed.push(actionId);
      logFailure('recount-failed', failure, { action: actionId });
      await postponeRecount(db, actionId, now);
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} actions could not be recounted`);
}

/** Each number that differs between the rows, the stored counts and the sum of all weeks' changes. */
export async function findDifferences(
  db: D1Database,
  actionId: number,
  recounts: readonly Recount[],
): Promise<string[]> {
  const differences: string[] = [];
  for (const recount of recounts) differences.push(...differencesIn(await recount(db, actionId)));
  return differences;
}

export function differencesIn({ rows, kept, changes }: ThreeAccounts): string[] {
  const keys = [...new Set([...rows.keys(), ...kept.keys(), ...changes.keys()])].sort();
  return keys.flatMap((key) => {
    const of = (numbers: Numbers) => numbers.get(key) ?? 0;
    const counted = of(rows);
    return [
      ...(of(kept) === counted ? [] : [`${key}: kept ${of(kept)}, counted ${counted}`]),
      ...(of(changes) === counted ? [] : [`${key}: changes add up to ${of(changes)}, counted ${counted}`]),
    ];
  });
}

function nightAfter(timeZone: string, now: Date): Date {
  const today = dateIn(timeZone, now);
  const tonight = localInstant(`${today}T${nightStartsAt}`, timeZone);
  return tonight <= now ? localInstant(`${addDays(today, 1)}T${nightStartsAt}`, timeZone) : tonight;
}

function report(action: number, differences: string[]): void {
  log('error', 'recount-differs', {
    action,
    differences: differences.length,
    first: differences.slice(0, 10).join('; '),
  });
}
