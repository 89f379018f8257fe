import { hex } from '../crypto/bytes.ts';
import type { Deps } from '../deps.ts';
import { dateIn, day, second } from '../time/clock.ts';

/** Which limit was reached: 'limit' ends within a minute, 'limit-today' with the day in UTC. */
export type LimitCheck = 'fine' | 'limit' | 'limit-today';

/**
 * Two limits on writes, both off where settings.limits is null: a burst per connection (the runtime's own counter,
 * approximate) and a cap per connection and day in the database. A connection is stored as a fingerprint of its
 * address, a new one each day. `weight` is how many writes this one counts for in the cap.
 */
export async function checkLimits(
  deps: Deps,
  { connection, now, weight }: { connection: string | null; now: Date; weight: number },
): Promise<LimitCheck> {
  const { limits } = deps.settings;
  if (!limits || !connection) return 'fine';
  const network = networkOf(connection);
  if (deps.rate && !(await deps.rate.limit({ key: network })).success) return 'limit';
  const today = await addToDay(deps, { who: network, now, weight });
  return today > limits.signaturesADay ? 'limit-today' : 'fine';
}

/** The one limit for a caller with a key of its own, whose connection says nothing about whom it sends for. */
export async function checkCaller(
  deps: Deps,
  { caller, most, now }: { caller: string; most: number; now: Date },
): Promise<Exclude<LimitCheck, 'limit'>> {
  if (!deps.settings.limits) return 'fine';
  return (await addToDay(deps, { who: caller, now, weight: 1 })) > most ? 'limit-today' : 'fine';
}

/** Adds to the day's sum and gives the new sum. */
async function addToDay(
  { db, keyring }: Deps,
  { who, now, weight }: { who: string; now: Date; weight: number },
): Promise<number> {
  const today = dateIn('UTC', now);
  const key = hex(await keyring.fingerprint('connection', `${today} ${who}`));
  const sum = await db
    .prepare(
      `INSERT INTO daily_caps (key, day, n) VALUES (unhex(?1), ?2, ?3)
       ON CONFLICT DO UPDATE SET n = n + ?3 RETURNING n`,
    )
    .bind(key, today, weight)
    .first<number>('n');
  return sum ?? 0;
}

/** Seconds until it is worth trying again, for Retry-After. */
export function retryAfter(check: 'limit' | 'limit-today', now: Date): number {
  return check === 'limit' ? 60 : Math.ceil((day - (now.getTime() % day)) / second);
}

/** One IPv6 line owns all addresses with the same first four groups, so they count as one connection. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [before = [], after = []] = address.split('::').map((side) => side.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** Deletes the caps of past days. */
export async function forgetOldCaps(db: D1Database, now: Date): Promise<void> {
  await db.prepare('DELETE FROM daily_caps WHERE day < ?').bind(dateIn('UTC', now)).run();
}
