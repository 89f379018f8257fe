import { type Context, Hono, type MiddlewareHandler } from 'hono';
import * as z from 'zod';
import { isPublic } from '../actions/rules.ts';
import { cachedJson, sendJson } from '../platform/http/cached-page.ts';
import { problem } from '../platform/http/problem.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { checkedJsonOf, refuseFields, takesJson, type Wording } from '../platform/http/validate.ts';
import { assertNever } from '../platform/result.ts';
import { retryPaused } from '../platform/switches.ts';
import { signingSchema } from '../signatures/api-rules.ts';
import { connectionOf, freshCallersToken } from '../signatures/guard.ts';
import { byCaller, type CallerEnv, checkCallersPace, findCaller } from '../signatures/partner-auth.ts';
import { type EventContext, eventFor } from './cache.ts';
import { meetConditions } from './conditions/meet.ts';
import { errorText } from './pages/error-text.ts';
import { osdiEvent, publicEvent } from './public.ts';
import { figuresOf } from './render.ts';
import { signUp } from './sign-up.ts';
import { type SentSignUp, signUpSchema } from './submission-rules.ts';
import { takesSignUps } from './takes-rules.ts';

type ApiEnv = CallerEnv<EventContext>;

const wording: Wording = (error, c) => errorText(c.var.language, error);

/** An event as JSON, and signing up as JSON with the same names and rules as the form. */
export function eventApiRoutes() {
  const routes = new Hono<ApiEnv>();

  routes.get('/api/v1/events/:event', findPublic, whileItStands, async (c) => {
    const { deps, now, language, context } = c.var;
    const json = await cachedJson(
      { deps, now },
      ['event-json', context.action.slug, language].join(' '),
      async () => {
        const { asOf, ...figures } = await figuresOf(deps, context, now);
        return publicEvent(context, figures, { now: asOf, language });
      },
    );
    return sendJson(c, json);
  });

  routes.get('/api/v1/events/:event/osdi', findPublic, whileItStands, async (c) => {
    const { deps, now, language, context } = c.var;
    const { publicUrl } = deps.settings;
    const json = await cachedJson(
      { deps, now },
      ['event-osdi', context.action.slug, language].join(' '),
      async () => osdiEvent(context, await figuresOf(deps, context, now), { publicUrl, language }),
    );
    return sendJson(c, json);
  });

  routes.post(
    '/api/v1/events/:event/sign-ups',
    takesJson(),
    findPublic,
    whileNotPaused,
    findCaller(),
    checkedJsonOf(checkOf),
    (c) => signUpByJson(c, c.req.valid('json')),
  );

  return routes;
}

const findPublic: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const context = await eventFor(c, c.req.param('event') ?? '');
  if (!context || !isPublic(context.action.state)) return problem(c, 404, { title: 'No such event' });
  c.set('context', context);
  await next();
};

const whileItStands: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (c.var.context.action.state === 'removed') return problem(c, 410, { title: 'This event was removed' });
  await next();
};

const whileNotPaused: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (!c.var.switches.has('signing-paused')) return next();
  c.header('retry-after', retryPaused);
  const detail = errorText(c.var.language, { field: 'form_token', code: 'signing-paused' });
  return problem(c, 503, { title: 'Sign-up is paused for a short while', detail });
};

type SignUpJson = { submission: SentSignUp; formToken: string | null };

function checkOf({ var: { context, now } }: Context<ApiEnv>) {
  const token = z.object({ form_token: signingSchema.shape.form_token });
  const schema = z
    .intersection(signUpSchema(context.event, now), token)
    .transform(({ form_token = null, ...submission }): SignUpJson => {
      return { submission, formToken: form_token };
    });
  return { schema, wording };
}

async function signUpByJson(c: Context<ApiEnv>, { submission, formToken }: SignUpJson) {
  const { deps, now, language, context, caller } = c.var;
  if (!takesSignUps(context, now)) return problem(c, 409, { title: 'This event takes no sign-ups now' });
  const person = byCaller(caller, submission.person, context);
  if (!person) return refuseFields(c, [{ field: 'source', code: 'not-yours' }], wording);
  const met = await meetConditions(deps, context, submission.shown, { needed: 'norms' });
  if (!met.ok) return refuseFields(c, met.error, wording);
  const refused = await checkCallersPace(c, caller);
  if (refused) return refused;
  const sending = {
    formToken: formToken ?? freshCallersToken(),
    shownAt: now,
    language,
    connection: caller ? null : connectionOf(c),
    now,
  };
  const signed = await signUp(
    deps,
    context,
    { person, choice: { ...submission.choice, met: met.value } },
    sending,
  );
  if (signed.ok) return c.json({ status: 'check-your-email' }, 202);
  switch (signed.error.reason) {
    case 'not-open':
      return problem(c, 409, { title: 'This event takes no sign-ups now' });
    case 'wrong-fields':
      return refuseFields(c, signed.error.errors, wording);
    case 'overloaded':
      return refuse(c, 'overloaded');
    default:
      return assertNever(signed.error);
  }
}
