import { minute } from './platform/clock.ts';
import type { Deps } from './platform/deps.ts';
import { findLongestDue } from './platform/mail/outbox.ts';

const late = 20 * minute;

export type Health = { ok: true; degraded: string[] };

/** What still works but not as it should. An outage of the database is no health at all: it throws. */
export async function readHealth({ db }: Deps, now: Date): Promise<Health> {
  const dueSince = await findLongestDue(db);
  const isLate = dueSince !== null && now.getTime() - dueSince.getTime() > late;
  return { ok: true, degraded: isLate ? ['mail waits longer than it should'] : [] };
}
