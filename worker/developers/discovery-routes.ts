import { Hono } from 'hono';
import { languages } from '../../web/language.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { cachedText } from '../platform/http/cached-page.ts';
import { sendWithEtag } from '../platform/http/etag.ts';
import { type Query, runQuery } from '../platform/query.ts';

const caching = 'public, max-age=3600, stale-while-revalidate=86400';

/**
 * Files for search engines, browsers and people who found a security problem. None of them names private pages. Those
 * say `noindex` themselves, which a robot can read only if it may visit them.
 */
export function discoveryRoutes(publicPages: (db: D1Database) => Query<string[]>) {
  const routes = new Hono<AppEnv>();

  routes.get('/robots.txt', (c) => {
    const { publicUrl } = c.var.deps.settings;
    c.header('cache-control', caching);
    return c.text(`User-agent: *\nDisallow:\n\nSitemap: ${publicUrl}/sitemap.xml\n`);
  });

  routes.get('/sitemap.xml', async (c) => {
    const { db, settings } = c.var.deps;
    const text = await cachedText(c.var, { key: 'sitemap' }, async () =>
      siteMap(await runQuery(db, publicPages(db)), settings.publicUrl),
    );
    return text ? sendWithEtag(c, text, { type: 'application/xml; charset=utf-8', caching }) : c.notFound();
  });

  routes.get('/.well-known/security.txt', (c) => {
    const { publicUrl, securityContact } = c.var.deps.settings;
    if (securityContact === null) return c.notFound();
    c.header('cache-control', caching);
    return c.text(securityText({ publicUrl, contact: securityContact, now: c.var.now }));
  });

  return routes;
}

/** Each page with its address in every language (sitemaps.org, and Google's alternates). */
function siteMap(paths: readonly string[], publicUrl: string): string {
  const urls = paths.flatMap((path) => {
    const inLanguage = (language: string) => `${publicUrl}${path}?lang=${language}`;
    const alternates = languages.map(
      (language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${inLanguage(language)}"/>`,
    );
    return [`${publicUrl}${path}`, ...languages.map(inLanguage)].map(
      (loc) => `<url><loc>${loc}</loc>${alternates.join('')}</url>`,
    );
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>\n',
  ].join('\n');
}

type SecurityText = { publicUrl: string; contact: string; now: Date };

/** RFC 9116. It must say when it expires: a year after the first day of this month. */
function securityText({ publicUrl, contact, now }: SecurityText): string {
  const expires = new Date(Date.UTC(now.getUTCFullYear() + 1, now.getUTCMonth(), 1));
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${publicUrl}/.well-known/security.txt\n`,
  ].join('\n');
}
