import type { Deps } from '../platform/deps.ts';
import { findLongestDue } from '../platform/mail/outbox.ts';
import { listSwitches } from '../platform/switches.ts';
import { minute } from '../platform/time/clock.ts';
import { countDifferent } from '../signatures/recount-store.ts';

const late = 20 * minute;

export type Health = { ok: true; degraded: string[] };

/** What still works but not as it should. An outage of the database is no health at all: it throws. */
export async function readHealth({ db }: Deps, now: Date): Promise<Health> {
  const [dueSince, switches, different] = await Promise.all([
    findLongestDue(db),
    listSwitches(db),
    countDifferent(db),
  ]);
  const isLate = dueSince !== null && now.getTime() - dueSince.getTime() > late;
  const degraded = switches.map(({ name, since }) => `${name} since ${since.toISOString()}`);
  if (isLate) degraded.push('mail waits longer than it should');
  if (different > 0) degraded.push('kept counts differ from the signatures');
  return { ok: true, degraded };
}
