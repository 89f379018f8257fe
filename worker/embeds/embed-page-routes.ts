import { Hono } from 'hono';
import { cachedContext } from '../actions/cache.ts';
import type { ActionKinds } from '../actions/kind.ts';
import { folderOf, isShown } from '../actions/rules.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { framesOwnPages } from '../platform/http/security.ts';
import { checkedQuery } from '../platform/http/validate.ts';
import { listShortLinks } from '../sharing/store.ts';
import { embedPageQuery } from './rules.ts';
import { embedPage } from './view.tsx';

/** "Share and embed", of each action. */
export function embedPageRoutes(kinds: ActionKinds) {
  const routes = new Hono<AppEnv>();

  for (const kind of kinds) {
    routes.get(`/${folderOf(kind.name)}/:slug/embed`, checkedQuery(embedPageQuery), async (c) => {
      const { deps, now } = c.var;
      const context = await cachedContext(deps, { kind: kind.name, slug: c.req.param('slug') }, now);
      if (!context || !isShown(context.action.state)) {
        return refuse(c, 'not-found');
      }
      framesOwnPages(c);
      const links = await listShortLinks(deps.db, context.campaign.id);
      return c.html(embedPage(c, { context, kind }, { links, choices: c.req.valid('query') }));
    });
  }

  return routes;
}
