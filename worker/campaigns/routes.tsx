import { Hono } from 'hono';
import type { AppEnv, PageContext } from '../platform/http/app-env.ts';
import { problem } from '../platform/http/problem.ts';
import type { CampaignBlock } from './block.ts';
import { shellOf } from './shell.ts';
import { campaignJson, campaignPage, homePage } from './view.tsx';

/** The pages that lead to everything else. */
export function campaignRoutes(blocks: readonly CampaignBlock[]) {
  const routes = new Hono<AppEnv>();
  const source = (c: PageContext) => ({ db: c.var.deps.db, blocks, now: c.var.now });

  routes.get('/', async (c) => {
    const page = await homePage(source(c), c.req.query('after') ?? null, shellOf(c, null));
    return page ? c.html(page) : c.notFound();
  });

  routes.get('/campaigns/:campaign', async (c) => {
    const page = await campaignPage(source(c), c.req.param('campaign'), {
      site: c.var.deps.settings.publicUrl,
      shellOf: (campaign) => shellOf(c, campaign),
    });
    return page ? c.html(page) : c.notFound();
  });

  routes.get('/api/v1/campaigns/:campaign', async (c) => {
    const json = await campaignJson(source(c), c.req.param('campaign'), c.var.language);
    return json ? c.json(json) : problem(c, 404, { title: 'No such campaign' });
  });

  return routes;
}
