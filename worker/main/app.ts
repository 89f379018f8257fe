import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { languageDetector } from 'hono/language';
import { languages } from '../../web/language.ts';
import { troubleOf } from '../platform/commit/writes.ts';
import type { Deps } from '../platform/deps.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { drainBody } from '../platform/http/forms.ts';
import { readOnlyGuard } from '../platform/http/read-only.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { securityHeaders } from '../platform/http/security.ts';
import { logFailure } from '../platform/log.ts';
import { cachedSwitches } from '../platform/switches.ts';
import type { House } from './feature.ts';
import { shippedHouse } from './features.ts';
import { readHealth } from './health.ts';

/** The whole application over its dependencies. */
export function createApp(deps: Deps, house: House = shippedHouse) {
  const app = new Hono<AppEnv>();
  const { settings } = deps;

  app.use(
    securityHeaders({
      turnstile: settings.turnstile !== null,
      https: settings.publicUrl.startsWith('https:'),
    }),
  );
  app.use(
    languageDetector({
      supportedLanguages: [...languages],
      fallbackLanguage: 'en',
      order: ['querystring', 'header'],
      lookupQueryString: 'lang',
      caches: false,
    }),
  );
  app.use(async (c, next) => {
    c.set('deps', deps);
    c.set('now', deps.clock());
    c.set('switches', await cachedSwitches(deps, c.var.now));
    await next();
    if (c.req.raw.body && !c.req.raw.bodyUsed) await drainBody(c.req.raw);
    if (c.res.headers.get('content-type')?.startsWith('text/html')) c.header('vary', 'accept-language');
  });

  // Nothing under it depends on who asks but for a key that the asker sends itself. Before what may refuse: that is read, too.
  app.use(
    '/api/*',
    cors({
      origin: '*',
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['content-type', 'authorization'],
      exposeHeaders: ['retry-after'],
      maxAge: 86_400,
    }),
  );
  app.use(readOnlyGuard({ givesBack: house.features.flatMap(({ givesBack }) => givesBack ?? []) }));

  for (const { routes } of house.features) routes?.(app, house, settings);
  app.get('/health', async (c) =>
    c.json(await readHealth(deps, house, c.var.now), 200, { 'cache-control': 'no-store' }),
  );

  app.notFound((c) => {
    const allowed = allowedMethods(app, c.req.path);
    // A handler that found nothing answers as this address, too.
    if (allowed.length === 0 || allowed.includes(c.req.method)) return refuse(c, 'not-found');
    c.header('allow', allowed.join(', '));
    return refuse(c, 'wrong-method');
  });
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) return refuse(c, 'bad-request');
    const trouble = troubleOf(error);
    logFailure('request-failed', error, { method: c.req.method, route: c.req.routePath, trouble });
    return refuse(c, trouble === 'broken' ? 'failed' : 'overloaded');
  });
  return app;
}

/** Methods for which a path has a handler, and not only the middleware that runs before all of them. */
function allowedMethods(app: Hono<AppEnv>, path: string): string[] {
  const handled = (method: string) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method);
  return ['GET', 'POST'].filter(handled).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}
