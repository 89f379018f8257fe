import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { describeInBrowser, follow, openVisit, phone, sharedBrowser } from '../support/browser.ts';
import { mondayMorning } from '../support/calendar.ts';
import { openOwnKit } from '../support/own-kit.ts';
import { cron, freshEmail, read, send, signAndConfirm } from '../support/visitor.ts';
import { lookAtAll } from './look-at-all.ts';
import { longNamed, type Place, pathInMail } from './places.ts';

const browser = sharedBrowser();
const slug = 'looks-statements-petition';
let pages: { counts: string; gone: string; staff: string };

/** Two weeks: one counts in both, one has withdrawn in the second. */
async function twoWeeks(): Promise<typeof pages> {
  const { committee } = await openOwnKit('looks-statements');
  const [stays, goes] = [freshEmail('stays'), freshEmail('goes')];
  for (const email of [stays, goes]) await signAndConfirm(slug, { ...longNamed, zip: '28202', email });
  const now = new Date();
  await cron(mondayMorning(now, 1));
  const gone = await pathInMail(goes, '/my/');
  await send(`${gone}/withdraw`);
  await cron(mondayMorning(now, 2));
  return {
    counts: await pathInMail(stays, '/my/'),
    gone,
    staff: await pathInMail(committee, '/tallies/'),
  };
}

let made: Promise<typeof pages> | undefined;
beforeAll(async () => {
  made ??= twoWeeks();
  pages = await made;
});

/** The week of the newest statement. */
async function lastWeek(): Promise<string> {
  return /\/(\d{4}-W\d{2})\.json/.exec(await read(`/statements/${slug}`))?.[1] ?? '';
}

async function check(page: Page, text: string): Promise<void> {
  await page.locator('#text').fill(text);
  await page.locator('#verify button').click();
  await page.locator('#result h2').waitFor();
}

lookAtAll({
  'statements of two weeks, and what is checked': async (): Promise<Place[]> => {
    const week = `/statements/${slug}/${await lastWeek()}`;
    const [statement, proof] = [await read(`${week}.json`), await read(`${week}.tlog-proof`)];
    return [
      { name: 'statements', path: `/statements/${slug}` },
      { name: 'a statement', path: week },
      { name: 'own page, in the count', path: pages.counts },
      { name: 'own page, taken out of the count', path: pages.gone },
      { name: 'staff page with statements', path: pages.staff },
      {
        name: 'checking a proof without its statement',
        path: '/verify',
        act: (page) => check(page, proof),
      },
      {
        name: 'checking a statement that was changed',
        path: '/verify',
        act: (page) => check(page, statement.replace('"confirmed":1', '"confirmed":2')),
      },
    ];
  },
});

describeInBrowser('a person who checks their own count', () => {
  /** Presses the button on the own page, and drops the file that comes on the page that checks, with others. */
  async function checkOwn(
    ownPage: string,
    language: 'en' | 'es',
    others: [name: string, text: string][] = [],
  ) {
    const visit = await openVisit(browser(), { viewport: phone, acceptDownloads: true });
    const { page, faults } = visit;
    await page.goto(`${ownPage}?lang=${language}`);
    const form = page.locator('form[action*="/proof"]');
    const [download] = await Promise.all([page.waitForEvent('download'), form.getByRole('button').click()]);
    const receipt = readFileSync(await download.path(), 'utf8');
    await follow(form.getByRole('link'));
    const files = JSON.stringify([[download.suggestedFilename(), receipt], ...others]);
    await page.evaluate(`{
      const data = new DataTransfer();
      for (const [name, text] of ${files}) data.items.add(new File([text], name));
      const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
      document.querySelector('#verify').dispatchEvent(drop);
    }`);
    await page.locator('#result h2').waitFor();
    const told = (await page.locator('#result').textContent()) ?? '';
    expect(faults).toEqual([]);
    await visit.close();
    return told;
  }

  test('drops the receipt from their page beside the statement and its proof, and it holds', async () => {
    const week = `/statements/${slug}/${await lastWeek()}`;
    const told = await checkOwn(pages.counts, 'en', [
      ['week.json', await read(`${week}.json`)],
      ['week.tlog-proof', await read(`${week}.tlog-proof`)],
    ]);
    expect(told).toContain('This holds.');
    expect(told).toMatch(/was added to the count: it is leaf \d+ of \d+ in the week ending Sunday, /);
    expect(told).toMatch(/The statement is entry \d+ of a log of \d+ entries/);
  });

  test('is told in Spanish that theirs was added, or was added and removed', async () => {
    expect(await checkOwn(pages.counts, 'es')).toMatch(/Es correcto\..*se añadió al recuento/s);
    expect(await checkOwn(pages.gone, 'es')).toMatch(/Es correcto\..*se añadió \(hoja \d+\) y se quitó/s);
    expect(await checkOwn(pages.gone, 'en')).toMatch(
      /This holds\..*was added \(leaf \d+\) and removed again/s,
    );
  });
});
