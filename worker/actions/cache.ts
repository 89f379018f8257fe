import { createRecent, type Recent } from '../platform/cache/cache.ts';
import type { Stencil } from '../platform/cache/template.ts';
import type { Deps } from '../platform/deps.ts';
import { findScene, findSceneById, type Scene } from './context.ts';
import type { PetitionKind } from './rules.ts';
import { readStanding, type Standing } from './store.ts';

/** A standing, and when it was read. */
export type StandingAsOf = Standing & { asOf: Date };

/** An answer as it is sent; its tag changes with it. */
export type Answer = { stencil: Stencil; etag: string };

type Memory = { scenes: Recent<Scene | null>; standings: Recent<StandingAsOf>; answers: Recent<Answer> };

const namesShown = 10;
const memories = new WeakMap<Deps, Memory>();

/** An isolate keeps what its readers ask for and looks again after settings.rememberFor, one reader for all. */
function memoryOf(deps: Deps): Memory {
  const known = memories.get(deps);
  if (known) return known;
  const freshFor = deps.settings.rememberFor;
  const memory: Memory = {
    scenes: createRecent({ freshFor, most: 200 }),
    standings: createRecent({ freshFor, most: 200 }),
    answers: createRecent({ freshFor, most: 400 }),
  };
  memories.set(deps, memory);
  return memory;
}

/** A slug of the other kind leads nowhere. */
export async function recentScene(
  deps: Deps,
  { kind, slug }: { kind: PetitionKind; slug: string },
  now: Date,
): Promise<Scene | null> {
  const scene = await remembered(deps, `slug ${slug}`, now, () => findScene(deps.db, slug));
  return scene?.petition.kind === kind ? scene : null;
}

export function recentSceneById(deps: Deps, petitionId: number, now: Date): Promise<Scene | null> {
  return remembered(deps, `id ${petitionId}`, now, () => findSceneById(deps.db, petitionId));
}

async function remembered(deps: Deps, key: string, now: Date, load: () => Promise<Scene | null>) {
  const { scenes } = memoryOf(deps);
  const scene = await scenes.get(key, now, load);
  // What does not exist takes no place from what does.
  if (!scene) scenes.forget(key);
  return scene;
}

export function recentStanding(deps: Deps, petitionId: number, now: Date): Promise<StandingAsOf> {
  return memoryOf(deps).standings.get(String(petitionId), now, async () => {
    return { ...(await readStanding(deps.db, petitionId, namesShown)), asOf: now };
  });
}

/** `key` names everything that the text depends on, from a bounded set of values. */
export function recentAnswer(
  deps: Deps,
  key: string,
  now: Date,
  write: () => Promise<Answer>,
): Promise<Answer> {
  return memoryOf(deps).answers.get(key, now, write);
}
