import { cachedContext } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { speak } from '../campaigns/shell.ts';
import { createShortCache } from '../platform/cache/short-cache.ts';
import type { Deps } from '../platform/deps.ts';
import type { RequestContext, SpeakingContext } from '../platform/http/app-env.ts';
import type { Survey } from './rules.ts';
import { findSurvey } from './store.ts';

/** An action's context and its survey. */
export type SurveyContext = ActionContext & { survey: Survey };

const surveys = createShortCache<Survey>({ most: 200 });

/** The survey that a request names, which is answered in a language of its campaign. */
export async function surveyFor(
  c: RequestContext & SpeakingContext,
  slug: string,
): Promise<SurveyContext | null> {
  const context = await cachedSurveyContext(c.var.deps, slug, c.var.now);
  if (context) speak(c, context.campaign);
  return context;
}

/** From the short cache. */
export async function cachedSurveyContext(
  deps: Deps,
  slug: string,
  now: Date,
): Promise<SurveyContext | null> {
  const context = await cachedContext(deps, { kind: 'survey', slug }, now);
  return context && withSurvey(deps, context, now);
}

/** Null for an action of another kind. */
export async function withSurvey(
  deps: Deps,
  context: ActionContext,
  now: Date,
): Promise<SurveyContext | null> {
  const { id, kind } = context.action;
  if (kind !== 'survey') return null;
  const survey = await surveys.get(deps, String(id), now, () => findSurvey(deps.db, id));
  return survey && { ...context, survey };
}
