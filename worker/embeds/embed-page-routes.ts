import { Hono } from 'hono';
import { cachedContext } from '../actions/cache.ts';
import { isShown } from '../actions/rules.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { framesOwnPages } from '../platform/http/security.ts';
import { listShortLinks } from '../sharing/store.ts';
import { embedPage } from './view.tsx';

/** "Share and embed", of each petition and survey. */
export function embedPageRoutes() {
  const routes = new Hono<AppEnv>();

  for (const kind of ['petition', 'survey'] as const) {
    routes.get(`/${kind}s/:slug/embed`, async (c) => {
      const { deps, now } = c.var;
      const context = await cachedContext(deps, { kind, slug: c.req.param('slug') }, now);
      if (!context || !isShown(context.action.state)) {
        return refuse(c, 'not-found');
      }
      framesOwnPages(c);
      return c.html(embedPage(c, context, await listShortLinks(deps.db, context.campaign.id)));
    });
  }

  return routes;
}
