import { minute } from './platform/clock.ts';
import type { Deps } from './platform/deps.ts';

const late = 20 * minute;

export type Health = { ok: true; degraded: string[] };

/** What still works but not as it should. An outage of the database is no health at all: it throws. */
export async function readHealth({ db }: Deps, now: Date): Promise<Health> {
  const oldest = await db
    .prepare("SELECT min(due_at) AS due_at FROM outbox WHERE state = 'waiting'")
    .first<number>('due_at');
  const isLate = oldest !== null && now.getTime() - oldest > late;
  return { ok: true, degraded: isLate ? ['mail waits longer than it should'] : [] };
}
