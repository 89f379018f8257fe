import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import type { AppEnv } from '../../worker/platform/http/app-env.ts';
import { privatePage, securityHeaders } from '../../worker/platform/http/security.ts';

function siteWith(options: { turnstile: boolean; https: boolean }) {
  const app = new Hono<AppEnv>();
  app.use(securityHeaders(options));
  app.get('/page', (c) => c.html('<p>Page</p>'));
  app.get('/private', privatePage, (c) => c.html('<p>Mine</p>'));
  app.get('/on', (c) => c.redirect('/page', 303));
  app.get('/json', (c) => c.json({ ok: true }));
  return app;
}

describe('security headers', () => {
  const site = siteWith({ turnstile: false, https: true });

  test('a page lets in nothing but its own, and nobody frames it', async () => {
    const { headers } = await site.request('/page');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  test('every answer holds to https, to its type, and tells other sites no path', async () => {
    for (const path of ['/page', '/on', '/json', '/nowhere']) {
      const { headers } = await site.request(path);
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    }
    const local = await siteWith({ turnstile: false, https: false }).request('/page');
    expect(local.headers.has('strict-transport-security')).toBe(false);
  });

  test('a page keeps a stricter header of its own', async () => {
    const { headers } = await site.request('/private');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
