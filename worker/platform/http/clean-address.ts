import type { Hono, MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env.ts';
import { hasPage } from './has-page.ts';

/**
 * Addresses arrive with what other programs have put into them: a slash or the end of a sentence after them, HTML's
 * `&amp;`, a second question mark, the marks of those who follow readers around. Such an address leads to the clean
 * one, so that links and shared addresses do not carry it on.
 */
export function leadToCleanAddress(app: Hono<AppEnv>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      const { pathname, search } = new URL(c.req.url);
      const clean = cleanAddress(pathname, search);
      const [path = ''] = clean.split('?', 1);
      // Where nothing can be at the clean path either, there is nowhere to lead to.
      if (clean !== pathname + search && (path === pathname || hasPage(app, path)))
        return c.redirect(clean, 301);
    }
    await next();
  };
}

/** What may close a sentence, a bracket or a quotation around an address, as it is and as browsers write it. */
const closing =
  /(?:[.,;:!?'")\]}>`]|%(?:20|22|27|29|3C|3E|5D|60|7D|C2%A0|C2%BB|E2%80%(?:8B|99|9C|9D|A6)))+$/i;

/** They say by whom a reader was sent, to those who sent them. */
const followers =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|gad_source|dclid|msclkid|twclid|ttclid|li_fat_id|igshid?|yclid|mc_[ce]id|_hs(?:enc|mi)|_ga|_gl|mkt_tok|vero_id|oly_(?:enc|anon)_id|wickedid|s_cid)(?:%3D.*)?$/i;

/** The path and the query, cleaned; the same text where there is nothing to clean. */
export function cleanAddress(pathname: string, search: string): string {
  return cleanPath(pathname) + cleanQuery(search);
}

function cleanPath(pathname: string): string {
  // As an answer, a path that starts with two slashes would be read as another site's address.
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

/** A whole address that stands in the query may have a query of its own, so such a query stays as it is. */
function apart(query: string): string {
  if (/:\/\/|%3A%2F%2F/i.test(query)) return query;
  return query.replace(/(?:\?|%3F)+(?=[\w.-]+(?:=|%3D))/gi, '&').replace(closing, '');
}

/** What is taken away may lay bare more of the kind. Each step makes the text shorter or leaves it. */
function untilSettled(text: string, step: (text: string) => string): string {
  const next = step(text);
  return next === text ? text : untilSettled(next, step);
}
