import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { firstViewWeights } from '../bench/weights.ts';
import { axeFinds } from '../support/axe.ts';
import {
  describeInBrowser,
  desk,
  keptForOffline,
  leftBehind,
  openVisit,
  sharedBrowser,
  sidewaysScroll,
} from '../support/browser.ts';
import { visit as request } from '../support/visitor.ts';

const browser = sharedBrowser();
const pictures = process.env.PICTURES;
const path = '/campaigns/arrest-the-trafficker/resources';

/** Nothing amiss at the narrowest and on a desk; `PICTURES=FOLDER` keeps what the page looks like. */
async function look(page: Page, name: string): Promise<void> {
  for (const [width, viewport] of Object.entries({ narrow: { width: 320, height: 640 }, desk })) {
    await page.setViewportSize(viewport);
    expect(await axeFinds(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    if (!pictures) continue;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  }
}

const words = {
  en: {
    way: 'Find a service',
    police: 'Talks to the police',
    never: 'Never',
    search: 'Search',
    word: 'A word',
    lawyer: 'lawyer',
    found: '1 example of an entry',
    says: 'Does not talk to the police',
    offline: 'There is no network.',
  },
  es: {
    way: 'Encuentre un servicio',
    police: 'Habla con la policía',
    never: 'Nunca',
    search: 'Buscar',
    word: 'Una palabra',
    lawyer: 'abogado',
    found: '1 ejemplo de una entrada',
    says: 'No habla con la policía',
    offline: 'No hay red.',
  },
};

describeInBrowser('a resident', () => {
  test.for(['en', 'es'] as const)(
    'finds a service that does not talk to the police, without a script, in %s',
    async (language) => {
      const say = words[language];
      const { page, faults, close } = await openVisit(browser(), { javaScriptEnabled: false });
      await page.goto(`/campaigns/arrest-the-trafficker?lang=${language}`);
      await page.getByRole('link', { name: say.way }).click();
      await page.getByLabel(say.police).selectOption({ label: say.never });
      await page.getByLabel(say.word).fill(say.lawyer);
      await page.getByRole('button', { name: say.search }).click();
      await page.getByRole('heading', { name: say.found, exact: true }).waitFor();
      await page.getByText(say.says).waitFor();
      expect(new URL(page.url()).searchParams.get('lang')).toBe(language);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test('reads it at any width', async () => {
    const { page, faults, close } = await openVisit(browser());
    for (const language of ['en', 'es']) {
      await page.goto(`${path}?lang=${language}`);
      await look(page, `services-${language}`);
    }
    await page.goto(`${path}?need=shelter&police=must`);
    await look(page, 'none');
    expect(faults).toEqual([]);
    await close();
  });

  test.for(['en', 'es'] as const)(
    'reads the steps without a network once they were open, and leaves nothing behind, in %s',
    async (language) => {
      const { page, close } = await openVisit(browser());
      await page.route('https://www.weather.gov/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
      );
      const search = `${path}?lang=${language}&police=never`;
      const steps = `${path}/steps?lang=${language}`;
      await page.goto(search);
      expect(await page.getByText(words[language].offline).isVisible()).toBe(false);
      await keptBy(page, 'steps');
      await keptBy(page, 'card');
      await keptForOffline(page);
      await page.context().setOffline(true);
      await page.goto(search);
      await page.getByText(words[language].says).first().waitFor();
      // A search that was not opened shows all that was kept, and says so.
      await page.goto(`${path}?lang=${language}&words=zebra`);
      await page.getByText(words[language].offline).waitFor();
      await page.getByText(words[language].says).first().waitFor();
      await page.goto(steps);
      await page.getByText('1-888-373-7888').first().waitFor();
      await page.goto(`${path}/card?lang=${language}`);
      await page.getByText('233733').first().waitFor();
      // What was not opened is not there, nor is anything else of the site.
      await expect(page.goto(`/campaigns/arrest-the-trafficker?lang=${language}`)).rejects.toThrow();
      await page.context().setOffline(false);
      await page.goto(steps);
      await page.locator('a[data-exit]').click();
      await page.waitForURL('https://www.weather.gov/');
      await page.goto('/accessibility');
      await expect.poll(() => leftBehind(page)).toEqual([]);
      await expect
        .poll(() => page.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)'))
        .toBe(0);
      await close();
    },
  );

  test('leaves nothing behind either by the exit of another page of the campaign', async () => {
    const { page, close } = await openVisit(browser());
    await page.route('https://www.weather.gov/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
    );
    for (const other of ['', '/stories', '/training']) {
      await page.goto(path);
      await keptBy(page, 'steps');
      await page.goto(`/campaigns/arrest-the-trafficker${other}`);
      await page.locator('a[data-exit]').click();
      await page.waitForURL('https://www.weather.gov/');
      await page.goto('/accessibility');
      await expect.poll(() => leftBehind(page)).toEqual([]);
      await expect
        .poll(() => page.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)'))
        .toBe(0);
    }
    await close();
  });

  test('reads the steps and the card at any width', async () => {
    const { page, faults, close } = await openVisit(browser());
    for (const language of ['en', 'es']) {
      for (const name of ['steps', 'card']) {
        await page.goto(`${path}/${name}?lang=${language}`);
        await look(page, `${name}-${language}`);
      }
    }
    await page.goto(`/campaigns/arrest-the-trafficker/assets`);
    await look(page, 'assets');
    await page.goto(`${path}/card`);
    if (pictures) await page.pdf({ path: `${pictures}/card.pdf`, format: 'letter' });
    expect(faults).toEqual([]);
    await close();
  });
});

test.for(['', '/steps', '/card'])(
  'the page %s weighs at most 20 KB compressed in each language',
  async (page) => {
    for (const language of ['en', 'es']) {
      const html = await (await request(`${path}${page}?lang=${language}`)).text();
      const weights = firstViewWeights(html);
      const sum = Object.values(weights).reduce((all, weight) => all + weight, 0);
      expect(sum, JSON.stringify(weights)).toBeLessThanOrEqual(20 * 1024);
    }
  },
);

/** Waits until the browser keeps that page. */
async function keptBy(page: Page, name: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate<string[]>(
        `caches.open('pages').then((cache) => cache.keys()).then((all) => all.map(({ url }) => url))`,
      ),
    )
    .toContainEqual(expect.stringContaining(`/${name}`));
  await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true);
  await page.waitForLoadState('networkidle');
}
