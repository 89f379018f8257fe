import { Hono, type MiddlewareHandler } from 'hono';
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
import type { House, LateRoutes } from './feature.ts';
import { shippedHouse } from './features.ts';
import { readHealth } from './health.ts';

/** The whole application over its dependencies. */
export function createApp(deps: Deps, house: House = shippedHouse) {
  const app = new Hono<AppEnv>();
  for (const { lateRoutes } of house.features) {
    if (!lateRoutes) continue;
    const late = whenAsked(() => createLateApp(deps, house, lateRoutes));
    for (const under of lateRoutes.under) {
      app.use(`${under}/*`, late);
      // So that an address that somebody has added a full stop to leads there as well: see has-page.ts.
      app.get(under, late);
    }
  }
  return withRoutes(app, { deps, house }, (app) => {
    for (const { routes } of house.features) routes?.(app, house, deps.settings);
    app.get('/health', async (c) =>
      c.json(await readHealth(deps, house, c.var.now), 200, { 'cache-control': 'no-store' }),
    );
  });
}

/** An application of its own for routes that are evaluated when one of them is first asked for. */
export async function createLateApp(deps: Deps, house: House, { load }: LateRoutes) {
  return withRoutes(new Hono<AppEnv>(), { deps, house }, await load(house));
}

/**
 * Loading reads an asset, which may fail, and which another request cannot wait for. So requests that come at once load
 * it for themselves, and only what has been loaded is kept.
 */
function whenAsked(create: () => Promise<Hono<AppEnv>>): MiddlewareHandler<AppEnv> {
  let created: Hono<AppEnv> | undefined;
  return async (c) => {
    created ??= await create();
    return created.fetch(c.req.raw, c.env);
  };
}

/** What stands around every route. */
function withRoutes(
  app: Hono<AppEnv>,
  { deps, house }: { deps: Deps; house: House },
  register: (app: Hono<AppEnv>) => void,
) {
  const { turnstile, publicUrl } = deps.settings;

  app.use(securityHeaders({ turnstile: turnstile !== null, https: publicUrl.startsWith('https:') }));
  app.use(detectLanguage);
  app.use(varyByLanguage);
  app.use(requestContext(deps, (others) => createApp(others, house)));
  app.use(drainUnreadBody);
  app.use('/api/*', anyOrigin);
  app.use(leadToCleanAddress(app));
  app.use(
    readOnlyGuard({
      handlesReadOnly: house.features.flatMap(({ handlesReadOnly }) => handlesReadOnly ?? []),
    }),
  );
  app.use(refuseOtherMethods(app));
  register(app);
  app.notFound((c) => refuse(c, 'not-found'));
  app.onError(refuseThrown);
  return app;
}
