import { cachedContext } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { type Cache, createCache } from '../platform/cache/cache.ts';
import type { Deps } from '../platform/deps.ts';
import type { Survey } from './rules.ts';
import { findSurvey } from './store.ts';

/** A survey with all that surrounds it. */
export type SurveyContext = ActionContext & { survey: Survey };

const memories = new WeakMap<Deps, Cache<Survey | null>>();

function memoryOf(deps: Deps): Cache<Survey | null> {
  const known = memories.get(deps);
  if (known) return known;
  const memory = createCache<Survey | null>({ freshFor: deps.settings.rememberFor, most: 200 });
  memories.set(deps, memory);
  return memory;
}

/** As the isolate remembers it for a moment. */
export async function cachedSurveyContext(
  deps: Deps,
  slug: string,
  now: Date,
): Promise<SurveyContext | null> {
  const context = await cachedContext(deps, { kind: 'survey', slug }, now);
  return context && withSurvey(deps, context, now);
}

/** Null for the context of a petition. */
export async function withSurvey(
  deps: Deps,
  context: ActionContext,
  now: Date,
): Promise<SurveyContext | null> {
  const { id, kind } = context.action;
  if (kind !== 'survey') return null;
  const survey = await memoryOf(deps).get(String(id), now, () => findSurvey(deps.db, id));
  return survey && { ...context, survey };
}
