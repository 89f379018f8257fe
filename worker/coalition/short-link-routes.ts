import { Hono } from 'hono';
import * as z from 'zod';
import type { AppEnv } from '../platform/http/app-env.ts';
import { languageField } from '../platform/http/field-rules.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { checkedQuery } from '../platform/http/validate.ts';
import { findShortLink } from './store.ts';

const linkQuery = z.object({ lang: languageField });

/** Short enough for a poster: `/s/budget-poster`. */
export function shortLinkRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/s/:code', checkedQuery(linkQuery), async (c) => {
    const target = await findShortLink(c.var.deps.db, c.req.param('code').toLowerCase());
    if (target === null) return refuse(c, 'not-found');
    const { lang } = c.req.valid('query');
    const to = new URL(target, 'http://site');
    if (lang) to.searchParams.set('lang', lang);
    // A 302, since the kit may change where the code leads.
    return c.redirect(to.pathname + to.search, 302);
  });

  return routes;
}
