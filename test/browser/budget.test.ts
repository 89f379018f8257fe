import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { firstViewWeights } from '../bench/weights.ts';
import { both, figure, kitWithBudget, someLine } from '../budget/support.ts';
import { site } from '../support/address.ts';
import { axeFinds } from '../support/axe.ts';
import {
  describeInBrowser,
  desk,
  hasBrowser,
  openVisit,
  sharedBrowser,
  sidewaysScroll,
} from '../support/browser.ts';
import charlotte from '../support/charlotte.json';
import { openKit } from '../support/kits.ts';
import { textsOfPages } from '../support/pdf.ts';
import { visit as request } from '../support/visitor.ts';

const browser = sharedBrowser();
const pictures = process.env.PICTURES;
const name = 'aide-reads';
const full = `/budget/${name}-budget`;
const shipped = '/budget/charlotte-police-training';

/** Nine lines with every number, and Charlotte's texts and myths. */
beforeAll(async () => {
  if (!hasBrowser) return;
  const [{ concerns } = { concerns: [] }] = charlotte.budget;
  const lines = parts.map((label, i) =>
    someLine(`line-${i}`, {
      name: both(label),
      adopted: figure(i * 41_250_000, { page: String(80 + i) }),
      proposed: figure(i * 40_000_000 + 150_000.5, { page: String(112 + i), year: 2027 }),
      ...(i === 8 && { asked: figure(i * 40_000_000 + 900_000, { source: both('The campaign') }) }),
      not_known: i === 8 ? both('What one officer costs.') : undefined,
    }),
  );
  const kit = kitWithBudget({ lines, concerns });
  const { answered_questions } = charlotte.campaign;
  const named = JSON.stringify({ ...kit, campaign: { ...kit.campaign, answered_questions } });
  const opened = await openKit(site.db, JSON.parse(named.replaceAll(kit.city.slug, name)), new Date());
  expect(opened).toMatchObject({ ok: true });
});

/** What extends past the right edge, or could only be reached by scrolling. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('body *')]
    .filter((one) => one.getClientRects().length > 0 && getComputedStyle(one).clipPath === 'none')
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1
      || (getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1))
    .map((one) => one.outerHTML.slice(0, 120))`);
}

/** Words of the picture that stand outside of it, or outside of the drawing that they are part of. */
function textsOutside(page: Page): Promise<string[]> {
  return page.evaluate<
    string[]
  >(`[...document.querySelectorAll('.chart svg text, .chart p, .chart span')].filter((one) => {
    const words = document.createRange();
    words.selectNodeContents(one);
    const around = (one.closest('svg') ?? one.closest('.chart')).getBoundingClientRect();
    return [...words.getClientRects()].some(({ left, right }) => left < around.left - 1 || right > around.right + 1);
  }).map((one) => one.textContent)`);
}

const parts = [
  ...['Fire and rescue', 'Streets, sidewalks and transit', 'Housing and neighborhood services'],
  ...['Trash and recycling', 'Planning and building permits', 'Jobs and local business'],
  ...['Running the city: staff, offices, technology', 'Police', 'Police training on human trafficking'],
];

const words = {
  en: {
    asked: 'What we ask for',
    myth: 'Why it is false',
    sources: 'Sources of the numbers',
    other: 'Español',
  },
  es: {
    asked: 'Lo que pedimos',
    myth: 'Por qué es falso',
    sources: 'Fuentes de las cifras',
    other: 'English',
  },
};

/** The width between margins of 1 cm, in CSS pixels. */
const sheets = { Letter: 740, A4: 718 } as const;

describeInBrowser('a comparison of the budget', () => {
  test.for(['en', 'es'] as const)(
    'is read by a council’s aide in %s, from the campaign’s page to the source of a number, and printed on two sheets',
    async (language) => {
      const say = words[language];
      const visit = await openVisit(browser(), { viewport: desk, javaScriptEnabled: false });
      const { page } = visit;
      await page.goto(`/campaigns/${name}-campaign?lang=${language}`);
      await page.locator(`a[href^="${full}"]`).first().click();
      await page.waitForURL(`**${full}?lang=${language}`);
      const table = page.locator('table');
      expect(await table.locator('thead th').allInnerTexts()).toContain(say.asked);
      const [tableAt, pictureAt] = [
        await table.boundingBox(),
        await page.locator('svg').first().boundingBox(),
      ];
      expect(tableAt!.y).toBeLessThan(pictureAt!.y);
      await table.locator('a[href="#source-1"]').first().click();
      await expect.poll(() => new URL(page.url()).hash).toBe('#source-1');
      expect(await page.getByRole('heading', { name: say.sources }).isVisible()).toBe(true);

      for (const format of ['Letter', 'A4'] as const) {
        await page.setViewportSize({ width: sheets[format], height: 1000 });
        await page.emulateMedia({ media: 'print' });
        expect(await cutOff(page)).toEqual([]);
        expect(await page.getByText(say.myth).count()).toBe(charlotte.campaign.answered_questions.length);
        const margin = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' };
        const pdf = await page.pdf({ format, margin });
        if (pictures) writeFileSync(`${pictures}/budget-${language}-${format}.pdf`, pdf);
        const drawn = textsOfPages(pdf);
        expect(drawn).toHaveLength(2);
        for (const texts of drawn) expect(texts).toBeGreaterThan(5);
      }
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize(desk);
      await page.getByRole('link', { name: say.other }).click();
      await page.waitForURL(/lang=/);
      expect(await page.locator('table').count()).toBe(1);
      await visit.close();
    },
  );

  test('no words leave a narrow screen or their picture with the largest amounts that a kit may have', async () => {
    const most = 999_999_999_999.99;
    const kit = kitWithBudget({
      slug: 'largest-budget',
      lines: [312_456_789, 330_000_000, 2_500_000, most].map((amount, i) =>
        someLine(`line-${i}`, {
          name: both(i === 3 ? 'N'.repeat(110) : `Line ${i}`),
          ...{ adopted: figure(amount), proposed: figure(amount, { year: 2027 }), asked: figure(amount) },
        }),
      ),
    });
    expect(await openKit(site.db, kit, new Date())).toMatchObject({ ok: true });
    for (const language of ['en', 'es']) {
      const visit = await openVisit(browser(), { viewport: { width: 320, height: 640 } });
      const { page } = visit;
      await page.goto(`/budget/largest-budget?lang=${language}`);
      for (const width of [320, 375, 414, 1000]) {
        await page.setViewportSize({ width, height: 640 });
        expect(await sidewaysScroll(page)).toBe(0);
        expect(await cutOff(page)).toEqual([]);
        expect(await textsOutside(page)).toEqual([]);
        const labels = await page.locator('.chart .row p').allInnerTexts();
        expect(labels.filter((label) => label.includes('$999,999,999,999.99'))).toHaveLength(3);
        if (pictures)
          await page.screenshot({
            path: `${pictures}/budget-largest-${language}-${width}.png`,
            fullPage: true,
          });
      }
      await visit.close();
    }
  });

  test.for([full, shipped])(
    '%s has nothing amiss at 320 pixels and on a desk, and weighs little',
    async (path) => {
      for (const language of ['en', 'es']) {
        const visit = await openVisit(browser(), { viewport: { width: 320, height: 640 } });
        const { page } = visit;
        await page.goto(`${path}?lang=${language}`);
        for (const [width, viewport] of Object.entries({ narrow: { width: 320, height: 640 }, desk })) {
          await page.setViewportSize(viewport);
          expect(await axeFinds(page)).toEqual([]);
          expect(await sidewaysScroll(page)).toBe(0);
          if (!pictures) continue;
          mkdirSync(pictures, { recursive: true });
          const file = `${pictures}/budget-${path === full ? 'full' : 'charlotte'}-${language}-${width}.png`;
          await page.screenshot({ path: file, fullPage: true });
        }
        const html = await (await request(`${path}?lang=${language}`)).text();
        const weights = Object.values(firstViewWeights(html));
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(20 * 1024);
        await visit.close();
      }
    },
  );
});
