import type { Deps } from '../platform/deps.ts';
import type { House } from './feature.ts';

export type Health = { ok: true; degraded: string[] };

/** What still works but not as it should. An outage of the database is no health at all: it throws. */
export async function readHealth({ db }: Deps, { features }: House, now: Date): Promise<Health> {
  const checked = await Promise.all(features.map(({ health }) => health?.(db, now) ?? []));
  return { ok: true, degraded: checked.flat() };
}
