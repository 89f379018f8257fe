import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo, site } from '../support/address.ts';
import { describeInBrowser, hasBrowser } from '../support/browser.ts';
import { chromiumFlags, findChromium } from '../support/chromium.ts';
import { createHarnesses } from '../support/harness.ts';
import { startTurnstileScript } from '../support/turnstile-script.ts';
import { startTurnstileServer } from '../support/turnstile-server.ts';
import { english, eventually, signIn, widgetHosts, widgetIn } from '../support/widget-hosts.ts';

/* A site with Turnstile, whose real script tests cannot reach. The imitation sends no header that agrees to anything. */

let browser: Browser;
let harnesses: ReturnType<typeof createHarnesses>;
let turnstile: Awaited<ReturnType<typeof startTurnstileScript>>;
let verify: Awaited<ReturnType<typeof startTurnstileServer>>;

beforeAll(async () => {
  if (!hasBrowser) return;
  [turnstile, verify] = await Promise.all([startTurnstileScript(), startTurnstileServer()]);
  const settings = { TURNSTILE_SITE_KEY: '1x00000000000000000000AA', TURNSTILE_SECRET: 'secret' };
  harnesses = createHarnesses({ ...settings, TURNSTILE_VERIFY_URL: verify.url });
  const harness = await harnesses.start();
  goTo(harness.url, harness.door.url);
  const args = [...chromiumFlags, ...turnstile.chromiumFlags];
  browser = await chromium.launch({ executablePath: findChromium() ?? '', args });
});
afterAll(async () => {
  if (!hasBrowser) return;
  await browser.close();
  await Promise.all([harnesses.close(), turnstile.close(), verify.close()]);
});

describeInBrowser('a form with Turnstile', () => {
  const { own, openHost, script, link } = widgetHosts('turnstile', () => browser);
  const requireCorp = { 'cross-origin-embedder-policy': 'require-corp' };
  const credentialless = { 'cross-origin-embedder-policy': 'credentialless' };
  const isolated = { ...requireCorp, 'cross-origin-opener-policy': 'same-origin' };
  const plainFrame = (query = '') =>
    `<iframe src="${site.url}/embed/petitions/${own.petition}?source=poster${query}" title="Sign" width="100%" height="1700"></iframe>`;

  test('has it on a usual page, where it lets people through', async () => {
    const { page, close } = await openHost('usual', { html: link() + script() });
    await eventually(() => widgetIn(page).locator('[name=cf-turnstile-response]').count()).toBe(1);
    expect(await widgetIn(page).locator('[name=cf-turnstile-response]').inputValue()).toBe('ok');
    expect(turnstile.asked).toEqual(['/turnstile/v0/api.js', '/frame']);
    await signIn(widgetIn(page));
    await close();
  });

  test.for([
    ['isolated', isolated],
    ['require-corp', requireCorp],
    ['credentialless', credentialless],
  ] as const)('has none on a page with an embedder policy, and works there: %s', async ([name, headers]) => {
    turnstile.asked.length = 0;
    const { page, close } = await openHost(name, { html: link() + script(), headers });
    expect(await page.evaluate('crossOriginIsolated')).toBe(name === 'isolated');
    await widgetIn(page).getByRole('button', { name: english.sign }).waitFor();
    await eventually(() => page.getByRole('link', { name: 'Sign it' }).isVisible()).toBe(false);
    expect(await widgetIn(page).locator('.cf-turnstile').count()).toBe(0);
    await widgetIn(page).getByRole('button', { name: english.sign }).click();
    await widgetIn(page).getByRole('alert').waitFor();
    await signIn(widgetIn(page));
    expect(turnstile.asked).toEqual([]);
    await close();
  });

  test('has none in a frame without a script whose address says so', async () => {
    const { page, close } = await openHost('plain', { html: plainFrame('&isolated=1'), headers: isolated });
    await signIn(page.frameLocator('iframe'));
    await close();
  });
});
