import { type Context, Hono } from 'hono';
import { errorMessage } from '../../web/components/field-errors.ts';
import { cachedContext } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { isPublic } from '../actions/rules.ts';
import type { AppEnv, PageContext } from '../platform/http/app-env.ts';
import { sendJson } from '../platform/http/cached-page.ts';
import { type FieldError, readJson } from '../platform/http/forms.ts';
import { problem } from '../platform/http/problem.ts';
import { refuse, refuseBody } from '../platform/http/refuse.tsx';
import { assertNever } from '../platform/result.ts';
import { retryPaused } from '../platform/switches.ts';
import { tokenIn } from '../signatures/guard.ts';
import { byCaller, callerOf, checkCallersPace } from '../signatures/partner-auth.ts';
import { sign } from '../signatures/sign.ts';
import { parseSubmission } from '../signatures/submission-rules.ts';
import { publicJson } from './render.ts';

/** A petition as data, and signing in JSON, under the same names and rules as the form. */
export function petitionApiRoutes() {
  const routes = new Hono<AppEnv>();

  routes.get('/api/v1/petitions/:petition', async (c) => {
    const { deps, now, language } = c.var;
    const context = await findPublic(c);
    if (!context) return problem(c, 404, { title: 'No such petition' });
    if (context.action.state === 'removed') return problem(c, 410, { title: 'This petition was removed' });
    return sendJson(c, await publicJson(deps, context, { now, language }));
  });

  routes.post('/api/v1/petitions/:petition/signatures', async (c) => {
    const body = await readJson(c);
    if (!body.ok) return refuseBody(c, body.error);
    const context = await findPublic(c);
    if (!context) return problem(c, 404, { title: 'No such petition' });
    if (c.var.switches.has('signing-paused')) {
      c.header('retry-after', retryPaused);
      const detail = errorMessage(c.var.language, { field: 'form_token', code: 'signing-paused' });
      return problem(c, 503, { title: 'Signing is paused for a short while', detail });
    }
    return signByJson(c, context, body.value);
  });

  return routes;
}

async function findPublic(c: Context<AppEnv>): Promise<ActionContext | null> {
  const slug = c.req.param('petition') ?? '';
  const context = await cachedContext(c.var.deps, { kind: 'petition', slug }, c.var.now);
  return context && isPublic(context.action.state) ? context : null;
}

async function signByJson(c: Context<AppEnv>, context: ActionContext, body: Record<string, unknown>) {
  const { deps, now, language } = c.var;
  const caller = await callerOf(c, context);
  if (caller instanceof Response) return caller;
  const submission = parseSubmission(body);
  const formToken = tokenIn(body);
  const errors = submission.ok ? [] : submission.error;
  if (formToken === null) errors.push({ field: 'form_token', code: 'not-a-token' });
  const person = submission.ok ? byCaller(caller, submission.value, context) : null;
  if (submission.ok && person === null) errors.push({ field: 'source', code: 'not-yours' });
  if (person === null || formToken === null) return wrongFields(c, errors);

  const refused = await checkCallersPace(c, caller);
  if (refused) return refused;
  const signed = await sign(deps, context, person, { formToken, language, now });
  if (signed.ok) return c.json({ status: 'check-your-email' }, 202);
  switch (signed.error.reason) {
    case 'not-open':
      return problem(c, 409, { title: 'This petition takes no signatures now' });
    case 'wrong-fields':
      return wrongFields(c, signed.error.errors);
    case 'overloaded':
      return refuse(c, 'overloaded');
    default:
      return assertNever(signed.error);
  }
}

function wrongFields(c: PageContext, errors: FieldError[]) {
  const { language } = c.var;
  return problem(c, 422, {
    title: 'Some fields need to be put right',
    errors: errors.map((error) => ({ field: error.field, message: errorMessage(language, error) })),
  });
}
