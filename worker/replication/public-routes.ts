import { Hono } from 'hono';
import { cors } from 'hono/cors';
import * as z from 'zod';
import type { AppEnv } from '../platform/http/app-env.ts';
import { cachedJson } from '../platform/http/cached-page.ts';
import { etagOf, sendWithEtag } from '../platform/http/etag.ts';
import { checkedQuery } from '../platform/http/validate.ts';
import { describeDeployment } from './well-known.ts';
import { wellKnownPath } from './well-known-rules.ts';

const caching = 'public, max-age=60, stale-while-revalidate=600';
const asked = z.object({ campaign: z.string().max(60).optional() });

export function publicRoutes() {
  const routes = new Hono<AppEnv>();
  routes.get(wellKnownPath, cors({ origin: '*', allowMethods: ['GET'] }), checkedQuery(asked), async (c) => {
    const { deps } = c.var;
    const { campaign = null } = c.req.valid('query');
    const type = 'application/json';
    if (campaign === null) {
      const whole = await cachedJson(c.var, 'deployment', () => describeDeployment(deps, null));
      return sendWithEtag(c, whole, { type, caching });
    }
    const body = JSON.stringify(await describeDeployment(deps, campaign));
    return sendWithEtag(c, { body, etag: await etagOf(deps.keyring, body) }, { type, caching });
  });
  return routes;
}
