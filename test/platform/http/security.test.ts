import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import type { AppEnv } from '../../../worker/platform/http/app-env.ts';
import {
  formsMayLeadTo,
  framesOwnPages,
  privatePage,
  securityHeaders,
  styledByMails,
} from '../../../worker/platform/http/security.ts';

function siteWith(options: { turnstile: boolean; https: boolean }) {
  const app = new Hono<AppEnv>();
  app.use(securityHeaders(options));
  app.get('/page', (c) => c.html('<p>Page</p>'));
  app.get('/private', privatePage, (c) => c.html('<p>Mine</p>'));
  app.get('/styled', styledByMails, (c) => c.html('<p>Mail</p>'));
  app.get('/leading', (c) => {
    formsMayLeadTo(c, ['https://tool.example', 'https://tool.example', 'https://other.example']);
    return c.html('<p>Leading</p>');
  });
  app.get('/framing', (c) => {
    framesOwnPages(c);
    return c.html('<p>Framing</p>');
  });
  app.get('/framed/:by', (c) => {
    c.set('framedBy', c.req.param('by') === 'anyone' ? 'anyone' : ['https://church.example']);
    return c.html('<p>Framed</p>');
  });
  app.post('/on', (c) => c.redirect('/page', 303));
  app.get('/on', (c) => c.redirect('/page', 303));
  app.get('/private/on', privatePage, (c) => c.redirect('/private', 303));
  app.get('/json', (c) => c.json({ ok: true }));
  return app;
}

describe('security headers', () => {
  const site = siteWith({ turnstile: false, https: true });

  test('a page loads only our own files, and nobody may frame it', async () => {
    const { headers } = await site.request('/page');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  test('every answer enforces https and its content type, and sends no path to other sites', async () => {
    for (const path of ['/page', '/on', '/json', '/nowhere']) {
      const { headers } = await site.request(path);
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    }
    // The answer to a form that leads to a page of ours has none: for Firefox it would not come from us any more.
    expect((await site.request('/on', { method: 'POST' })).headers.has('referrer-policy')).toBe(false);
    const local = await siteWith({ turnstile: false, https: false }).request('/page');
    expect(local.headers.has('strict-transport-security')).toBe(false);
  });

  test('a redirect from the address of a form has the headers of a page', async () => {
    for (const method of ['GET', 'HEAD']) {
      const { headers } = await site.request('/on', { method });
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
    expect((await site.request('/private/on')).headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('a page keeps a stricter header of its own', async () => {
    const { headers } = await site.request('/private');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  const policyOf = async (path: string, options = { turnstile: false, https: true }) => {
    const { headers } = await siteWith(options).request(path);
    return headers.get('content-security-policy') ?? '';
  };
  const ofMostPages =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  test('a page that needs more allows only that in addition', async () => {
    expect(await policyOf('/page')).toBe(ofMostPages);
    const changes: Record<string, [string, string]> = {
      '/styled': ["style-src 'self'", "style-src 'self' 'unsafe-inline'"],
      '/leading': ["form-action 'self'", "form-action 'self' https://tool.example https://other.example"],
      '/framing': ["frame-src 'none'", "frame-src 'self'"],
      '/framed/list': ["frame-ancestors 'none'", "frame-ancestors 'self' https://church.example"],
      '/framed/anyone': ["frame-ancestors 'none'; ", ''],
    };
    for (const [path, [directive, changed]] of Object.entries(changes)) {
      expect(await policyOf(path), path).toBe(ofMostPages.replace(directive, changed));
    }
  });

  test('Turnstile is allowed if it is on, except on a page that changes its policy', async () => {
    const on = { turnstile: true, https: true };
    expect(await policyOf('/page', on)).toBe(
      ofMostPages
        .replace("script-src 'self'", "script-src 'self' https://challenges.cloudflare.com")
        .replace("frame-src 'none'", 'frame-src https://challenges.cloudflare.com'),
    );
    expect(await policyOf('/framing', on)).toBe(await policyOf('/framing'));
  });

  test('an answer that is no page carries no policy', async () => {
    expect(await policyOf('/json')).toBe('');
  });
});
