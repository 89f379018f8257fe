import { logFailure } from '../log.ts';

/** The short cache of one isolate. */
export type Cache<Value> = {
  /** The cached value, or a fresh one if it is too old. */
  get(key: string, now: Date, load: () => Promise<Value>): Promise<Value>;
  put(key: string, now: Date, value: Value): void;
  forget(key: string): void;
};

type Entry<Value> = { value: Value; loadedAt: number; refreshedSince: number | null };

/** If loading fails, an old value is served for this much longer, in milliseconds. */
const grace = 60_000;
/** A refresh that takes longer died with its request, so another request may try. */
const refreshAtMost = 5_000;

/**
 * Keeps at most `most` values for `freshFor` milliseconds each. One request refreshes a value. Meanwhile the others get
 * the old one, because a request must not wait for another request's I/O.
 */
export function createCache<Value>({ freshFor, most }: { freshFor: number; most: number }): Cache<Value> {
  const entries = new Map<string, Entry<Value>>();

  function keep(key: string, value: Value, at: number) {
    entries.delete(key);
    if (freshFor > 0) entries.set(key, { value, loadedAt: at, refreshedSince: null });
    if (entries.size > most) entries.delete(entries.keys().next().value ?? '');
    return value;
  }

  async function refresh(entry: Entry<Value>, key: string, at: number, load: () => Promise<Value>) {
    entry.refreshedSince = at;
    try {
      return keep(key, await load(), at);
    } catch (error) {
      entry.refreshedSince = null;
      if (at - entry.loadedAt > freshFor + grace) throw error;
      logFailure('served-stale', error);
      return entry.value;
    }
  }

  return {
    async get(key, now, load) {
      const at = now.getTime();
      const entry = entries.get(key);
      if (!entry) return keep(key, await load(), at);
      return isGood(entry, at, freshFor) ? entry.value : refresh(entry, key, at, load);
    },
    put: (key, now, value) => void keep(key, value, now.getTime()),
    forget: (key) => void entries.delete(key),
  };
}

function isGood({ loadedAt, refreshedSince }: Entry<unknown>, at: number, freshFor: number): boolean {
  const isUnderWay = refreshedSince !== null && at - refreshedSince < refreshAtMost;
  return at - loadedAt < freshFor || isUnderWay;
}
