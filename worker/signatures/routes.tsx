import { type Context, Hono } from 'hono';
import type { ActionContext } from '../actions/context.ts';
import type { ActionKindDefinition, ActionKinds } from '../actions/kind.ts';
import { nextInCampaign } from '../actions/next-action.ts';
import { contextFor } from '../actions/page-request.ts';
import { folderOf, isShown } from '../actions/rules.ts';
import { readCounts } from '../actions/store.ts';
import { shellOf, withForm } from '../campaigns/shell.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { type FieldError, type Form, languageStepOf, readForm } from '../platform/http/forms.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { browsersOwn, privatePage } from '../platform/http/security.ts';
import { retryPaused } from '../platform/switches.ts';
import { deliverableEmail } from '../platform/text/identity.ts';
import { checkPace, connectionOf, sentTwice, statusOf } from './guard.ts';
import { checkEmailPath, openMailedTo } from './mailed-to.ts';
import { CheckEmailPage } from './pages/check-email-page.tsx';
import { resend } from './resend.ts';
import { readThanksToken } from './thanks-link.ts';
import { linkedAction, thankYouPage } from './view.tsx';

/** An action that may be shown, with its kind. */
type Shown = { context: ActionContext; kind: ActionKindDefinition };

async function findShown(c: Context<AppEnv>, kind: ActionKindDefinition): Promise<Shown | null> {
  const named = { kind: kind.name, slug: c.req.param('slug') ?? '' };
  const context = await contextFor(c, named);
  return context && isShown(context.action.state) ? { context, kind } : null;
}

/** The pages between the form and the mailed link, for every kind of action. */
export function checkEmailRoutes(kinds: ActionKinds) {
  const routes = new Hono<AppEnv>();

  for (const kind of kinds) {
    routes.get(`/${folderOf(kind.name)}/:slug/check-your-email`, async (c) => {
      const shown = await findShown(c, kind);
      if (!shown) return refuse(c, 'not-found');
      const mailedTo = await mailedToOf(c, shown);
      return checkEmail(c, shown, { values: { email: mailedTo ?? '' }, errors: [], mailedTo });
    });

    // The form is on the page next to this address, not on the one above it.
    routes.get(`/${folderOf(kind.name)}/:slug/resend`, (c) =>
      c.redirect(`${c.req.path.replace(/resend$/, 'check-your-email')}${new URL(c.req.url).search}`, 303),
    );

    routes.post(`/${folderOf(kind.name)}/:slug/resend`, async (c) => {
      const form = await readForm(c);
      if (!form.ok) return refuseBody(c, form.error);
      const shown = await findShown(c, kind);
      return shown ? sendAgain(c, shown, form.value) : refuse(c, 'not-found');
    });
  }

  return routes;
}

/** The page that a confirmation leads to. */
export function thankYouRoutes(kinds: ActionKinds) {
  const routes = new Hono<AppEnv>();

  for (const kind of kinds) {
    const path = `/${folderOf(kind.name)}/:slug/thank-you`;
    routes.get(path, (c) => thank(c, kind, null));
    routes.get(`${path}/:token`, privatePage, async (c) => {
      const { deps, now } = c.var;
      const id = await readThanksToken(deps.keyring, c.req.param('token') ?? '', now);
      return thank(c, kind, id === null ? null : c.req.path);
    });
  }

  return routes;
}

async function thank(c: Context<AppEnv>, kind: ActionKindDefinition, thanked: string | null) {
  const shown = await findShown(c, kind);
  if (!shown) return refuse(c, 'not-found');
  const { deps, now, language } = c.var;
  const { context } = shown;
  const [counts, first = [], next] = await Promise.all([
    readCounts(deps.db, context.action.id),
    kind.nextActions?.(deps, context, { now, language, thanked }),
    nextInCampaign(deps.db, context, { now, language }),
  ]);
  return c.html(thankYouPage(c, shown, { confirmed: counts.state.confirmed ?? 0, first, next }));
}

async function sendAgain(c: Context<AppEnv>, shown: Shown, { values, repeated }: Form) {
  const { email: typed = '', step = '' } = values;
  const { deps, now } = c.var;
  const email = deliverableEmail(typed);
  const give = (code: string, status: 422 | 429 | 503 = 422) =>
    checkEmail(c, shown, { values: { email: typed }, errors: [{ field: 'email', code }] }, status);
  const languageStep = languageStepOf({ step });
  if (languageStep === 'language') return checkEmailIn(c, shown, typed);
  if (c.var.switches.has('read-only') && !languageStep) {
    c.header('retry-after', retryPaused);
    return give('read-only', 503);
  }
  if (sentTwice(repeated, ['email']).length > 0) return give('sent-twice');
  if (!email) return give(typed.trim() === '' ? 'missing' : 'not-an-address');
  if (languageStep) return checkEmail(c, shown, { values: { email: typed }, errors: [] });
  const pace = await checkPace(deps, { turnstileToken: '', connection: connectionOf(c), now });
  if (pace !== 'fine') return give(pace, statusOf(c, pace));
  await resend(deps, shown.context, email, now);
  return c.redirect(
    await checkEmailPath(c, shown.context, { email, isPressed: step !== '', isAgain: true }),
    303,
  );
}

/** In the language of the address. If nothing else was typed, that is the page's own address. */
async function checkEmailIn(c: Context<AppEnv>, shown: Shown, typed: string) {
  const mailedTo = await mailedToOf(c, shown);
  if (typed === (mailedTo ?? '')) {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(pathname.replace(/resend$/, 'check-your-email') + search, 303);
  }
  return checkEmail(c, shown, { values: { email: typed }, errors: [], mailedTo });
}

function mailedToOf(c: Context<AppEnv>, { context: { action } }: Shown): Promise<string | null> {
  const { deps, now } = c.var;
  return openMailedTo(deps.keyring, c.req.query('to') ?? '', { action, connection: connectionOf(c), now });
}

async function checkEmail(
  c: Context<AppEnv>,
  { context, kind }: Shown,
  {
    values,
    errors,
    mailedTo = null,
  }: { values: { email: string }; errors: FieldError[]; mailedTo?: string | null },
  status: 200 | 422 | 429 | 503 = 200,
) {
  const { language, deps, frame } = c.var;
  const sender = /<([^>]+)>/.exec(deps.settings.mailFrom)?.[1] ?? deps.settings.mailFrom;
  const action = linkedAction(context, language);
  const words = await kind.supporterWords();
  const to = mailedTo === null ? '' : `?to=${c.req.query('to')}`;
  // What a page of the site was asked with, its other language is asked with too.
  const path = `${action.path}/check-your-email${frame ? to : ''}`;
  c.header('cache-control', c.req.method === 'POST' ? browsersOwn : 'private, no-store');
  return c.html(
    <CheckEmailPage
      shell={withForm(shellOf(c, context.campaign, path), {
        form: 'again',
        action: `${action.path}/resend${to}`,
        enter: 'send',
        isChecked: errors.length > 0,
      })}
      words={words[language]}
      isFresh={c.req.method !== 'POST'}
      action={action}
      sender={sender}
      mailedTo={mailedTo}
      sentAgain={c.req.query('again') === 'sent'}
      values={values}
      errors={errors}
    />,
    status,
  );
}
