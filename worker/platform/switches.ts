import { type Cache, createCache } from './cache/cache.ts';
import type { Deps } from './deps.ts';
import { logFailure } from './log.ts';

/** What can be turned off during peak load, or while somebody works on the database. */
export const switchNames = ['signing-paused', 'reminders-paused', 'read-only'] as const;
export type SwitchName = (typeof switchNames)[number];
/** Those that are on. */
export type Switches = ReadonlySet<SwitchName>;

/** Seconds, for Retry-After: a guess, since a person turns the switch back. */
export const retryPaused = '300';

/** Why nobody can sign at the moment, if so. */
export type Pause = 'read-only' | 'signing-paused';

export function pauseOf(switches: Switches): Pause | null {
  if (switches.has('read-only')) return 'read-only';
  return switches.has('signing-paused') ? 'signing-paused' : null;
}

export async function readSwitches(db: D1Database): Promise<Switches> {
  return new Set((await listSwitches(db)).map(({ name }) => name));
}

const memories = new WeakMap<Pick<Deps, 'db' | 'settings'>, Cache<Switches>>();

/**
 * From the short cache. Only for requests: a scheduled run may have a clock of another day. Where they cannot be read
 * none counts as on, so that cached pages are still served.
 */
export async function cachedSwitches(deps: Pick<Deps, 'db' | 'settings'>, now: Date): Promise<Switches> {
  const memory = memories.get(deps) ?? createCache({ freshFor: deps.settings.rememberFor, most: 1 });
  memories.set(deps, memory);
  try {
    return await memory.get('on', now, () => readSwitches(deps.db));
  } catch (error) {
    logFailure('switches-unread', error);
    return new Set();
  }
}

export async function listSwitches(db: D1Database): Promise<{ name: SwitchName; since: Date }[]> {
  const { results } = await db
    .prepare('SELECT name, since FROM switches')
    .all<{ name: SwitchName; since: number }>();
  return results.map(({ name, since }) => ({ name, since: new Date(since) }));
}

/** A switch that is on already keeps its time. */
export async function turnSwitch(
  db: D1Database,
  { name, isOn }: { name: SwitchName; isOn: boolean },
  now: Date,
): Promise<void> {
  const statement = isOn
    ? db
        .prepare('INSERT INTO switches (name, since) VALUES (?, ?) ON CONFLICT DO NOTHING')
        .bind(name, now.getTime())
    : db.prepare('DELETE FROM switches WHERE name = ?').bind(name);
  await statement.run();
}
