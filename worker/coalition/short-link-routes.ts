import { Hono } from 'hono';
import { asLanguage } from '../../web/language.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { findShortLink } from './store.ts';

/** Short enough for a poster: `/s/budget-poster`. */
export function shortLinkRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/s/:code', async (c) => {
    const target = await findShortLink(c.var.deps.db, c.req.param('code').toLowerCase());
    if (target === null) return refuse(c, 'not-found');
    const chosen = asLanguage(c.req.query('lang'));
    const to = new URL(target, 'http://site');
    if (chosen) to.searchParams.set('lang', chosen);
    // Found for now: the kit may lead it elsewhere tomorrow.
    return c.redirect(to.pathname + to.search, 302);
  });

  return routes;
}
