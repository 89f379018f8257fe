import { createShortCache } from '../platform/cache/short-cache.ts';
import type { Deps } from '../platform/deps.ts';
import { type ActionContext, findContext, findContextById } from './context.ts';
import type { ActionKind } from './rules.ts';
import { type ActionFigures, readFigures } from './store.ts';

/** Figures, and when they were read. */
export type FiguresAsOf = ActionFigures & { asOf: Date };

const namesShown = 10;

const cachedContexts = createShortCache<ActionContext>({ most: 200 });
const cachedFiguresOf = createShortCache<FiguresAsOf>({ most: 200 });

/** Null for the slug of an action of another kind, too. */
export async function cachedContext(
  deps: Deps,
  { kind, slug }: { kind: ActionKind; slug: string },
  now: Date,
): Promise<ActionContext | null> {
  const context = await cachedContexts(deps, `slug ${slug}`, now, () => findContext(deps.db, slug));
  return context?.action.kind === kind ? context : null;
}

export function cachedContextById(deps: Deps, actionId: number, now: Date): Promise<ActionContext | null> {
  return cachedContexts(deps, `id ${actionId}`, now, () => findContextById(deps.db, actionId));
}

export function cachedFigures(deps: Deps, actionId: number, now: Date): Promise<FiguresAsOf> {
  return cachedFiguresOf(deps, String(actionId), now, async () => {
    return { ...(await readFigures(deps.db, actionId, namesShown)), asOf: now };
  });
}
