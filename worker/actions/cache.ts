import { createShortCache } from '../platform/cache/short-cache.ts';
import type { Deps } from '../platform/deps.ts';
import { joinQueries, knownValue, listQuery, mapQuery, runQuery, type Subquery } from '../platform/query.ts';
import type { ActionPart } from './action-part.ts';
import { type ActionContext, contextQuery, findContextById } from './context.ts';
import type { ActionKind } from './rules.ts';
import { type ActionFigures, actionNamed, figuresQuery } from './store.ts';

/** Figures, and when they were read; what the parts of other features read is with them, in their order. */
export type FiguresAsOf = ActionFigures & { asOf: Date; parts: unknown[] };

type Parts = readonly ActionPart[];

/** Of names and of comments on an action's page. */
export const shown = { names: 10, comments: 3 };

const contexts = createShortCache<ActionContext>({ most: 200 });
const figures = createShortCache<FiguresAsOf>({ most: 200 });

/** Also null if the slug belongs to an action of another kind. `parts` are those of the page that is about to be shown. */
export async function cachedContext(
  deps: Deps,
  { kind, slug, parts = [] }: { kind: ActionKind; slug: string; parts?: Parts },
  now: Date,
): Promise<ActionContext | null> {
  const load = () => loadContext(deps, { slug, parts }, now);
  const context = await contexts.get(deps, `slug ${slug}`, now, load);
  return context?.action.kind === kind ? context : null;
}

/** Loads the figures in the same round trip, since most callers render the action's page. */
async function loadContext(
  deps: Deps,
  { slug, parts }: { slug: string; parts: Parts },
  now: Date,
): Promise<ActionContext | null> {
  const { db } = deps;
  const action = actionNamed(slug);
  const loaded = await runQuery(
    db,
    joinQueries({ context: contextQuery(db, action), figures: withParts(db, action, parts) }),
  );
  if (loaded.context) {
    const key = figuresKey(loaded.context.action.id, parts);
    figures.put(deps, key, now, { ...loaded.figures, asOf: now });
  }
  return loaded.context;
}

function withParts(db: D1Database, action: Subquery, parts: Parts) {
  return mapQuery(
    joinQueries({
      figures: figuresQuery(db, action, shown),
      parts: listQuery(parts.map(({ query }) => query(db, action))),
    }),
    ({ figures, parts }) => ({ ...figures, parts }),
  );
}

/** All callers of a kind of page have the same parts, so it is enough to tell those with parts from those without. */
function figuresKey(actionId: number, parts: Parts): string {
  return parts.length > 0 ? `${actionId} with parts` : String(actionId);
}

export function cachedContextById(deps: Deps, actionId: number, now: Date): Promise<ActionContext | null> {
  return contexts.get(deps, `id ${actionId}`, now, () => findContextById(deps.db, actionId));
}

export function cachedFigures(
  deps: Deps,
  actionId: number,
  now: Date,
  parts: Parts = [],
): Promise<FiguresAsOf> {
  return figures.get(deps, figuresKey(actionId, parts), now, async () => {
    const loaded = await runQuery(deps.db, withParts(deps.db, knownValue(actionId), parts));
    return { ...loaded, asOf: now };
  });
}
