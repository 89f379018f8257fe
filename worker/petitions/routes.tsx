import { type Context, Hono } from 'hono';
import { freshPage, publicJson, sendJson, sendPage } from '../actions/answers.ts';
import { cachedContext } from '../actions/cache.ts';
import { countOpening } from '../actions/count-opening.ts';
import { isPublic } from '../actions/rules.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { problem } from '../platform/http/problem.ts';
import { refuse } from '../platform/http/refuse.tsx';

export function petitionRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/petitions/:petition', async (c) => {
    const context = await findNamed(c);
    if (!context || !isPublic(context.action.state)) return refuse(c, 'not-found');
    countOpening(c, context);
    return sendPage(c, await freshPage(c, context), context.action.state === 'removed' ? 410 : 200);
  });

  routes.get('/api/v1/petitions/:petition', async (c) => {
    const { deps, now, language } = c.var;
    const context = await findNamed(c);
    if (!context || !isPublic(context.action.state)) return problem(c, 404, { title: 'No such petition' });
    if (context.action.state === 'removed') return problem(c, 410, { title: 'This petition was removed' });
    return sendJson(c, await publicJson(deps, context, { now, language }));
  });

  return routes;
}

function findNamed(c: Context<AppEnv>) {
  const slug = c.req.param('petition') ?? '';
  return cachedContext(c.var.deps, { kind: 'petition', slug }, c.var.now);
}
