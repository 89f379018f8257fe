import { afterAll, beforeAll, expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { bringAxe } from '../support/axe.ts';
import {
  describeInBrowser,
  follow,
  hasBrowser,
  openVisit,
  sharedBrowser,
  type Visit,
} from '../support/browser.ts';
import { organizerIn } from '../support/organizer.ts';
import { openOwnKit } from '../support/own-kit.ts';
import { campaignNamed, siteApp } from './console-places.ts';
import { looksOf } from './look-at-all.ts';

const browser = sharedBrowser();
const visits: Visit[] = [];

beforeAll(async () => {
  if (!hasBrowser) return;
  await openOwnKit('written', { petitions: 1 });
  for (const slug of ['arrest-the-trafficker', 'written-campaign']) {
    const campaign = await campaignNamed(slug);
    const organizer = await organizerIn(siteApp(), campaign, { role: 'editor' });
    const visit = await openVisit(browser(), { viewport: { width: 320, height: 640 } });
    const [name = '', value = ''] = organizer.cookie.split('=');
    await visit.page.context().addCookies([{ name, value, url: site.url }]);
    visits.push(visit);
  }
});
afterAll(async () => {
  for (const visit of visits) await visit.close();
});

const pathOf = (slug: string, query: string) => `/organize/campaigns/${slug}/write/edit?${query}`;
const survey = 'page=surveys&entry=surveys.0';

describeInBrowser('the forms of the draft', () => {
  test.for([
    ['facts', 'page=facts', 'en'],
    ['a survey', survey, 'es'],
    ['a question', `${survey}.sections.0.questions.1`, 'en'],
    ['a way to the city’s survey', `${survey}.carry.1`, 'es'],
  ] as const)('%s is accessible and whole on 320 pixels', async ([name, query, language]) => {
    const [visit] = visits;
    if (!visit) throw new Error('no visit');
    await bringAxe(visit.page);
    const place = { name, path: pathOf('arrest-the-trafficker', query), keeps: /^cookie organizer$/ };
    const nothing = { axe: [], html: [], sideways: 0, leftBehind: [], faults: [] };
    expect(await looksOf(visit, place, language)).toEqual({ name: expect.any(String), ...nothing });
  });

  test.for([
    ['en', 'Save to the draft', 'Add a threshold'],
    ['es', 'Guardar en el borrador', 'Añadir una meta'],
  ] as const)('a petition gets a threshold and a text by hand, in %s', async ([language, save, add]) => {
    const page = visits[1]?.page;
    if (!page) throw new Error('no visit');
    const query = `page=petitions&entry=petitions.0&lang=${language}`;
    await page.goto(site.url + pathOf('written-campaign', query));
    await page.locator('[name="ask.en"]').fill(`Keep the pool open (${language})`);
    await page.locator('[name="ask.es"]').fill('');
    const before = await page.locator('[name$=".signatures"]').count();
    await follow(page.getByRole('button', { name: add }));
    await page.locator(`[name="thresholds.${before}.signatures"]`).fill(String(9_000_000 + before));
    await page.locator(`[name="thresholds.${before}.name.en"]`).fill('We ask for a hearing');
    await page.locator(`[name="thresholds.${before}.name.es"]`).fill('Pedimos una audiencia');
    // Enter saves: it never presses the button of an entry.
    await page.locator('[name="title.en"]').press('Enter');
    await page.locator('a[href="#ask.es"]').waitFor();
    expect(await page.locator('[name="ask.en"]').inputValue()).toBe(`Keep the pool open (${language})`);
    expect(await page.locator('[name$=".signatures"]').count()).toBe(before + 1);
    await page.locator('[name="ask.es"]').fill('Que la piscina siga abierta');
    await follow(page.getByRole('button', { name: save, exact: true }));
    await page.locator('.notice').first().waitFor();
    expect(await page.locator('.summary').count()).toBe(0);
  });
});
