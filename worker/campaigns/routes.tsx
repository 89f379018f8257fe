import { Hono } from 'hono';
import type { AppEnv, PageContext } from '../platform/http/app-env.ts';
import { cachedText, sendJson, sendPage } from '../platform/http/cached-page.ts';
import { problem } from '../platform/http/problem.ts';
import type { CampaignBlock } from './block.ts';
import { cachedShell } from './cached-shell.ts';
import { campaignJson, campaignPage, homePage } from './view.tsx';

/** The home page and the campaign's page. */
export function campaignRoutes(blocks: readonly CampaignBlock[]) {
  const routes = new Hono<AppEnv>();
  const reader = (c: PageContext) => ({ db: c.var.deps.db, blocks, now: c.var.now });

  routes.get('/', async (c) => {
    const after = c.req.query('after') ?? null;
    const shell = cachedShell(c, after === null ? '/' : `/?${new URLSearchParams({ after })}`);
    const page = await cachedText(c.var, shell, async () => {
      const page = await homePage(reader(c), after, shell.of(null));
      return page && String(page);
    });
    return page ? sendPage(c, page) : c.notFound();
  });

  routes.get('/campaigns/:campaign', async (c) => {
    const slug = c.req.param('campaign');
    const shell = cachedShell(c, `/campaigns/${slug}`);
    const page = await cachedText(c.var, shell, async () => {
      const site = c.var.deps.settings.publicUrl;
      const page = await campaignPage(reader(c), slug, { site, shellOf: shell.of });
      return page && String(page);
    });
    return page ? sendPage(c, page) : c.notFound();
  });

  routes.get('/api/v1/campaigns/:campaign', async (c) => {
    const slug = c.req.param('campaign');
    const { language } = c.var;
    const json = await cachedText(c.var, { key: `json campaign ${slug} ${language}` }, async () => {
      const json = await campaignJson(reader(c), slug, language);
      return json && JSON.stringify(json);
    });
    return json ? sendJson(c, json) : problem(c, 404, { title: 'No such campaign' });
  });

  return routes;
}
