import { Hono } from 'hono';
import type { Deps } from '../platform/deps.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { leadToCleanAddress } from '../platform/http/clean-address.ts';
import {
  anyOrigin,
  detectLanguage,
  drainUnreadBody,
  refuseOtherMethods,
  refuseThrown,
  requestContext,
  varyByLanguage,
} from '../platform/http/middleware.ts';
import { readOnlyGuard } from '../platform/http/read-only.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { securityHeaders } from '../platform/http/security.ts';
import type { House } from './feature.ts';
import { shippedHouse } from './features.ts';
import { readHealth } from './health.ts';

/** The whole application over its dependencies. */
export function createApp(deps: Deps, house: House = shippedHouse) {
  const app = new Hono<AppEnv>();
  const { turnstile, publicUrl } = deps.settings;

  app.use(securityHeaders({ turnstile: turnstile !== null, https: publicUrl.startsWith('https:') }));
  app.use(detectLanguage);
  app.use(varyByLanguage);
  app.use(requestContext(deps));
  app.use(drainUnreadBody);
  app.use('/api/*', anyOrigin);
  app.use(leadToCleanAddress(app));
  app.use(readOnlyGuard({ givesBack: house.features.flatMap(({ givesBack }) => givesBack ?? []) }));
  app.use(refuseOtherMethods(app));

  for (const { routes } of house.features) routes?.(app, house, deps.settings);
  app.get('/health', async (c) =>
    c.json(await readHealth(deps, house, c.var.now), 200, { 'cache-control': 'no-store' }),
  );

  app.notFound((c) => refuse(c, 'not-found'));
  app.onError(refuseThrown);
  return app;
}
