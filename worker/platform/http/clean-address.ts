import type { Hono, MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env.ts';
import { hasPage } from './has-page.ts';

/**
 * Other programs add things to addresses: a slash or the end of a sentence, HTML's `&amp;`, a second question mark,
 * tracking parameters. Such an address redirects to the clean one, so that links and shared addresses do not spread it.
 */
export function leadToCleanAddress(app: Hono<AppEnv>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      const { pathname, search } = new URL(c.req.url);
      const clean = cleanAddress(pathname, search);
      const [path = ''] = clean.split('?', 1);
      // If the clean path is not a page either, do not redirect.
      if (clean !== pathname + search && (path === pathname || hasPage(app, path)))
        return c.redirect(clean, 301);
    }
    await next();
  };
}

/**
 * What can follow an address at the end of a sentence, a bracket or a quotation, as typed and as browsers encode it.
 */
const closing =
  /(?:[.,;:!?'")\]}>`]|%(?:20|22|27|29|3C|3E|5D|60|7D|C2%A0|C2%BB|E2%80%(?:8B|99|9C|9D|A6)))+$/i;

/** Tracking parameters, which tell other companies where a reader came from. */
const followers =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|gad_source|dclid|msclkid|twclid|ttclid|li_fat_id|igshid?|yclid|mc_[ce]id|_hs(?:enc|mi)|_ga|_gl|mkt_tok|vero_id|oly_(?:enc|anon)_id|wickedid|s_cid)(?:%3D.*)?$/i;

/** The path and the query, cleaned. Unchanged if there is nothing to clean. */
export function cleanAddress(pathname: string, search: string): string {
  return cleanPath(pathname) + cleanQuery(search);
}

function cleanPath(pathname: string): string {
  // In a redirect, a path that starts with two slashes would lead to another site.
  if (pathname.startsWith('//')) return pathname;
  return untilSettled(pathname, (text) => text.replace(/\/+$/, '').replace(closing, '')) || '/';
}

function cleanQuery(search: string): string {
  const query = untilSettled(search.replace(/^\?/, ''), (text) => {
    const fields = apart(text.replace(/(?:&|^)amp;/gi, '&')).split('&');
    const cleaned = fields.filter((field) => !followers.test(field.split('=', 1)[0] ?? '')).join('&');
    return cleaned === text ? text : cleaned.replace(/^&+|&+(?=&|$)/g, '');
  });
  return query === '' ? '' : `?${query}`;
}

/** A query that contains a whole address is not changed, because that address may have a query of its own. */
function apart(query: string): string {
  if (/:\/\/|%3A%2F%2F/i.test(query)) return query;
  return query.replace(/(?:\?|%3F)+(?=[\w.-]+(?:=|%3D))/gi, '&').replace(closing, '');
}

/** Removing one part may reveal another one to remove. Each step makes the text shorter or leaves it unchanged. */
function untilSettled(text: string, step: (text: string) => string): string {
  const next = step(text);
  return next === text ? text : untilSettled(next, step);
}
