import { type Context, Hono } from 'hono';
import { speak } from '../campaigns/shell.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { assetsPage, readAssets } from './assets-view.tsx';
import { cachedDirectory, type Directory } from './directory.ts';
import type { Referral } from './referral-rules.ts';
import { cardPage, directoryPage, referralPage } from './view.tsx';

type ResourceContext = Context<AppEnv>;

/** Pages that could give away who reads them: no cache stores them and no other site learns their address. */
export function resourceRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/campaigns/:campaign/resources', (c) =>
    withDirectory(c, (directory) => c.html(directoryPage(c, directory))),
  );
  routes.get('/campaigns/:campaign/resources/steps', (c) =>
    withReferral(c, (directory, referral) => c.html(referralPage(c, directory, referral))),
  );
  routes.get('/campaigns/:campaign/resources/card', (c) =>
    withReferral(c, (directory, referral) => c.html(cardPage(c, directory, referral))),
  );

  routes.get('/campaigns/:campaign/assets', async (c) => {
    const found = await readAssets(c.var.deps.db, c.req.param('campaign'));
    if (!found) return refuse(c, 'not-found');
    speak(c, found.campaign);
    return c.html(assetsPage(c, found));
  });

  return routes;
}

async function withDirectory(
  c: ResourceContext,
  answer: (directory: Directory) => Response | Promise<Response>,
) {
  const directory = await cachedDirectory(c.var, c.req.param('campaign') ?? '');
  if (!directory) return refuse(c, 'not-found');
  speak(c, directory.campaign);
  c.header('cache-control', 'no-store');
  c.header('referrer-policy', 'no-referrer');
  return answer(directory);
}

function withReferral(
  c: ResourceContext,
  answer: (directory: Directory, referral: Referral) => Response | Promise<Response>,
) {
  return withDirectory(c, (directory) =>
    directory.referral ? answer(directory, directory.referral) : refuse(c, 'not-found'),
  );
}
