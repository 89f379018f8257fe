import { hex } from '../crypto/bytes.ts';
import type { Deps } from '../deps.ts';
import { cachedSwitches } from '../switches.ts';
import { dateIn, day, second } from '../time/clock.ts';

/** Which limit was reached: 'limit' resets within a minute, 'limit-today' at the end of the UTC day. */
export type LimitCheck = 'fine' | 'limit' | 'limit-today';

/** The limit of WRITE_RATE in wrangler.toml: writes per minute under one key. */
export const writesACounter = 20;
/** The factor by which limits are higher while the switch `event-open` is on. */
const atAnEvent = 15;

/**
 * Two limits on writes, both off if settings.limits is null: a burst limit per connection (the runtime's own counters,
 * approximate) and a daily cap per connection in the database. A connection is stored as a fingerprint of its address,
 * which differs each day. `weight` is how many writes this one counts as in the daily cap.
 */
export async function checkLimits(
  deps: Deps,
  { connection, now, weight }: { connection: string | null; now: Date; weight: number },
): Promise<LimitCheck> {
  const { limits } = deps.settings;
  if (!limits || !connection) return 'fine';
  const network = networkOf(connection);
  const factor = (await cachedSwitches(deps, now)).has('event-open') ? atAnEvent : 1;
  if (!(await hasRoom(deps.rate, { network, most: limits.writesPerMinute * factor, now }))) return 'limit';
  const today = await addToDay(deps, { who: network, now, weight });
  return today > limits.signaturesADay * factor ? 'limit-today' : 'fine';
}

/**
 * The limit of one counter is fixed when the Worker is deployed. A higher limit uses several counters: the current time
 * chooses one, and if that one is full, the next one is asked.
 */
async function hasRoom(
  rate: RateLimit | null,
  { network, most, now }: { network: string; most: number; now: Date },
): Promise<boolean> {
  if (!rate) return true;
  const counters = Math.max(1, Math.ceil(most / writesACounter));
  const first = now.getTime() % counters;
  const chosen = new Set([first, (first + 1) % counters]);
  for (const counter of chosen) {
    const key = counter === 0 ? network : `${network} ${counter}`;
    if ((await rate.limit({ key })).success) return true;
  }
  return false;
}

/** A separate burst limit for each kind of request that stores little, and only for a short time. */
export async function allowsAnother(
  deps: Deps,
  { what, connection, now }: { what: string; connection: string | null; now: Date },
): Promise<boolean> {
  const { limits } = deps.settings;
  if (!limits || !connection) return true;
  const factor = (await cachedSwitches(deps, now)).has('event-open') ? atAnEvent : 1;
  const network = `${what} ${networkOf(connection)}`;
  return hasRoom(deps.rate, { network, most: limits.writesPerMinute * factor, now });
}

/**
 * Whether one more request of this kind is among as many as a connection may sign in a day. The cap of signing itself is
 * another one.
 */
export async function hasRoomToday(
  deps: Deps,
  { what, connection, now }: { what: string; connection: string | null; now: Date },
): Promise<boolean> {
  const { limits } = deps.settings;
  if (!limits || !connection) return true;
  const factor = (await cachedSwitches(deps, now)).has('event-open') ? atAnEvent : 1;
  const today = await addToDay(deps, { who: `${what} ${networkOf(connection)}`, now, weight: 1 });
  return today <= limits.signaturesADay * factor;
}

/**
 * The only limit for callers with their own key. A connection says nothing about the people whom such a caller sends
 * for.
 */
export async function checkCaller(
  deps: Deps,
  { caller, most, now }: { caller: string; most: number; now: Date },
): Promise<Exclude<LimitCheck, 'limit'>> {
  if (!deps.settings.limits) return 'fine';
  return (await addToDay(deps, { who: caller, now, weight: 1 })) > most ? 'limit-today' : 'fine';
}

/** Adds to the day's sum and returns the new sum. */
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

/** An IPv6 customer has all addresses with the same first four groups, so they count as one connection. */
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
