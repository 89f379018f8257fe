import { Hono } from 'hono';
import { findContext } from '../actions/context.ts';
import { isPublic, isShown, pathOf } from '../actions/rules.ts';
import { shellOf, speak } from '../campaigns/shell.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { PublicPage } from './pages/public-page.tsx';
import { listSamples } from './store.ts';
import { toldNow } from './view.ts';

const mostShown = 20;

/** Samples are announced in public before anybody is drawn. */
export function publicRoutes() {
  const routes = new Hono<AppEnv>();
  routes.get('/samples/:action', async (c) => {
    const { deps, now } = c.var;
    const context = await findContext(deps.db, c.req.param('action'));
    if (!context || !isPublic(context.action.state)) return refuse(c, 'not-found');
    const { action, campaign, city } = context;
    speak(c, campaign);
    const samples = await listSamples(deps.db, { actionId: action.id }, mostShown);
    c.header('cache-control', 'public, max-age=10');
    return c.html(
      <PublicPage
        shell={shellOf(c, campaign)}
        title={isShown(action.state) ? action.title[c.var.language] : action.slug}
        action={{ path: pathOf(action), slug: action.slug }}
        samples={samples.map((sample) => toldNow(sample, { timeZone: city.timeZone, now }))}
      />,
    );
  });
  return routes;
}
