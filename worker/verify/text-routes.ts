import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { findContext } from '../actions/context.ts';
import { isShown } from '../actions/rules.ts';
import { listTexts } from '../actions/text-store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';

/** Every text that could be signed, as its hash in the statements was made: anybody can compare them. */
export function textRoutes() {
  const routes = new Hono<AppEnv>();
  routes.get('/api/v1/actions/:action/texts', cors({ origin: '*', allowMethods: ['GET'] }), async (c) => {
    const { db } = c.var.deps;
    const context = await findContext(db, c.req.param('action'));
    if (!context || !isShown(context.action.state)) return refuse(c, 'not-found');
    c.header('cache-control', 'public, max-age=10');
    const texts = await listTexts(db, context.action.id);
    return c.json({ texts: texts.map(({ hash, ...text }) => ({ ...text, sha256: hash })) });
  });
  return routes;
}
