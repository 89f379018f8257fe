import type { Deps } from '../deps.ts';
import { type Cache, createCache } from './cache.ts';

/**
 * Keeps at most `most` values an isolate, each for `settings.rememberFor` times `times`. Misses are not kept, so that
 * probing unknown keys cannot evict real values.
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
    /** The kept value, or what `load` gives where there is none or it is too old. */
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
    /** For a value that was loaded together with another one. */
    put(deps: Deps, key: string, now: Date, value: Value): void {
      cacheOf(deps).put(key, now, value);
    },
  };
}
