import { type Cache, createCache } from '../platform/cache/cache.ts';
import type { Template } from '../platform/cache/template.ts';
import type { Deps } from '../platform/deps.ts';
import { type ActionContext, findContext, findContextById } from './context.ts';
import type { ActionKind } from './rules.ts';
import { readStanding, type Standing } from './store.ts';

/** A standing, and when it was read. */
export type StandingAsOf = Standing & { asOf: Date };

/** An answer as it is sent; its tag changes with it. */
export type Answer = { template: Template; etag: string };

type Memory = {
  contexts: Cache<ActionContext | null>;
  standings: Cache<StandingAsOf>;
  answers: Cache<Answer>;
};

const namesShown = 10;
const memories = new WeakMap<Deps, Memory>();

/** An isolate keeps what its readers ask for and looks again after settings.rememberFor, one reader for all. */
function memoryOf(deps: Deps): Memory {
  const known = memories.get(deps);
  if (known) return known;
  const freshFor = deps.settings.rememberFor;
  const memory: Memory = {
    contexts: createCache({ freshFor, most: 200 }),
    standings: createCache({ freshFor, most: 200 }),
    answers: createCache({ freshFor, most: 400 }),
  };
  memories.set(deps, memory);
  return memory;
}

/** A slug of the other kind leads nowhere. */
export async function cachedContext(
  deps: Deps,
  { kind, slug }: { kind: ActionKind; slug: string },
  now: Date,
): Promise<ActionContext | null> {
  const context = await remembered(deps, `slug ${slug}`, now, () => findContext(deps.db, slug));
  return context?.action.kind === kind ? context : null;
}

export function cachedContextById(deps: Deps, actionId: number, now: Date): Promise<ActionContext | null> {
  return remembered(deps, `id ${actionId}`, now, () => findContextById(deps.db, actionId));
}

async function remembered(deps: Deps, key: string, now: Date, load: () => Promise<ActionContext | null>) {
  const { contexts } = memoryOf(deps);
  const context = await contexts.get(key, now, load);
  // What does not exist takes no place from what does.
  if (!context) contexts.forget(key);
  return context;
}

export function cachedFigures(deps: Deps, actionId: number, now: Date): Promise<StandingAsOf> {
  return memoryOf(deps).standings.get(String(actionId), now, async () => {
    return { ...(await readStanding(deps.db, actionId, namesShown)), asOf: now };
  });
}

/** `key` names everything that the text depends on, from a bounded set of values. */
export function cachedRendering(
  deps: Deps,
  key: string,
  now: Date,
  write: () => Promise<Answer>,
): Promise<Answer> {
  return memoryOf(deps).answers.get(key, now, write);
}
