import type { ErrorHandler, Hono, MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { languageDetector } from 'hono/language';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { languages } from '../../../web/language.ts';
import { troubleOf } from '../commit/writes.ts';
import type { Deps } from '../deps.ts';
import { logFailure } from '../log.ts';
import { cachedSwitches } from '../switches.ts';
import type { AppEnv } from './app-env.ts';
import { drainBody } from './forms.ts';
import { hasPage } from './has-page.ts';
import { refuse } from './refuse.tsx';

/** The language that the query names, or else the browser's. */
export const detectLanguage: MiddlewareHandler<AppEnv> = languageDetector({
  supportedLanguages: [...languages],
  fallbackLanguage: 'en',
  order: ['querystring', 'header'],
  lookupQueryString: 'lang',
  caches: false,
});

/** Pages, JSON with titles and messages, and tables. Feeds, calendars and pictures depend only on their address. */
const inALanguage = /^(text\/html|text\/csv|application\/(problem\+)?json)/;

/** These answers may depend on the browser's language, so a cache must not give one reader's answer to another. */
export const varyByLanguage: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (!inALanguage.test(headers.get('content-type') ?? '')) return;
  if (!/accept-language/i.test(headers.get('vary') ?? ''))
    c.header('vary', 'accept-language', { append: true });
};

export function requestContext(
  deps: Deps,
  appOver: AppEnv['Variables']['appOver'],
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const now = deps.clock();
    c.set('deps', deps);
    c.set('appOver', appOver);
    c.set('now', now);
    c.set('switches', await cachedSwitches(deps, now));
    await next();
  };
}

/** Reads a body that no route has read, so that the answer reaches a client that is still sending it. */
export const drainUnreadBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  if (c.req.raw.body && !c.req.raw.bodyUsed) await drainBody(c.req.raw);
};

/**
 * For the API, whose answers depend on nothing that a browser sends by itself. It is registered before anything that
 * may refuse, so that a script on another site can read the reason.
 */
export const anyOrigin: MiddlewareHandler<AppEnv> = cors({
  origin: '*',
  allowMethods: ['GET', 'POST'],
  allowHeaders: ['content-type', 'authorization'],
  exposeHeaders: ['retry-after'],
  maxAge: 86_400,
});

/**
 * If an address exists for other methods only, answers 405 and names them. A browser that requests the page of an
 * address that only takes forms, by a reload or from the history, is redirected to the form.
 */
export function refuseOtherMethods(app: Hono<AppEnv>): MiddlewareHandler<AppEnv> {
  return methodNotAllowed({
    app,
    onMethodNotAllowed(c, methods) {
      const form = reads.has(c.req.method) && methods.includes('POST') ? formAbove(app, c.req.path) : null;
      if (form) return c.redirect(form + new URL(c.req.url).search, 303);
      c.header('allow', methods.toSorted().join(', '));
      return refuse(c, 'wrong-method');
    },
  });
}

const reads = new Set(['GET', 'HEAD']);

/** The nearest page above this path; null for API paths. */
function formAbove(app: Hono<AppEnv>, path: string): string | null {
  if (/^\/(api|webhooks)\//.test(path)) return null;
  for (let above = path; above.lastIndexOf('/') > 0; ) {
    above = above.slice(0, above.lastIndexOf('/'));
    if (hasPage(app, above)) return above;
  }
  return null;
}

/** Hono's own middleware refuses by throwing an HTTPException. Any other exception is a bug or an outage. */
export const refuseThrown: ErrorHandler<AppEnv> = (error, c) => {
  if (error instanceof HTTPException && error.status < 500) return refuse(c, 'bad-request');
  const trouble = troubleOf(error);
  logFailure('request-failed', error, { method: c.req.method, route: c.req.routePath, trouble });
  return refuse(c, trouble === 'broken' ? 'failed' : 'overloaded');
};
