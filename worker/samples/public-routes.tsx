import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { findContext } from '../actions/context.ts';
import { isPublic, isShown, pathOf } from '../actions/rules.ts';
import { readStates } from '../actions/store.ts';
import { shellOf, speak } from '../campaigns/shell.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import type { SampleJson } from './api.ts';
import { PublicPage } from './pages/public-page.tsx';
import { listSamples } from './store.ts';
import { sampleJson, toldNow } from './view.ts';

const most = { onPage: 20, inJson: 100 };
const caching = 'public, max-age=10';

/** Samples are announced in public before anybody is drawn. */
export function publicRoutes() {
  const routes = new Hono<AppEnv>();
  routes.get('/samples/:action', async (c) => {
    const { deps, now } = c.var;
    const context = await findContext(deps.db, c.req.param('action'));
    if (!context || !isPublic(context.action.state)) return refuse(c, 'not-found');
    const { action, campaign, city } = context;
    speak(c, campaign);
    const [samples, { state }] = await Promise.all([
      listSamples(deps.db, { actionId: action.id }, most.onPage),
      readStates(deps.db, action.id),
    ]);
    const confirmed = state.confirmed ?? 0;
    c.header('cache-control', caching);
    return c.html(
      <PublicPage
        shell={shellOf(c, campaign)}
        title={isShown(action.state) ? action.title[c.var.language] : action.slug}
        action={{ path: pathOf(action), slug: action.slug }}
        samples={samples.map((sample) => toldNow(sample, { timeZone: city.timeZone, now, confirmed }))}
      />,
    );
  });
  routes.get('/api/v1/actions/:action/samples', cors({ origin: '*', allowMethods: ['GET'] }), async (c) => {
    const { deps, now } = c.var;
    const context = await findContext(deps.db, c.req.param('action'));
    if (!context || !isPublic(context.action.state)) return refuse(c, 'not-found');
    const samples = await listSamples(deps.db, { actionId: context.action.id }, most.inJson);
    c.header('cache-control', caching);
    return c.json({ samples: samples.map((sample): SampleJson => sampleJson(sample, now)) });
  });
  return routes;
}
