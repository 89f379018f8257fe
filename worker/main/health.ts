import type { Deps } from '../platform/deps.ts';
import type { House } from './feature.ts';

export type Health = { ok: true; degraded: string[] };

/** Lists what works only in part. If the database is down, it throws. */
export async function readHealth({ db }: Deps, { features }: House, now: Date): Promise<Health> {
  const checked = await Promise.all(features.map(({ health }) => health?.(db, now) ?? []));
  return { ok: true, degraded: checked.flat() };
}
