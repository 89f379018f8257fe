import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { AppEnv } from '../platform/app-env.ts';
import { refuse } from '../platform/error-page.tsx';
import { problem } from '../platform/problem.ts';
import { publicPetition } from './public.ts';
import { isPublic } from './rules.ts';
import { findScene } from './scene.ts';
import { readCounts } from './store.ts';
import { petitionPage } from './view.tsx';

/** A page may be a few seconds old; where we are down, an old one is better than none. */
export const publicCaching = 'public, max-age=1, stale-while-revalidate=10, stale-if-error=86400';

export function petitionRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/petitions/:petition', async (c) => {
    const scene = await findScene(c.var.deps.db, c.req.param('petition'));
    if (!scene || !isPublic(scene.petition.state)) return refuse(c, 'not-found');
    const page = await petitionPage(c, scene);
    return c.html(page, scene.petition.state === 'removed' ? 410 : 200);
  });

  routes.use('/api/v1/petitions/:petition', cors({ origin: '*', allowMethods: ['GET'] }));
  routes.get('/api/v1/petitions/:petition', async (c) => {
    const { deps, now, language } = c.var;
    const scene = await findScene(deps.db, c.req.param('petition'));
    if (!scene || !isPublic(scene.petition.state)) return problem(c, 404, { title: 'No such petition' });
    if (scene.petition.state === 'removed') return problem(c, 410, { title: 'This petition was removed' });
    c.header('cache-control', publicCaching);
    return c.json(publicPetition(scene, await readCounts(deps.db, scene.petition.id), { now, language }));
  });

  return routes;
}
