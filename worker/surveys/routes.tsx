import { Hono } from 'hono';
import { countOpening } from '../actions/count-opening.ts';
import { pageRequestOf } from '../actions/page-request.ts';
import { isPublic, isShown } from '../actions/rules.ts';
import { withLanguage } from '../campaigns/shell.ts';
import { makeFormToken } from '../platform/crypto/form-token.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { cachedPage } from '../platform/http/cached-page.ts';
import { longFormLimit, readForm } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { browsersOwn } from '../platform/http/security.ts';
import { pauseOf } from '../platform/switches.ts';
import { surveyFor } from './cache.ts';
import { freshPage } from './fresh-page.tsx';
import { takeStep } from './steps.tsx';

export function surveyRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/surveys/:survey', async (c) => {
    const context = await surveyFor(c, c.req.param('survey'));
    if (!context || !isPublic(context.action.state)) return refuse(c, 'not-found');
    // A frame counts its openings itself.
    if (!c.var.frame) countOpening(c, context);
    const { slug, state } = context.action;
    const query = new URL(c.req.url).searchParams;
    if ([...query.keys()].some((field) => field.startsWith('answer.'))) {
      c.header('cache-control', browsersOwn);
      const formToken = await makeFormToken(c.var.deps.keyring, slug, c.var.now);
      const parts = { formToken, frame: c.var.frame ?? null };
      return c.html(await freshPage(c, context, { query, parts }), state === 'removed' ? 410 : 200);
    }
    const request = pageRequestOf(c, context);
    const pause = pauseOf(c.var.switches);
    const key = ['page', slug, request.language, request.chosen, request.source, pause].join(' ');
    const page = await cachedPage(c.var, { key, formFor: slug }, (parts) =>
      freshPage(c, context, { query, parts }),
    );
    // Every showing has its own token, so there is no etag by which a browser could show an earlier one again.
    c.header('cache-control', browsersOwn);
    c.header('vary', 'accept-language');
    return c.body(page.body, state === 'removed' ? 410 : 200, { 'content-type': 'text/html; charset=UTF-8' });
  });

  // After a POST, reloading or changing the language requests this address.
  routes.get('/surveys/:survey/responses', (c) =>
    c.redirect(withLanguage(c, `/surveys/${encodeURIComponent(c.req.param('survey'))}`), 303),
  );

  routes.post('/surveys/:survey/responses', async (c) => {
    const form = await readForm(c, longFormLimit);
    if (!form.ok) return refuseBody(c, form.error);
    const context = await surveyFor(c, c.req.param('survey'));
    const isThere = context && isShown(context.action.state);
    return isThere ? takeStep(c, context, form.value) : refuse(c, 'not-found');
  });

  return routes;
}
