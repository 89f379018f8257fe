import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { languageDetector } from 'hono/language';
import { frontRoutes } from '../campaigns/routes.tsx';
import { partnerRoutes } from '../coalition/routes.tsx';
import { shortLinkRoutes } from '../coalition/short-link-routes.ts';
import { feedRoutes } from '../developers/feed-routes.ts';
import { developerRoutes } from '../developers/routes.tsx';
import { tallyRoutes } from '../digests/routes.tsx';
import { embedPageRoutes } from '../embeds/embed-page-routes.ts';
import { oembedRoutes } from '../embeds/oembed-routes.ts';
import { embedRoutes } from '../embeds/routes.tsx';
import { petitionRoutes } from '../petitions/routes.tsx';
import { troubleOf } from '../platform/commit/writes.ts';
import type { Deps } from '../platform/deps.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { drainBody } from '../platform/http/forms.ts';
import { readOnlyGuard } from '../platform/http/read-only.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { securityHeaders } from '../platform/http/security.ts';
import { logFailure } from '../platform/log.ts';
import { mailboxRoutes } from '../platform/mail/routes.tsx';
import { webhookRoutes } from '../platform/mail/webhook-routes.ts';
import { cachedSwitches } from '../platform/switches.ts';
import { cardRoutes } from '../sharing/card-routes.ts';
import { sharingRoutes } from '../sharing/routes.tsx';
import { signingApiRoutes } from '../signatures/api-routes.ts';
import { checkEmailRoutes } from '../signatures/check-email-routes.tsx';
import { signingRoutes, thankYouRoutes } from '../signatures/routes.tsx';
import { ownRoutes } from '../signatures/supporter-page-routes.tsx';
import { surveyApiRoutes } from '../surveys/api-routes.ts';
import { sendRoutes } from '../surveys/carry/routes.tsx';
import { surveyRoutes } from '../surveys/routes.tsx';
import { answersHeld } from '../surveys/supporter-page.tsx';
import { ownAnswerRoutes } from '../surveys/supporter-page-routes.tsx';
import { readHealth } from './health.ts';
import { mailBounced, renderMails } from './mails.ts';
import { openApiDocument, openApiRoutes } from './openapi.ts';

/** Forms whose routes give back what was typed while nothing can be written. */
const givesBack =
  /^(\/embed)?\/(petitions\/[^/]+\/(signatures|resend)|surveys\/[^/]+\/(responses|resend|send|opened)|my\/[^/]+\/(correct|answers))$/;

/** The whole application over its dependencies. */
export function createApp(deps: Deps) {
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
      supportedLanguages: ['en', 'es'],
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
  app.use(readOnlyGuard({ givesBack }));

  app.route('/', frontRoutes());
  app.route('/', shortLinkRoutes());
  app.route('/', sharingRoutes());
  app.route('/', cardRoutes());
  app.route('/', petitionRoutes());
  app.route('/', signingRoutes());
  app.route('/', thankYouRoutes());
  app.route('/', signingApiRoutes());
  app.route('/', checkEmailRoutes());
  // Reads longer bodies than the other own pages do.
  app.route('/', ownAnswerRoutes());
  app.route('/', ownRoutes(answersHeld));
  app.route('/', surveyRoutes());
  app.route('/', surveyApiRoutes());
  app.route('/', sendRoutes());
  app.route('/', embedPageRoutes());
  app.route('/', oembedRoutes());
  app.route('/', embedRoutes());
  // The same forms in frames.
  app.route('/embed', signingRoutes());
  app.route('/embed', checkEmailRoutes());
  app.route('/embed', surveyRoutes());
  app.route('/', tallyRoutes());
  app.route('/', partnerRoutes());
  app.route('/', mailboxRoutes(renderMails));
  if (settings.resend?.webhookSecret) {
    app.route('/', webhookRoutes({ secret: settings.resend.webhookSecret, bounced: mailBounced }));
  }
  app.route('/', openApiRoutes());
  app.route('/', developerRoutes({ documentAt: openApiDocument }));
  app.route('/', feedRoutes());
  app.get('/health', async (c) =>
    c.json(await readHealth(deps, c.var.now), 200, { 'cache-control': 'no-store' }),
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
