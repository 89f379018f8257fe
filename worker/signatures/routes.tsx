import { type Context, Hono } from 'hono';
import { returnedPage } from '../actions/answers.ts';
import { cachedContext } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { isOpen, isShown } from '../actions/rules.ts';
import { readCounts } from '../actions/store.ts';
import { withLanguage } from '../campaigns/shell.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { type FieldError, type Form, readForm } from '../platform/http/forms.ts';
import { refuse, refuseBody, retryOverloaded } from '../platform/http/refuse.tsx';
import { assertNever } from '../platform/result.ts';
import { pauseOf, retryPaused } from '../platform/switches.ts';
import { checkForm, checkPace, connectionOf, statusOf } from './guard.ts';
import { sign } from './sign.ts';
import { parseSubmission } from './submission-rules.ts';
import { thankYouPage } from './view.tsx';

/** Of pages and of frames alike. */
export function signingRoutes() {
  const routes = new Hono<AppEnv>();

  routes.post('/petitions/:petition/signatures', async (c) => {
    const form = await readForm(c);
    if (!form.ok) return refuseBody(c, form.error);
    const context = await findPublicContext(c);
    return context ? signByForm(c, context, form.value) : refuse(c, 'not-found');
  });

  return routes;
}

export function thankYouRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/petitions/:petition/thank-you', async (c) => {
    const context = await findPublicContext(c);
    if (!context) return refuse(c, 'not-found');
    const counts = await readCounts(c.var.deps.db, context.action.id);
    return c.html(thankYouPage(c, context, { confirmed: counts.state.confirmed ?? 0 }));
  });

  return routes;
}

async function signByForm(c: Context<AppEnv>, context: ActionContext, form: Form) {
  const { deps, now, language } = c.var;
  const { values } = form;
  const { slug } = context.action;
  const pause = pauseOf(c.var.switches);
  if (pause) {
    c.header('retry-after', retryPaused);
    return giveBack(c, context, { values, errors: [{ field: 'form_token', code: pause }] }, 503);
  }
  const submission = parseSubmission(values);
  const errors = await checkForm(deps, form, { slug, now });
  if (!submission.ok) errors.push(...submission.error);
  if (!submission.ok || errors.length > 0) return giveBack(c, context, { values, errors });

  const turnstileToken = values['cf-turnstile-response'] ?? '';
  const pace = await checkPace(deps, { turnstileToken, connection: connectionOf(c), now });
  if (pace !== 'fine') {
    const returned = { values, errors: [{ field: 'form_token', code: pace }] };
    return giveBack(c, context, returned, statusOf(c, pace));
  }
  const formToken = values.form_token ?? '';
  const signed = await sign(deps, context, submission.value, { formToken, language, now });
  if (signed.ok) return c.redirect(withLanguage(c, `/petitions/${slug}/check-your-email`), 303);
  switch (signed.error.reason) {
    case 'not-open':
      return closedPage(c, context);
    case 'wrong-fields':
      return giveBack(c, context, { values, errors: signed.error.errors });
    case 'overloaded':
      c.header('retry-after', retryOverloaded);
      return giveBack(c, context, { values, errors: [{ field: 'form_token', code: 'overloaded' }] }, 503);
    default:
      return assertNever(signed.error);
  }
}

async function findPublicContext(c: Context<AppEnv>): Promise<ActionContext | null> {
  const context = await cachedContext(
    c.var.deps,
    { kind: 'petition', slug: c.req.param('petition') ?? '' },
    c.var.now,
  );
  return context && isShown(context.action.state) ? context : null;
}

async function giveBack(
  c: Context<AppEnv>,
  context: ActionContext,
  returned: { values: Record<string, string>; errors: FieldError[] },
  status: 422 | 429 | 503 = 422,
) {
  if (!isOpen(context.action, c.var.now)) return closedPage(c, context);
  c.header('cache-control', 'private, no-store');
  return c.html(await returnedPage(c, context, { returned }), status);
}

/** There is no form any more that could come back. */
async function closedPage(c: Context<AppEnv>, context: ActionContext) {
  return c.html(await returnedPage(c, context, { notice: 'closed-meanwhile' }), 409);
}
