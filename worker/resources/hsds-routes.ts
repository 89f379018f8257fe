import { type Context, Hono } from 'hono';
import { spokenIn } from '../campaigns/rules.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { anyOrigin } from '../platform/http/middleware.ts';
import { problem } from '../platform/http/problem.ts';
import { runQuery } from '../platform/query.ts';
import { dateIn } from '../platform/time/clock.ts';
import { cachedDirectory } from './directory.ts';
import { fullService, listedService } from './hsds.ts';
import { dayBefore, hiddenAfter } from './rules.ts';
import { type CheckedService, checkedServiceQuery, checkedServicesQuery } from './store.ts';

const caching = 'public, max-age=60';
const mostAPage = 100;

/**
 * The services of all campaigns for directories elsewhere: Open Referral's HSDS 3.1. Examples and what nobody has
 * checked for long are not in it.
 */
export function hsdsRoutes() {
  const routes = new Hono<AppEnv>();
  routes.use('/hsds/*', anyOrigin);

  routes.get('/hsds/3.1', (c) => {
    const specification = 'https://raw.githubusercontent.com/openreferral/specification/3.1';
    c.header('cache-control', caching);
    return c.json({
      version: '3.1',
      profile: 'https://docs.openreferral.org/en/3.1/',
      openapi_url: `${specification}/schema/openapi.json`,
    });
  });

  routes.get('/hsds/3.1/services', async (c) => {
    const size = numberIn(c.req.query('per_page') ?? '50', mostAPage);
    const page = numberIn(c.req.query('page') ?? '1', 1_000_000);
    if (size === null || page === null) {
      return problem(c, 400, {
        title: `page and per_page are numbers from 1, per_page at most ${mostAPage}`,
      });
    }
    const found = await runQuery(
      c.var.deps.db,
      checkedServicesQuery(c.var.deps.db, {
        since: oldestShown(c.var.now),
        campaign: c.req.query('campaign') ?? null,
        from: (page - 1) * size,
        most: size,
      }),
    );
    const contents = await Promise.all(
      found.services.map(async (one) => {
        const known = await withLanguage(c, one);
        return known && listedService(known.service, known.language);
      }),
    );
    const pages = Math.max(1, Math.ceil(found.total / size));
    c.header('cache-control', caching);
    return c.json({
      total_items: found.total,
      total_pages: pages,
      page_number: page,
      size: contents.length,
      first_page: page === 1,
      last_page: page >= pages,
      empty: contents.length === 0,
      contents: contents.filter((one) => one !== null),
    });
  });

  routes.get('/hsds/3.1/services/:id', async (c) => {
    const { db } = c.var.deps;
    const since = oldestShown(c.var.now);
    const one = await runQuery(db, checkedServiceQuery(db, { id: c.req.param('id'), since }));
    const known = one && (await withLanguage(c, one));
    if (!known) return problem(c, 404, { title: 'No such service' });
    c.header('cache-control', caching);
    return c.json(fullService(known.service, known.language));
  });

  return routes;
}

function numberIn(typed: string, most: number): number | null {
  const number = /^\d{1,7}$/.test(typed) ? Number(typed) : 0;
  return number >= 1 && number <= most ? number : null;
}

/** Machines get the days of UTC, because a list spans cities. */
function oldestShown(now: Date): string {
  return dayBefore(dateIn('UTC', now), hiddenAfter);
}

async function withLanguage(c: Context<AppEnv>, { campaign, slug }: CheckedService) {
  const directory = await cachedDirectory(c.var, campaign);
  const found = directory?.services.find(({ service }) => service.slug === slug);
  if (!directory || !found) return null;
  return { service: found.service, language: spokenIn(directory.campaign, c.var.language) };
}
