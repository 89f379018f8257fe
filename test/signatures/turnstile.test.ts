import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { checkTurnstile } from '../../worker/platform/http/turnstile.ts';
import { anaOf, type TestApp, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { expectFormBack, formPath, formToken, jsonPath, rowCounts } from './support.ts';

let slug = '';

beforeAll(async () => {
  slug = (await openPetition(env.DB)).action.slug;
});

afterEach(() => {
  vi.restoreAllMocks();
});

const turnstile = {
  siteKey: '1x00000000000000000000AA',
  secret: 'secret',
  verifyUrl: inject('turnstileUrl'),
};
/** No server listens on this port. */
const nowhere = 'http://127.0.0.1:9/';
const origin = 'https://challenges.cloudflare.com';

let lastHost = 0;

/** Allows one write without Turnstile's approval, or fifteen with it. */
function guardedApp(verifyUrl = turnstile.verifyUrl) {
  lastHost += 1;
  const from = `198.51.100.${lastHost}`;
  const app = testApp({
    turnstile: { ...turnstile, verifyUrl },
    limits: { formMinAgeSeconds: 0, writesPerMinute: 20, signaturesADay: 15 },
  });
  return { app, sign: (token: string | null) => signWith(app, from, token) };
}

async function signWith(app: TestApp, from: string, token: string | null): Promise<Response> {
  const body = new URLSearchParams({ ...anaOf(slug), form_token: await formToken(app, slug) });
  if (token !== null) body.set('cf-turnstile-response', token);
  return app.request(formPath(slug), { method: 'POST', headers: { 'cf-connecting-ip': from }, body });
}

/** Waits for Turnstile for 50 ms instead of five seconds. */
function impatient(): void {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(50));
  vi.spyOn(console, 'warn').mockImplementation(() => {});
}

test('whom Turnstile lets through signs, again and again', async () => {
  const { sign } = guardedApp();
  for (let n = 0; n < 3; n += 1) expect((await sign('ok')).status).toBe(303);
});

test('whom it does not let through gets the form back, and nothing is stored', async () => {
  const { sign } = guardedApp();
  const before = await rowCounts();
  for (const token of ['failed', 'x'.repeat(3000), '"><script>']) {
    const html = await expectFormBack(await sign(token), [{ field: 'form_token', code: 'not-verified' }]);
    expect(html).toContain('value="Lopez"');
    expect(html).not.toContain('"><script>');
  }
  expect(await rowCounts()).toEqual(before);
  expect((await sign('ok')).status).toBe(303);
});

test('without JavaScript there is no word of Turnstile, and the cap is tighter', async () => {
  const { sign } = guardedApp();
  expect((await sign(null)).status).toBe(303);
  const refused = await sign('');
  await expectFormBack(refused, [{ field: 'form_token', code: 'limit-today' }], 429);
});

test('signing in JSON comes under the tighter cap too', async () => {
  const { app } = guardedApp();
  const sign = () =>
    app.request(jsonPath(slug), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'cf-connecting-ip': '198.51.100.250' },
      body: JSON.stringify({ ...anaOf(slug), 'cf-turnstile-response': 'ok' }),
    });
  expect((await sign()).status).toBe(202);
  expect((await sign()).status).toBe(429);
});

test.each([
  ['never answers', turnstile.verifyUrl, 'slow'],
  ['cannot be reached', nowhere, 'ok'],
  ['answers something else', `${inject('resendUrl')}/emails`, 'ok'],
])('where Turnstile %s, residents still sign, under the tighter cap', async (_what, verifyUrl, token) => {
  impatient();
  const { sign } = guardedApp(verifyUrl);
  expect((await sign(token)).status).toBe(303);
  expect((await sign(token)).status).toBe(429);
});

test('five seconds are all that Turnstile gets', async () => {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const asked = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(50));
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect(await checkTurnstile(turnstile, 'slow')).toBe('unreachable');
  expect(asked).toHaveBeenCalledExactlyOnceWith(5000);
});

test('a page with Turnstile says so and lets its origin in, and no other', async () => {
  const { app } = guardedApp();
  const response = await app.request(`/petitions/${slug}`);
  const policy = response.headers.get('content-security-policy') ?? '';
  const html = await response.text();
  expect(html).toContain(`<script src="${origin}/turnstile/v0/api.js" async`);
  expect(html).toContain(`data-sitekey="${turnstile.siteKey}"`);
  expect(html).toContain('asks Cloudflare Turnstile, another company');
  expect(html).not.toContain('secret"');
  expect(policy).toContain(`script-src 'self' ${origin};`);
  expect(policy).toContain(`frame-src ${origin};`);
  expect(policy.replaceAll(origin, '')).not.toMatch(/https?:|unsafe|\*/);
});

test('a frame is shown by a page with an embedder policy only if it has no Turnstile', async () => {
  const { app } = guardedApp();
  const frame = async (query: string) => {
    const { headers, ...response } = await read(app, `/embed/petitions/${slug}${query}`);
    const policies = ['embedder-policy', 'resource-policy'].map((name) =>
      headers.get(`cross-origin-${name}`),
    );
    return { ...response, policies, policy: headers.get('content-security-policy') ?? '' };
  };
  const usual = await frame('');
  expect(usual.policies).toEqual([null, 'cross-origin']);
  expect(usual.html).toContain('class="cf-turnstile"');
  const isolated = await frame('?isolated=1');
  expect(isolated.policies).toEqual(['require-corp', 'cross-origin']);
  expect(isolated.html + isolated.policy).not.toMatch(/turnstile|challenges/i);
  // The form and the button for the other language keep it.
  expect(isolated.html).toMatch(/ action="[^"]*[?;]isolated=1/);
  expect(isolated.html).toMatch(/formaction="[^"]*[?;]isolated=1[^"]*lang=es/);
});

async function read(app: TestApp, path: string) {
  const response = await app.request(path);
  return { headers: response.headers, html: await response.text() };
}

test('a page without Turnstile asks nobody else', async () => {
  const app = testApp();
  const response = await app.request(`/petitions/${slug}`);
  const policy = response.headers.get('content-security-policy') ?? '';
  const html = await response.text();
  expect(html).not.toMatch(/turnstile|challenges/i);
  // The link to the petition's oEmbed data is our own address, and browsers do not load it by themselves.
  const alternate = `<link rel="alternate" [^>]*href="${app.deps.settings.publicUrl}/[^"]*"`;
  expect(html.replaceAll(new RegExp(alternate, 'g'), '')).not.toMatch(/(?:src|<link[^>]* href)="https?:/);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/https?:|unsafe|\*/);
});
