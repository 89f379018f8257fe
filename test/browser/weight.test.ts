import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { expect, test } from 'vitest';
import { bodyOf, describeInBrowser, desk, openVisit, phone, sharedBrowser } from '../support/browser.ts';
import { visit as request } from '../support/visitor.ts';

const browser = sharedBrowser();
const budget = 14 * 1024;

describeInBrowser('the petition page', () => {
  test.for([
    ['phone', phone, 'en'],
    ['desk', desk, 'es'],
  ] as const)(
    'on a %s, first view, weighs at most 14 KB compressed with all that it loads',
    async ([, viewport, language]) => {
      const visit = await openVisit(browser(), { viewport });
      const { page } = visit;
      const responses: Response[] = [];
      page.on('response', (response) => responses.push(response));
      await page.goto(`/petitions/arrest-traffickers?lang=${language}`, { waitUntil: 'networkidle' });
      const weights = new Map<string, number>();
      for (const response of responses) {
        weights.set(new URL(response.url()).pathname, gzipSync(await bodyOf(response)).length);
      }
      // Headless Chromium does not load the icon, so add it here.
      const icon = await (await request('/favicon.svg')).bytes();
      weights.set('/favicon.svg', gzipSync(icon).length);
      expect([...weights.keys()].some((path) => path.endsWith('.css'))).toBe(true);
      const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
      expect(total, JSON.stringify([...weights])).toBeLessThanOrEqual(budget);
      await visit.close();
    },
  );

  test('has no blocking script, and no inline script', async () => {
    const visit = await openVisit(browser());
    await visit.page.goto('/petitions/arrest-traffickers');
    const blocking = 'script:not([type="module"]):not([async]):not([defer]), script:not([src])';
    expect(await visit.page.locator(blocking).count()).toBe(0);
    await visit.close();
  });
});
