import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { plainShell } from '../../../web/shell.ts';
import { retryPaused } from '../switches.ts';
import type { PageContext } from './app-env.ts';
import type { BodyRefusal } from './forms.ts';
import { type ErrorKind, ErrorPage } from './pages/error-page.tsx';
import { type Problem, problem } from './problem.ts';

const statuses: Record<ErrorKind, ContentfulStatusCode> = {
  'bad-request': 400,
  'not-found': 404,
  'wrong-method': 405,
  gone: 410,
  'too-large': 413,
  'wrong-type': 415,
  limit: 429,
  failed: 500,
  overloaded: 503,
  'read-only': 503,
};

const problems: Record<ErrorKind, Problem> = {
  'bad-request': { title: 'The request could not be read' },
  'not-found': { title: 'There is nothing at this address' },
  'wrong-method': { title: 'This address does not take that method' },
  gone: { title: 'What was here is gone' },
  'too-large': { title: 'The body is too large' },
  'wrong-type': { title: 'The content type is not one that this address takes' },
  limit: { title: 'Too many requests from this connection; wait a minute' },
  failed: { title: 'Something went wrong on our side' },
  overloaded: { title: 'Too much is going on; try again shortly' },
  'read-only': { title: 'Nothing can be stored at the moment; try again in a few minutes' },
};

/** Seconds, for Retry-After. */
export const retryOverloaded = '5';

/** A page for people, problem+json for machines. */
export function refuse(
  c: PageContext,
  kind: ErrorKind,
  told: Problem = problems[kind],
  limit: number | null = null,
): Response | Promise<Response> {
  if (kind === 'overloaded') c.header('retry-after', retryOverloaded);
  if (kind === 'read-only') c.header('retry-after', retryPaused);
  if (/^\/(api|webhooks)\//.test(c.req.path)) return problem(c, statuses[kind], told);
  const { pathname, search } = new URL(c.req.url);
  // A path that starts with two slashes would lead to another site.
  const shell = plainShell(c.var.language ?? 'en', pathname.replace(/^\/+/, '/') + search);
  return c.html(<ErrorPage shell={shell} kind={kind} limit={limit} />, statuses[kind]);
}

export function refuseBody(c: PageContext, refusal: BodyRefusal): Response | Promise<Response> {
  switch (refusal.reason) {
    case 'too-large':
      return refuse(
        c,
        'too-large',
        { title: `The body is larger than ${refusal.limit / 1024} kB` },
        refusal.limit,
      );
    case 'wrong-type':
      return refuse(c, 'wrong-type');
    case 'unreadable':
      return refuse(c, 'bad-request');
  }
}
