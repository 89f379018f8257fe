import { logFailure } from './log.ts';

/** What one isolate remembers for a moment. */
export type Recent<Value> = {
  /** The remembered value, or a fresh one where it is older than its time. */
  get(key: string, now: Date, load: () => Promise<Value>): Promise<Value>;
  forget(key: string): void;
};

type Entry<Value> = { value: Value; loadedAt: number; refreshedSince: number | null };

/** Where loading fails, a value is good for so much longer, in milliseconds. */
const grace = 60_000;
/** A refresh that takes longer has died with its request; another one may try. */
const refreshAtMost = 5_000;

/**
 * Keeps at most `most` values for `freshFor` milliseconds each. One request refreshes; the others meanwhile take what
 * is there, since a request may not wait for another one's I/O.
 */
export function createRecent<Value>({ freshFor, most }: { freshFor: number; most: number }): Recent<Value> {
  const entries = new Map<string, Entry<Value>>();

  async function refresh(key: string, at: number, load: () => Promise<Value>, old: Entry<Value> | undefined) {
    if (old) old.refreshedSince = at;
    try {
      const value = await load();
      entries.delete(key);
      if (freshFor > 0) entries.set(key, { value, loadedAt: at, refreshedSince: null });
      if (entries.size > most) entries.delete(entries.keys().next().value ?? '');
      return value;
    } catch (error) {
      if (old) old.refreshedSince = null;
      if (!old || at - old.loadedAt > freshFor + grace) throw error;
      logFailure('served-stale', error);
      return old.value;
    }
  }

  return {
    async get(key, now, load) {
      const at = now.getTime();
      const entry = entries.get(key);
      if (entry && (at - entry.loadedAt < freshFor || isUnderWay(entry, at))) return entry.value;
      return refresh(key, at, load, entry);
    },
    forget: (key) => void entries.delete(key),
  };
}

function isUnderWay({ refreshedSince }: Entry<unknown>, at: number): boolean {
  return refreshedSince !== null && at - refreshedSince < refreshAtMost;
}
