import { type Cache, createCache } from '../platform/cache/cache.ts';
import type { Deps } from '../platform/deps.ts';
import { type ActionContext, findContext, findContextById } from './context.ts';
import { type ActionFigures, readFigures } from './store.ts';

/** Figures, and when they were read. */
export type FiguresAsOf = ActionFigures & { asOf: Date };

type ActionCaches = { contexts: Cache<ActionContext | null>; figures: Cache<FiguresAsOf> };

const namesShown = 10;
const caches = new WeakMap<Deps, ActionCaches>();

/** An isolate keeps what its readers ask for and looks again after settings.rememberFor, one reader for all. */
function cachesOf(deps: Deps): ActionCaches {
  const known = caches.get(deps);
  if (known) return known;
  const freshFor = deps.settings.rememberFor;
  const fresh: ActionCaches = {
    contexts: createCache({ freshFor, most: 200 }),
    figures: createCache({ freshFor, most: 200 }),
  };
  caches.set(deps, fresh);
  return fresh;
}

/** Null for the slug of an action of another kind, too. */
export async function cachedContext(
  deps: Deps,
  { kind, slug }: { kind: string; slug: string },
  now: Date,
): Promise<ActionContext | null> {
  const context = await cached(deps, `slug ${slug}`, now, () => findContext(deps.db, slug));
  return context?.action.kind === kind ? context : null;
}

export function cachedContextById(deps: Deps, actionId: number, now: Date): Promise<ActionContext | null> {
  return cached(deps, `id ${actionId}`, now, () => findContextById(deps.db, actionId));
}

async function cached(deps: Deps, key: string, now: Date, load: () => Promise<ActionContext | null>) {
  const { contexts } = cachesOf(deps);
  const context = await contexts.get(key, now, load);
  // Do not cache misses, so that probing unknown slugs cannot evict real actions.
  if (!context) contexts.forget(key);
  return context;
}

export function cachedFigures(deps: Deps, actionId: number, now: Date): Promise<FiguresAsOf> {
  return cachesOf(deps).figures.get(String(actionId), now, async () => {
    return { ...(await readFigures(deps.db, actionId, namesShown)), asOf: now };
  });
}
