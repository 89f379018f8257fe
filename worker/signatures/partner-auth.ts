import type { MiddlewareHandler } from 'hono';
import { errorMessage } from '../../web/components/field-errors.ts';
import type { ActionContext } from '../actions/context.ts';
import { sourceByKey } from '../coalition/key-rules.ts';
import { partnerOfKey } from '../coalition/partner-auth.ts';
import type { Partner } from '../coalition/rules.ts';
import type { AppEnv, PageContext } from '../platform/http/app-env.ts';
import { checkCaller, retryAfter } from '../platform/http/limits.ts';
import { problem } from '../platform/http/problem.ts';
import { checkPace, connectionOf, statusOf } from './guard.ts';
import type { Submission } from './submission-rules.ts';

/** The partner whose key came with the request, null without a key, or the response that refuses it. */
async function callerOf(c: PageContext, { campaign }: ActionContext): Promise<Partner | null | Response> {
  const caller = await partnerOfKey(c.var.deps, c.req.header('authorization'));
  if (!caller.ok) {
    c.header('www-authenticate', 'Bearer realm="partner", error="invalid_token"');
    return problem(c, 401, { title: 'The key is not one of ours, or holds no longer' });
  }
  if (caller.value && caller.value.campaignId !== campaign.id) {
    return problem(c, 403, { title: 'The key is for another campaign' });
  }
  return caller.value;
}

/** Of a route that takes signatures on one kind of action as JSON. `caller` is the partner by whose key a request comes. */
export type CallerEnv<Found extends ActionContext = ActionContext> = AppEnv & {
  Variables: { context: Found; caller: Partner | null };
};

export function findCaller<Found extends ActionContext>(): MiddlewareHandler<CallerEnv<Found>> {
  return async (c, next) => {
    const caller = await callerOf(c, c.var.context);
    if (caller instanceof Response) return caller;
    c.set('caller', caller);
    await next();
  };
}

/** Gives a partner's submission one of the partner's own sources; null if it names somebody else's. */
export function byCaller(
  caller: Partner | null,
  person: Submission,
  { sources }: ActionContext,
): Submission | null {
  if (!caller) return person;
  const source = sourceByKey(caller.slug, person.source, sources);
  return source === null ? null : { ...person, source };
}

/** Limits a connection or, because a partner's server sends for many people, the partner as a whole. */
export async function checkCallersPace(c: PageContext, caller: Partner | null): Promise<Response | null> {
  const { deps, now, language } = c.var;
  if (caller) {
    const most = deps.settings.partnerSignaturesADay;
    const pace = await checkCaller(deps, { caller: `partner ${caller.id}`, most, now });
    if (pace === 'fine') return null;
    c.header('retry-after', String(retryAfter(pace, now)));
    return problem(c, 429, { title: 'This key has sent as much as it may in a day' });
  }
  const pace = await checkPace(deps, { turnstileToken: '', connection: connectionOf(c), now });
  if (pace === 'fine') return null;
  const detail = errorMessage(language, { field: 'any', code: pace });
  return problem(c, statusOf(c, pace), { title: 'Too many requests from this connection', detail });
}
