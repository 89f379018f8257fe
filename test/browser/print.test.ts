import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { describeInBrowser, hasBrowser, openVisit, sharedBrowser } from '../support/browser.ts';
import { textsOfPages } from '../support/pdf.ts';
import { fullStaffPages } from './charlotte-staff.ts';
import { staffAfterThreeWeeks, staffOfSurvey } from './staff-places.ts';

const browser = sharedBrowser();
const places = new Map([['petition', '/petitions/arrest-traffickers']]);

/** The width between margins of 1 cm, in CSS pixels, 96 to an inch. */
const sheets = { Letter: 740, A4: 718 };

beforeAll(async () => {
  if (!hasBrowser) return;
  places.set('staff', (await staffAfterThreeWeeks('prints')).staff);
  places.set('survey’s staff', await staffOfSurvey('prints-survey'));
  const full = await fullStaffPages('prints-charlotte');
  places.set('Charlotte survey’s staff', full.survey);
  places.set('Charlotte petition’s and survey’s staff', full.both);
});

/** What extends past the right edge, or could only be reached by scrolling. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('body *')]
    .filter((one) => one.getClientRects().length > 0 && getComputedStyle(one).clipPath === 'none')
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1
      || (getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1))
    .map((one) => one.outerHTML.slice(0, 120))`);
}

/** The size of the smallest text beside pictures, in points. What a shorter text stands for has no size. */
async function smallest(page: Page): Promise<number> {
  const pixels = await page.evaluate<
    number[]
  >(`[...document.querySelectorAll('body :not(svg *, [data-short])')]
    .filter((one) => one.getClientRects().length > 0 && [...one.childNodes].some((node) => node.data?.trim()))
    .map((one) => parseFloat(getComputedStyle(one).fontSize))`);
  return Math.round(Math.min(...pixels) * 75) / 100;
}

describeInBrowser('on paper', () => {
  test.for([
    ['petition', 'Letter', 'en'],
    ['petition', 'A4', 'es'],
    ['staff', 'Letter', 'es'],
    ['staff', 'A4', 'en'],
    ['survey’s staff', 'Letter', 'en'],
    ['survey’s staff', 'A4', 'es'],
    ['Charlotte survey’s staff', 'Letter', 'es'],
    ['Charlotte survey’s staff', 'A4', 'en'],
    ['Charlotte petition’s and survey’s staff', 'Letter', 'es'],
    ['Charlotte petition’s and survey’s staff', 'Letter', 'en'],
    ['Charlotte petition’s and survey’s staff', 'A4', 'es'],
  ] as const)(
    'the %s page on %s in %s has no empty sheet and nothing cut off',
    async ([what, format, language]) => {
      const visit = await openVisit(browser(), { viewport: { width: sheets[format], height: 1000 } });
      const { page } = visit;
      await page.goto(`${places.get(what)}?lang=${language}`);
      await page.emulateMedia({ media: 'print' });
      expect(await cutOff(page)).toEqual([]);
      const margin = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' };
      if (what !== 'petition') expect(await smallest(page)).toBeGreaterThanOrEqual(7.5);
      const texts = textsOfPages(await page.pdf({ format, margin }));
      expect(texts.length).toBeGreaterThan(0);
      expect(texts.length).toBeLessThanOrEqual(what === 'petition' ? 6 : 3);
      for (const drawn of texts) expect(drawn).toBeGreaterThan(5);
      await visit.close();
    },
  );
});
