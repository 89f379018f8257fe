import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { invite } from '../../worker/organize/people.ts';
import { sheetCodeOf } from '../../worker/sharing/sheet-rules.ts';
import { site } from '../support/address.ts';
import { axeFinds } from '../support/axe.ts';
import { describeInBrowser, desk, follow, openVisit, sharedBrowser } from '../support/browser.ts';
import { siteKeyring } from '../support/site-keyring.ts';
import { countsOf, freshEmail, mailedLink, readJson } from '../support/visitor.ts';

const slug = 'arrest-the-trafficker';
const petition = 'arrest-traffickers';
const paper = `/organize/campaigns/${slug}/paper`;
const browser = sharedBrowser();
/** With PAPER_PICTURES=FOLDER each page is photographed. */
const pictures = process.env.PAPER_PICTURES;

async function moderator(page: Page): Promise<void> {
  const email = freshEmail('paper');
  const id = await site.db.prepare('SELECT id FROM campaigns WHERE slug = ?').bind(slug).first<number>('id');
  const deps = { db: site.db, keyring: siteKeyring() };
  const given = { campaign: { id: id ?? 0, slug }, email, role: 'moderator', actor: 'command' } as const;
  const done = await invite(deps, { ...given, now: new Date() });
  if (!done.ok) throw new Error(done.error.reason);
  await page.goto(paper);
  await page.getByLabel('Your email address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.getByText('a link is on its way').waitFor();
  await page.goto(new URL(await mailedLink(email, '/organize/links/')).pathname);
  await follow(page.getByRole('button', { name: 'Sign in' }));
  await page.goto(paper);
}

async function look(page: Page, name: string): Promise<void> {
  expect(await axeFinds(page), name).toEqual([]);
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  for (const [width, colorScheme, lang] of [
    [360, 'light', 'en'],
    [1280, 'light', 'en'],
    [1280, 'dark', 'es'],
    [360, 'dark', 'es'],
  ] as const) {
    const back = page.url();
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    if (lang === 'es') await page.goto(`${back}${back.includes('?') ? '&' : '?'}lang=es`);
    await page.screenshot({ path: `${pictures}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    if (lang === 'es') await page.goto(back);
  }
  await page.setViewportSize(desk);
  await page.emulateMedia({ colorScheme: 'light' });
}

type PaperJson = { paper?: { without_address: number; illegible: number; crossed_out: number } };
/** Public answers are some seconds old. */
const paperOf = async () => (await readJson<PaperJson>(`/api/v1/petitions/${petition}`)).paper;

async function start(page: Page, code: string): Promise<void> {
  await page.goto(paper);
  await page.getByLabel('Number of the sheet').fill(code);
  await page.getByRole('button', { name: 'Start entering' }).click();
  await page.getByText('Type each line as it stands').waitFor();
}

/** By the keyboard alone, from the field that has the focus. Eight lines with names, one illegible, one crossed out. */
async function typeTen(page: Page, family: string): Promise<void> {
  for (let line = 1; line <= 10; line += 1) {
    if (line === 4) await page.keyboard.press('F2');
    else if (line === 7) await page.keyboard.press('F4');
    else {
      await page.keyboard.type(`Person ${line}`);
      await page.keyboard.press('Tab');
      await page.keyboard.type(family);
      if (line === 1) {
        await page.keyboard.press('Tab');
        await page.keyboard.type('28205');
      }
      await page.keyboard.press('Enter');
    }
  }
  await page.locator('[data-status="10"]', { hasText: /^Stored$/ }).waitFor();
}

describeInBrowser('paper:', () => {
  test('two sheets of ten lines are entered by keyboard alone, and one is undone', async () => {
    const { page, faults, close } = await openVisit(browser(), { viewport: desk });
    await moderator(page);
    await look(page, 'paper-empty');
    const confirmed = (await countsOf(petition)).confirmed;
    const codes = [5, 6].map((n) => sheetCodeOf(Uint8Array.of(n, 2, 3, 4, 5, 6, 7)));

    await start(page, codes[0] ?? '');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('given_name-1');
    await typeTen(page, 'Onesheet');
    expect(await page.locator('#zip-10').inputValue()).toBe('28205');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('given_name-11');
    // The line that it came to holds only the ZIP code: Enter stays there, and F2 moves on by itself.
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('given_name-11');
    expect(await page.locator('#zip-11').inputValue()).toBe('28205');
    expect(await page.locator('[data-status="11"]').textContent()).toBe('');
    expect(await page.getByText('both store it and move on').isVisible()).toBe(true);
    await look(page, 'sheet-entering');
    await page.getByRole('button', { name: 'The sheet is done: count it' }).click();
    await page.getByText('A sheet is counted: 10 lines').waitFor();
    await look(page, 'sheet-done');

    // A line that could not be sent stays in the page, and goes with the next one.
    await start(page, codes[1] ?? '');
    await page.context().setOffline(true);
    await page.keyboard.type('Person 1');
    await page.locator('#zip-1').fill('28205');
    await page.keyboard.press('Enter');
    await page.locator('[data-status="1"]', { hasText: 'Not stored yet' }).waitFor();
    await page.context().setOffline(false);
    await page.locator('[data-status="1"]', { hasText: /^Stored$/ }).waitFor();
    await page.locator('#given_name-1').focus();
    await page.locator('#given_name-1').fill('');
    await typeTen(page, 'Twosheet');
    await page.reload();
    expect(await page.locator('#family_name-10').inputValue()).toBe('Twosheet');
    await page.getByRole('button', { name: 'The sheet is done: count it' }).click();
    await page.getByText('A sheet is counted: 10 lines').waitFor();
    await expect.poll(paperOf).toMatchObject({ without_address: 16, illegible: 2, crossed_out: 2 });

    await page.keyboard.press('u');
    await page.getByText('Undone: 10 changes').waitFor();
    await expect.poll(paperOf).toMatchObject({ without_address: 8, illegible: 1, crossed_out: 1 });
    expect((await countsOf(petition)).confirmed).toBe(confirmed);
    await page.goto(paper);
    await look(page, 'paper-full');
    await page.goto(`/petitions/${petition}`);
    expect(await page.getByText('On paper, and not in this number: 8 signatures').count()).toBe(1);
    await look(page, 'petition');
    expect(faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    await close();
  });

  test('without JavaScript the lines are one form, at 320 px too', async () => {
    const { page, close } = await openVisit(browser(), {
      viewport: { width: 320, height: 700 },
      javaScriptEnabled: false,
    });
    await moderator(page);
    await page.getByRole('button', { name: 'The sheet has no number' }).click();
    await page.locator('#given_name-1').fill('Ana');
    await page.locator('#zip-1').fill('28205');
    await page.locator('#given_name-2').fill('?');
    await page.locator('#given_name-3').fill('Ben');
    await page.locator('#given_name-3').press('Enter');
    expect(await page.locator('#zip-3').inputValue()).toBe('28205');
    expect(await page.locator('[data-status="2"]').textContent()).toBe('Illegible');
    await close();
  });
});
