import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { errorMessage } from '../../web/components/field-errors.ts';
import type { ActionPart } from '../actions/action-part.ts';
import type { ActionContext } from '../actions/context.ts';
import { contextFor } from '../actions/page-request.ts';
import { isPublic } from '../actions/rules.ts';
import { sendJson } from '../platform/http/cached-page.ts';
import { problem } from '../platform/http/problem.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { checkedJson, refuseFields, takesJson, type Wording } from '../platform/http/validate.ts';
import { assertNever } from '../platform/result.ts';
import { retryPaused } from '../platform/switches.ts';
import { type SignedJson, signedJson } from '../signatures/api-rules.ts';
import { connectionOf, freshCallersToken } from '../signatures/guard.ts';
import { byCaller, type CallerEnv, checkCallersPace, findCaller } from '../signatures/partner-auth.ts';
import { sign } from '../signatures/sign.ts';
import { publicJson } from './render.ts';

type SigningEnv = CallerEnv<ActionContext>;

const wording: Wording = (error, c) => errorMessage(c.var.language, error);

/** A petition as JSON, and signing as JSON with the same names and rules as the form. */
export function petitionApiRoutes(parts: readonly ActionPart[]) {
  const routes = new Hono<SigningEnv>();
  const findPublic = publicOr404(parts);

  routes.get('/api/v1/petitions/:petition', findPublic, async (c) => {
    const { deps, now, language, context } = c.var;
    if (context.action.state === 'removed') return problem(c, 410, { title: 'This petition was removed' });
    return sendJson(c, await publicJson(deps, { context, parts }, { now, language }));
  });

  routes.post(
    '/api/v1/petitions/:petition/signatures',
    takesJson(),
    findPublic,
    whileNotPaused,
    findCaller(),
    checkedJson(signedJson, wording),
    (c) => signByJson(c, c.req.valid('json')),
  );

  return routes;
}

const publicOr404 =
  (parts: readonly ActionPart[]): MiddlewareHandler<SigningEnv> =>
  async (c, next) => {
    const slug = c.req.param('petition') ?? '';
    const context = await contextFor(c, { kind: 'petition', slug, parts });
    if (!context || !isPublic(context.action.state)) return problem(c, 404, { title: 'No such petition' });
    c.set('context', context);
    await next();
  };

const whileNotPaused: MiddlewareHandler<SigningEnv> = async (c, next) => {
  if (!c.var.switches.has('signing-paused')) return next();
  c.header('retry-after', retryPaused);
  const detail = errorMessage(c.var.language, { field: 'form_token', code: 'signing-paused' });
  return problem(c, 503, { title: 'Signing is paused for a short while', detail });
};

async function signByJson(c: Context<SigningEnv>, { submission, formToken }: SignedJson) {
  const { deps, now, language, context, caller } = c.var;
  const person = byCaller(caller, submission, context);
  if (!person) return refuseFields(c, [{ field: 'source', code: 'not-yours' }], wording);
  const refused = await checkCallersPace(c, caller);
  if (refused) return refused;
  const token = formToken ?? freshCallersToken();
  const connection = caller ? null : connectionOf(c);
  const sending = { formToken: token, shownAt: now, language, connection, now };
  const signed = await sign(deps, context, person, sending);
  if (signed.ok) return c.json({ status: 'check-your-email' }, 202);
  switch (signed.error.reason) {
    case 'not-open':
      return problem(c, 409, { title: 'This petition takes no signatures now' });
    case 'wrong-fields':
      return refuseFields(c, signed.error.errors, wording);
    case 'overloaded':
      return refuse(c, 'overloaded');
    default:
      return assertNever(signed.error);
  }
}
