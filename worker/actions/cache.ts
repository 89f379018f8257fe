import { createShortCache } from '../platform/cache/short-cache.ts';
import type { Deps } from '../platform/deps.ts';
import { joinQueries, knownValue, runQuery } from '../platform/query.ts';
import { type ActionContext, contextQuery, findContextById } from './context.ts';
import type { ActionKind } from './rules.ts';
import { type ActionFigures, actionNamed, figuresQuery } from './store.ts';

/** Figures, and when they were read. */
export type FiguresAsOf = ActionFigures & { asOf: Date };

/** Of names and of comments on an action's page. */
export const shown = { names: 10, comments: 3 };

const contexts = createShortCache<ActionContext>({ most: 200 });
const figures = createShortCache<FiguresAsOf>({ most: 200 });

/** Also null if the slug belongs to an action of another kind. */
export async function cachedContext(
  deps: Deps,
  { kind, slug }: { kind: ActionKind; slug: string },
  now: Date,
): Promise<ActionContext | null> {
  const context = await contexts.get(deps, `slug ${slug}`, now, () => loadContext(deps, slug, now));
  return context?.action.kind === kind ? context : null;
}

/** Loads the figures in the same round trip, since most callers render the action's page. */
async function loadContext(deps: Deps, slug: string, now: Date): Promise<ActionContext | null> {
  const { db } = deps;
  const action = actionNamed(slug);
  const loaded = await runQuery(
    db,
    joinQueries({ context: contextQuery(db, action), figures: figuresQuery(db, action, shown) }),
  );
  if (loaded.context) {
    figures.put(deps, String(loaded.context.action.id), now, { ...loaded.figures, asOf: now });
  }
  return loaded.context;
}

export function cachedContextById(deps: Deps, actionId: number, now: Date): Promise<ActionContext | null> {
  return contexts.get(deps, `id ${actionId}`, now, () => findContextById(deps.db, actionId));
}

export function cachedFigures(deps: Deps, actionId: number, now: Date): Promise<FiguresAsOf> {
  return figures.get(deps, String(actionId), now, async () => {
    return { ...(await runQuery(deps.db, figuresQuery(deps.db, knownValue(actionId), shown))), asOf: now };
  });
}
