import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { firstViewWeights } from '../bench/weights.ts';
import { site } from '../support/address.ts';
import { bodyOf, describeInBrowser, desk, openVisit, phone, sharedBrowser } from '../support/browser.ts';
import { lookAtAll } from '../support/looks.ts';
import { siteKeyring } from '../support/site-keyring.ts';
import { freshEmail, visit as request, signAndConfirm } from '../support/visitor.ts';

const browser = sharedBrowser();
const budget = 14 * 1024;
const path = '/petitions/arrest-traffickers';
const names = ['Denise Whitaker', 'Héctor Villanueva', 'Annika Lindqvist', 'Terrence Boyd', 'Gwen O’Shea'];
const comments = [
  'I live on this street.',
  'My sister was one of them.',
  'We have reported it for two years.',
];

// A page that shows as many names and comments as it ever does.
beforeAll(async () => {
  await Promise.all(Array.from('abcdefghij', signNumber));
  await lookAtAll({ db: site.db, keyring: siteKeyring() }, { slug: 'arrest-traffickers' });
});

function signNumber(letter: string, n: number) {
  const [given_name = '', family_name = ''] = names[n % names.length]!.split(' ');
  return signAndConfirm('arrest-traffickers', {
    given_name,
    family_name: `${family_name} ${letter}.`,
    email: freshEmail('weight'),
    zip: '28205',
    district: String((n % 7) + 1),
    comment: `${comments[n % comments.length]} ${names[n % names.length]} knows.`,
    show_name: 'yes',
  });
}

const sum = (weights: number[]) => weights.reduce((all, weight) => all + weight, 0);

test.for(['en', 'es'])(
  'the petition page in %s weighs at most 14 KB compressed, whatever it names',
  async (language) => {
    const html = await (await request(`${path}?lang=${language}`)).text();
    // The names, and the comments.
    expect(html.match(/class="plain names/g)).toHaveLength(2);
    const weights = firstViewWeights(html);
    expect(Object.keys(weights).filter((name) => /\.(css|js)$/.test(name))).toHaveLength(2);
    expect(sum(Object.values(weights)), JSON.stringify(weights)).toBeLessThanOrEqual(budget);
  },
);

describeInBrowser('the petition page', () => {
  test.for([
    ['phone', phone, 'en'],
    ['desk', desk, 'es'],
  ] as const)(
    'on a %s loads nothing else at first view, and the question about a mistyped address only once the form is used',
    async ([, viewport, language]) => {
      const visit = await openVisit(browser(), { viewport });
      const { page } = visit;
      const responses: Response[] = [];
      page.on('response', (response) => responses.push(response));
      await page.goto(`${path}?lang=${language}`, { waitUntil: 'networkidle' });
      const loaded = responses.map((response) => new URL(response.url()).pathname);
      const named = firstViewWeights(await page.content());
      // Headless Chromium does not load icons.
      expect(loaded.sort()).toEqual(
        [path, ...Object.keys(named).filter((name) => name.startsWith('/assets/'))].sort(),
      );
      const weights = await Promise.all(
        responses.map(async (response) => gzipSync(await bodyOf(response)).length),
      );
      expect(sum(weights), loaded.join()).toBeLessThanOrEqual(budget);
      await page.locator('#given_name').focus();
      await page.waitForResponse(/\/assets\/typos-/);
      await visit.close();
    },
  );

  test('has no blocking script, and no inline script', async () => {
    const visit = await openVisit(browser());
    await visit.page.goto(path);
    const blocking = 'script:not([type="module"]):not([async]):not([defer]), script:not([src])';
    expect(await visit.page.locator(blocking).count()).toBe(0);
    await visit.close();
  });
});
