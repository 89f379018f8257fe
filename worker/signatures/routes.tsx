import { Hono } from 'hono';
import { cachedContext } from '../actions/cache.ts';
import { isShown } from '../actions/rules.ts';
import { readCounts } from '../actions/store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { thankYouPage } from './view.tsx';

export function thankYouRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/petitions/:petition/thank-you', async (c) => {
    const slug = c.req.param('petition');
    const context = await cachedContext(c.var.deps, { kind: 'petition', slug }, c.var.now);
    if (!context || !isShown(context.action.state)) return refuse(c, 'not-found');
    const counts = await readCounts(c.var.deps.db, context.action.id);
    return c.html(thankYouPage(c, context, { confirmed: counts.state.confirmed ?? 0 }));
  });

  return routes;
}
