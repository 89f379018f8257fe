import { type Context, Hono } from 'hono';
import { cachedContext } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { isShown, pathOf } from '../actions/rules.ts';
import { shellOf, withLanguage } from '../campaigns/shell.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { type FieldError, readForm } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { retryPaused } from '../platform/switches.ts';
import { deliverableEmail } from '../platform/text/identity.ts';
import { checkPace, connectionOf, statusOf } from './guard.ts';
import { CheckEmailPage } from './pages/check-email-page.tsx';
import { resend } from './resend.ts';
import { actionOf } from './view.tsx';

/** Between the form and the mailed link, of petitions and surveys alike. */
export function checkEmailRoutes() {
  const routes = new Hono<AppEnv>();

  for (const kind of ['petition', 'survey'] as const) {
    const findOpen = async (c: Context<AppEnv>): Promise<ActionContext | null> => {
      const context = await cachedContext(c.var.deps, { kind, slug: c.req.param('slug') ?? '' }, c.var.now);
      return context && isShown(context.action.state) ? context : null;
    };

    routes.get(`/${kind}s/:slug/check-your-email`, async (c) => {
      const context = await findOpen(c);
      return context ? checkEmail(c, context, { values: { email: '' }, errors: [] }) : refuse(c, 'not-found');
    });

    routes.post(`/${kind}s/:slug/resend`, async (c) => {
      const form = await readForm(c);
      if (!form.ok) return refuseBody(c, form.error);
      const context = await findOpen(c);
      return context ? sendAgain(c, context, form.value.values.email ?? '') : refuse(c, 'not-found');
    });
  }

  return routes;
}

async function sendAgain(c: Context<AppEnv>, context: ActionContext, typed: string) {
  const { deps, now } = c.var;
  const email = deliverableEmail(typed);
  const give = (code: string, status: 422 | 429 | 503 = 422) =>
    checkEmail(c, context, { values: { email: typed }, errors: [{ field: 'email', code }] }, status);
  if (c.var.switches.has('read-only')) {
    c.header('retry-after', retryPaused);
    return give('read-only', 503);
  }
  if (!email) return give(typed.trim() === '' ? 'missing' : 'not-an-address');
  const pace = await checkPace(deps, { turnstileToken: '', connection: connectionOf(c), now });
  if (pace !== 'fine') return give(pace, statusOf(c, pace));
  await resend(deps, context, email, now);
  return c.redirect(withLanguage(c, `${pathOf(context.action)}/check-your-email?again=sent`), 303);
}

function checkEmail(
  c: Context<AppEnv>,
  context: ActionContext,
  { values, errors }: { values: { email: string }; errors: FieldError[] },
  status: 200 | 422 | 429 | 503 = 200,
) {
  const { language, deps } = c.var;
  const sender = /<([^>]+)>/.exec(deps.settings.mailFrom)?.[1] ?? deps.settings.mailFrom;
  return c.html(
    <CheckEmailPage
      shell={shellOf(c, context.campaign, `${pathOf(context.action)}/check-your-email`)}
      action={actionOf(context, language)}
      sender={sender}
      sentAgain={c.req.query('again') === 'sent'}
      values={values}
      errors={errors}
    />,
    status,
  );
}
