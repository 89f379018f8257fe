import { decode } from 'fast-png';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { describeInBrowser, follow, hasBrowser, openVisit, sharedBrowser } from '../support/browser.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { textsOfPages } from '../support/pdf.ts';
import { codesOn, hasFinders } from '../support/qr.ts';

const browser = sharedBrowser();

/** In points, 72 to an inch, and in CSS pixels, 96 to an inch. */
const papers = {
  letter: { points: [612, 792], pixels: { width: 816, height: 1056 } },
  a4: { points: [595.28, 841.89], pixels: { width: 794, height: 1123 } },
};

const prints = ['poster', 'flyer', 'handbill', 'sheet'] as const;
const actions = {
  charlotte: ['arrest-the-trafficker', 'arrest-traffickers'],
  wordy: ['wordy-campaign', 'wordy-petition'],
} as const;

/** The longest texts that a kit may have, made of long German words. */
function words(longest: number): string {
  return 'Siebenundzwanzig überwältigende Angelegenheiten, Wolkenkratzer. '
    .repeat(10)
    .slice(0, longest)
    .trim();
}

async function openWordyKit() {
  const kit = smallKit();
  const long = (longest: number) => ({ en: words(longest), es: words(longest) });
  const named = JSON.parse(JSON.stringify(kit).replaceAll(kit.city.slug, 'wordy')) as typeof kit;
  Object.assign(named.campaign, {
    title: long(120),
    care: {
      help: { heading: long(60), lines: [{ name: long(60), phone: '1-888-373-7888', hours: long(30) }] },
    },
    hashtags: ['#ABitOfEverything', '#AndSomeMoreOfIt', '#ALongWayToGo'],
    headline_fact: {
      slug: 'headline',
      figure: long(30),
      // English in many sentences, Spanish in a single one.
      statement: { en: words(500), es: words(500).replaceAll('. ', ', ') },
      source: { name: long(200), year: 2020 },
    },
  });
  Object.assign(named.petitions[0]!, { title: long(120), ask: long(300) });
  const opened = await openKit(site.db, named, new Date());
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
}

beforeAll(async () => {
  if (hasBrowser) await openWordyKit();
});

type Wanted = { whose: keyof typeof actions; print: string; paper: keyof typeof papers; language: string };

async function show(page: Page, { whose, print, paper, language }: Wanted, more = '') {
  const [campaign, action] = actions[whose];
  await page.setViewportSize(papers[paper].pixels);
  await page.goto(
    `/campaigns/${campaign}/print/${print}?action=${action}&paper=${paper}&lang=${language}${more}`,
  );
  await page.emulateMedia({ media: 'print' });
}

/** What is larger than its part of the page, or overlaps the next part. */
function misplaced(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const found = [];
    const say = (why, one) => found.push(why + ': ' + one.outerHTML.slice(0, 120));
    for (const part of document.querySelectorAll('.page, .poster, .strips li, .signing')) {
      const box = part.getBoundingClientRect();
      for (const one of part.querySelectorAll('*')) {
        if (one.matches('.unseen, wbr, .qr *')) continue;
        const own = one.getBoundingClientRect();
        const isOut = own.top < box.top - 1 || own.left < box.left - 1
          || own.right > box.right + 1 || own.bottom > box.bottom + 1;
        if (isOut) say('outside', one);
      }
    }
    for (const column of document.querySelectorAll('.poster, .signing, .flyer, .claim')) {
      const parts = [...column.children].map((one) => [one, one.getBoundingClientRect()]);
      for (const [index, [one, own]] of parts.entries())
        if (index > 0 && own.top < parts[index - 1][1].bottom - 1) say('over the one before', one);
    }
    for (const strip of document.querySelectorAll('.strips p'))
      if (strip.scrollWidth > strip.clientWidth + 1 || strip.scrollHeight > strip.clientHeight + 1) say('cut', strip);
    return found;
  })()`);
}

function sizesOf(pdf: Buffer): number[][] {
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return boxes.map(([, width, height]) => [Number(width), Number(height)]);
}

describeInBrowser('on paper', () => {
  const looks = [
    { whose: 'charlotte', paper: 'letter', language: 'en' },
    { whose: 'charlotte', paper: 'a4', language: 'es' },
    { whose: 'wordy', paper: 'letter', language: 'es' },
    { whose: 'wordy', paper: 'a4', language: 'en' },
  ] as const;

  test.for(prints)(
    'a %s is whole on Letter and A4, in both languages, however much it says',
    async (print) => {
      const { page, faults, close } = await openVisit(browser());
      for (const look of looks) {
        await show(page, { ...look, print });
        expect(await misplaced(page)).toEqual([]);
        const pdf = await page.pdf({ preferCSSPageSize: true });
        const drawn = textsOfPages(pdf);
        expect(drawn.length).toBe(1);
        expect(drawn[0]).toBeGreaterThan(10);
        const [width = 0, height = 0] = sizesOf(pdf)[0] ?? [];
        expect(Math.abs(width - papers[look.paper].points[0]!)).toBeLessThan(1);
        expect(Math.abs(height - papers[look.paper].points[1]!)).toBeLessThan(1);
        expect(await page.locator('.page').textContent()).toContain('1-888-373-7888');
        expect(await page.locator('.print-bar, .exit').filter({ visible: true }).count()).toBe(0);
      }
      expect(faults).toEqual([]);
      await close();
    },
  );

  test('three petition sheets are three pages', async () => {
    const { page, close } = await openVisit(browser());
    await show(page, { whose: 'charlotte', print: 'sheet', paper: 'letter', language: 'es' }, '&pages=3');
    expect(await misplaced(page)).toEqual([]);
    expect(textsOfPages(await page.pdf({ preferCSSPageSize: true })).length).toBe(3);
    expect(await page.locator('.page').last().textContent()).toContain('Página 3 de 3');
    await close();
  });

  test('the code on a strip is drawn module by module as it is, with white around it', async () => {
    const { page, close } = await openVisit(browser(), { deviceScaleFactor: 4 });
    await show(page, { whose: 'charlotte', print: 'flyer', paper: 'a4', language: 'en' });
    const html = await page.evaluate<string>(`[...document.querySelectorAll('.qr')].at(-1).outerHTML`);
    const [code] = codesOn(html);
    if (!code) throw new Error('there is no code');
    expect(hasFinders(code)).toBe(true);
    const box = await page.locator('.qr').last().boundingBox();
    const { data, width, channels } = decode(await page.screenshot());
    const whole = code.size + 2 * code.quiet;
    const at = (from: number, n: number) =>
      Math.floor((from + ((n + code.quiet + 0.5) * (box?.width ?? 0)) / whole) * 4);
    const isDark = (x: number, y: number) =>
      (data[(at(box?.y ?? 0, y) * width + at(box?.x ?? 0, x)) * channels] ?? 0) < 128;
    expect(code.dark.map((row, y) => row.map((_, x) => isDark(x, y)))).toEqual(code.dark);
    const edges = Array.from({ length: whole }, (_, n) => n - code.quiet).flatMap((n) => [
      isDark(n, -2),
      isDark(n, code.size + 1),
      isDark(-2, n),
      isDark(code.size + 1, n),
    ]);
    expect(edges).not.toContain(true);
    await close();
  });
});

describeInBrowser('the share kit', () => {
  test('copies a text with its link at the press of a button, and without a script it is there to select', async () => {
    const { page, faults, close } = await openVisit(browser());
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url });
    await page.goto('/campaigns/arrest-the-trafficker/share?lang=en&source=faith-bulletin');
    const field = page.locator('#text-arrest-traffickers-petition-message-en');
    const button = page.locator('[data-copy="text-arrest-traffickers-petition-message-en"]');
    await button.click();
    await page
      .locator('#text-arrest-traffickers-petition-message-en-status', { hasText: 'Copied.' })
      .waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toBe(await field.inputValue());
    expect(copied).toContain('/petitions/arrest-traffickers?source=faith-bulletin');
    expect(faults).toEqual([]);
    await close();

    const still = await openVisit(browser(), { javaScriptEnabled: false });
    await still.page.goto('/campaigns/arrest-the-trafficker/share');
    expect(await still.page.locator('button[data-copy]').filter({ visible: true }).count()).toBe(0);
    await still.page.locator('#source').selectOption('hotels-poster');
    await follow(still.page.getByRole('button', { name: 'Make the links' }));
    expect(await still.page.locator('#link-arrest-traffickers').inputValue()).toContain(
      'source=hotels-poster',
    );
    await still.close();
  });

  test('of a petition has a card that a browser shows', async () => {
    const { page, faults, close } = await openVisit(browser());
    await page.goto('/petitions/arrest-traffickers?lang=es');
    const image = await page.getAttribute('meta[property="og:image"]', 'content');
    await page.goto(image ?? '');
    const size = await page.evaluate<number[]>(
      `[document.images[0].naturalWidth, document.images[0].naturalHeight]`,
    );
    expect(size).toEqual([1200, 630]);
    expect(faults).toEqual([]);
    await close();
  });

  test('leads to a poster that a button prints', async () => {
    const { page, close } = await openVisit(browser());
    await page.addInitScript('globalThis.print = () => { document.title = "printed"; };');
    await page.goto('/campaigns/arrest-the-trafficker/share?lang=en');
    await follow(page.getByRole('link', { name: 'Poster, A4' }).first());
    await page.getByRole('button', { name: 'Print', exact: true }).click();
    expect(await page.title()).toBe('printed');
    await close();
  });
});
