import type { Deps } from '../deps.ts';
import { type Cache, createCache } from './cache.ts';

/**
 * Keeps at most `most` values in each isolate, each for `settings.rememberFor` times `times`. Does not cache misses, so
 * that probing unknown keys cannot evict real values.
 */
export function createShortCache<Value>({ most, times = 1 }: { most: number; times?: number }) {
  const caches = new WeakMap<Deps, Cache<Value | null>>();

  function cacheOf(deps: Deps): Cache<Value | null> {
    const known = caches.get(deps);
    if (known) return known;
    const fresh = createCache<Value | null>({ freshFor: times * deps.settings.rememberFor, most });
    caches.set(deps, fresh);
    return fresh;
  }

  return {
    /** The cached value, or the result of `load` if there is none or it is too old. */
    async get<Loaded extends Value | null>(
      deps: Deps,
      key: string,
      now: Date,
      load: () => Promise<Loaded>,
    ): Promise<Loaded> {
      const cache = cacheOf(deps);
      const value = await cache.get(key, now, load);
      if (value === null) cache.forget(key);
      return value as Loaded;
    },
    /** Stores a value that was loaded together with another one. */
    put(deps: Deps, key: string, now: Date, value: Value): void {
      cacheOf(deps).put(key, now, value);
    },
  };
}
