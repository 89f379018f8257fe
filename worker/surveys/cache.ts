import { recentScene } from '../actions/cache.ts';
import type { Scene } from '../actions/context.ts';
import { createRecent, type Recent } from '../platform/cache/cache.ts';
import type { Deps } from '../platform/deps.ts';
import type { Survey } from './rules.ts';
import { findSurvey } from './store.ts';

/** A survey with all that surrounds it. */
export type SurveyScene = Scene & { survey: Survey };

const memories = new WeakMap<Deps, Recent<Survey | null>>();

function memoryOf(deps: Deps): Recent<Survey | null> {
  const known = memories.get(deps);
  if (known) return known;
  const memory = createRecent<Survey | null>({ freshFor: deps.settings.rememberFor, most: 200 });
  memories.set(deps, memory);
  return memory;
}

/** As the isolate remembers it for a moment. */
export async function recentSurveyScene(deps: Deps, slug: string, now: Date): Promise<SurveyScene | null> {
  const scene = await recentScene(deps, { kind: 'survey', slug }, now);
  return scene && withSurvey(deps, scene, now);
}

/** Null for the scene of a petition. */
export async function withSurvey(deps: Deps, scene: Scene, now: Date): Promise<SurveyScene | null> {
  const { id, kind } = scene.petition;
  if (kind !== 'survey') return null;
  const survey = await memoryOf(deps).get(String(id), now, () => findSurvey(deps.db, id));
  return survey && { ...scene, survey };
}
