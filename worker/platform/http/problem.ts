import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { PageContext } from './app-env.ts';

export type Problem = { title: string; detail?: string; errors?: { field: string; message: string }[] };

/** RFC 9457. */
export function problem(c: PageContext, status: ContentfulStatusCode, body: Problem): Response {
  return c.body(JSON.stringify({ type: 'about:blank', status, ...body }), status, {
    'content-type': 'application/problem+json',
  });
}
