import { expect, test } from 'vitest';
import { describeInBrowser, openVisit, sharedBrowser } from '../support/browser.ts';

const browser = sharedBrowser();
const petition = '/petitions/arrest-traffickers';
const away = 'https://www.weather.gov/';

/** Tests do not reach the internet, so the weather site is replaced by a page of our own. */
async function visitWithWeather(options: { javaScriptEnabled: boolean }) {
  const visit = await openVisit(browser(), options);
  const referrers: (string | undefined)[] = [];
  await visit.page.route(`${away}**`, async (route) => {
    referrers.push(route.request().headers().referer);
    await route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' });
  });
  return { ...visit, referrers };
}

describeInBrowser('a reader at risk', () => {
  test('leaves the page at once, and "Back" does not come back to it', async () => {
    const { page, referrers, close } = await visitWithWeather({ javaScriptEnabled: true });
    await page.goto('/');
    await page.goto(petition);
    await page.getByRole('link', { name: 'Exit this page' }).click();
    await page.waitForURL(away);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(referrers).toEqual([undefined]);
    await close();
  });

  test('leaves it as well where no script runs', async () => {
    const { page, referrers, close } = await visitWithWeather({ javaScriptEnabled: false });
    await page.goto(petition);
    await page.getByRole('link', { name: 'Exit this page' }).click();
    await page.waitForURL(away);
    expect(referrers).toEqual([undefined]);
    await close();
  });
});
