import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { AppEnv } from '../platform/app-env.ts';
import { refuse } from '../platform/error-page.tsx';
import { problem } from '../platform/problem.ts';
import { freshPage, publicJson } from './answers.ts';
import { type Answer, recentScene } from './memory.ts';
import { isPublic } from './rules.ts';

/** A page may be a few seconds old; where we are down, an old one is better than none. */
const publicCaching = 'public, max-age=1, stale-while-revalidate=10, stale-if-error=86400';

export function petitionRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/petitions/:petition', async (c) => {
    const scene = await recentScene(c.var.deps, c.req.param('petition'), c.var.now);
    if (!scene || !isPublic(scene.petition.state)) return refuse(c, 'not-found');
    const page = await freshPage(c, scene);
    if (isKnown(c, page)) return c.body(null, 304);
    return c.html(page.text, scene.petition.state === 'removed' ? 410 : 200);
  });

  routes.use('/api/v1/petitions/:petition', cors({ origin: '*', allowMethods: ['GET'] }));
  routes.get('/api/v1/petitions/:petition', async (c) => {
    const { deps, now, language } = c.var;
    const scene = await recentScene(deps, c.req.param('petition'), now);
    if (!scene || !isPublic(scene.petition.state)) return problem(c, 404, { title: 'No such petition' });
    if (scene.petition.state === 'removed') return problem(c, 410, { title: 'This petition was removed' });
    const json = await publicJson(deps, scene, { now, language });
    if (isKnown(c, json)) return c.body(null, 304);
    return c.body(json.text, 200, { 'content-type': 'application/json' });
  });

  return routes;
}

/** Says how long and under which tag the answer holds; whether the reader has it already. */
function isKnown(c: Context<AppEnv>, { etag }: Answer): boolean {
  c.header('cache-control', publicCaching);
  c.header('etag', etag);
  return (c.req.header('if-none-match') ?? '').split(/\s*,\s*/).includes(etag);
}
