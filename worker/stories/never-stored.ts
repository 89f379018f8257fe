import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../platform/http/app-env.ts';

/**
 * For the pages of tellers. Other pages behind a token let the browser keep the answer to a form, so that "Back" shows
 * it again; here somebody else may have the device in their hand next.
 */
export const neverStored: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.header('cache-control', 'private, no-store');
  c.header('referrer-policy', 'no-referrer');
  c.header('x-robots-tag', 'noindex');
};
