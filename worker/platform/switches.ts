import { type Cache, createCache } from './cache/cache.ts';
import type { Deps } from './deps.ts';
import { logFailure } from './log.ts';

/**
 * What can be turned off during peak load or while somebody works on the database. `event-open` is for a place where
 * many people sign through one connection.
 */
export const switchNames = ['signing-paused', 'reminders-paused', 'read-only', 'event-open'] as const;
export type SwitchName = (typeof switchNames)[number];
export type Switch = { name: SwitchName; since: Date; until: Date | null };
/** The switches that are on. */
export type Switches = ReadonlySet<SwitchName>;

/** Seconds for Retry-After. It is a guess, because a person turns the switch off. */
export const retryPaused = '300';

/** Why nobody can sign at the moment, if so. */
export type Pause = 'read-only' | 'signing-paused';

export function pauseOf(switches: Switches): Pause | null {
  if (switches.has('read-only')) return 'read-only';
  return switches.has('signing-paused') ? 'signing-paused' : null;
}

/** Whether the site does less while this switch is on. */
export function isPause(name: SwitchName): boolean {
  return name !== 'event-open';
}

export async function readSwitches(db: D1Database, now: Date): Promise<Switches> {
  return new Set((await listSwitches(db, now)).map(({ name }) => name));
}

const memories = new WeakMap<Pick<Deps, 'db' | 'settings'>, Cache<Switches>>();

/**
 * From the short cache. Only for requests, because a scheduled run's clock may be of another day. If the switches
 * cannot be read, none counts as on, so that cached pages are still served.
 */
export async function cachedSwitches(deps: Pick<Deps, 'db' | 'settings'>, now: Date): Promise<Switches> {
  const memory = memories.get(deps) ?? createCache({ freshFor: deps.settings.rememberFor, most: 1 });
  memories.set(deps, memory);
  try {
    return await memory.get('on', now, () => readSwitches(deps.db, now));
  } catch (error) {
    logFailure('switches-unread', error);
    return new Set();
  }
}

/** The switches that are on. */
export async function listSwitches(db: D1Database, now: Date): Promise<Switch[]> {
  const { results } = await db
    .prepare('SELECT name, since, until FROM switches WHERE until IS NULL OR until > ?')
    .bind(now.getTime())
    .all<{ name: SwitchName; since: number; until: number | null }>();
  return results.map(({ name, since, until }) => {
    return { name, since: new Date(since), until: until === null ? null : new Date(until) };
  });
}

/** Turns it on, unless it is on already: then no row changes. Without `until` it stays on. */
export function turnOnStatement(
  db: D1Database,
  { name, since, until }: { name: SwitchName; since: Date; until: Date | null },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO switches (name, since, until) VALUES (?1, ?2, ?3)
       ON CONFLICT DO UPDATE SET since = ?2, until = ?3 WHERE until IS NOT NULL AND until <= ?4`,
    )
    .bind(name, since.getTime(), until?.getTime() ?? null, now.getTime());
}

/** Turns off the switch that has been on since then, and no other. */
export function turnOffStatement(
  db: D1Database,
  { name, since }: { name: SwitchName; since: Date },
): D1PreparedStatement {
  return db.prepare('DELETE FROM switches WHERE name = ? AND since = ?').bind(name, since.getTime());
}

type Turn = { name: SwitchName; isOn: boolean; until?: Date | null };

/** However it stands now. A switch that is already on keeps its start time. Without `until` it stays on. */
export function turnSwitchStatement(
  db: D1Database,
  { name, isOn, until = null }: Turn,
  now: Date,
): D1PreparedStatement {
  return isOn
    ? db
        .prepare(
          `INSERT INTO switches (name, since, until) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET until = ?3,
            since = CASE WHEN coalesce(until, ?2) < ?2 THEN ?2 ELSE since END`,
        )
        .bind(name, now.getTime(), until?.getTime() ?? null)
    : db.prepare('DELETE FROM switches WHERE name = ?').bind(name);
}

export async function turnSwitch(db: D1Database, turn: Turn, now: Date): Promise<void> {
  await turnSwitchStatement(db, turn, now).run();
}
