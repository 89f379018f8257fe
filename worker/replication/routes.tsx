import { Hono } from 'hono';
import { cachedShell } from '../campaigns/cached-shell.ts';
import { campaignNamed, campaignQuery } from '../campaigns/store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { cachedText, sendPage } from '../platform/http/cached-page.ts';
import { joinQueries, runQuery } from '../platform/query.ts';
import { statePath } from './links.ts';
import { readOutline } from './outline.ts';
import { StatePage } from './pages/state-page.tsx';
import { cityReadingsQuery } from './readings.ts';
import { shownState } from './shown.ts';
import { rollupQuery } from './store.ts';

export function replicationRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/campaigns/:campaign/state', async (c) => {
    const slug = c.req.param('campaign');
    const { deps, now } = c.var;
    const { publicUrl } = deps.settings;
    const path = statePath(slug);
    const shell = cachedShell(c, path);
    const page = await cachedText(c.var, shell, async () => {
      const named = campaignNamed(slug);
      const { campaign, rollup, readings } = await runQuery(
        deps.db,
        joinQueries({
          campaign: campaignQuery(deps.db, named),
          rollup: rollupQuery(deps.db, named),
          // Statements of this site have addresses that keep the reader's language.
          readings: cityReadingsQuery(deps.db, named, { now, publicUrl: '' }),
        }),
      );
      if (!campaign || !rollup) return null;
      const own = shell.of(campaign);
      const { language } = own;
      const { timeZone } = campaign.city;
      return String(
        <StatePage
          shell={own}
          site={publicUrl}
          path={path}
          name={rollup.name[language]}
          timeZone={timeZone}
          shown={shownState(readings, { timeZone, language })}
          outline={await readOutline(c.env.ASSETS, rollup.postalCode)}
        />,
      );
    });
    return page ? sendPage(c, page) : c.notFound();
  });

  return routes;
}
