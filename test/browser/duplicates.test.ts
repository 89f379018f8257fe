import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { compareNames } from '../../worker/signatures/decide-pair.ts';
import { site } from '../support/address.ts';
import type { TestApp } from '../support/app.ts';
import { axeFinds } from '../support/axe.ts';
import {
  describeInBrowser,
  desk,
  openVisit,
  phone,
  sharedBrowser,
  sidewaysScroll,
} from '../support/browser.ts';
import { organizerIn } from '../support/organizer.ts';
import { openOwnKit } from '../support/own-kit.ts';
import { siteKeyring } from '../support/site-keyring.ts';
import { confirmByMail, freshEmail, sendJson } from '../support/visitor.ts';

const browser = sharedBrowser();
const pictures = process.env.PICTURES;

/** `PICTURES=FOLDER` keeps what the pages look like. */
async function look(page: Page, name: string): Promise<void> {
  expect(await axeFinds(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

describeInBrowser('an organizer', () => {
  test('tells a couple and two namesakes apart', async () => {
    const { petition } = await openOwnKit('namesakes', { petitions: 1 });
    const campaign = await site.db
      .prepare('SELECT id, slug FROM campaigns WHERE slug = ?')
      .bind('namesakes-campaign')
      .first<{ id: number; slug: string }>();
    if (!campaign) throw new Error('no campaign');
    const sign = async (given_name: string, email = freshEmail('namesake')) => {
      const person = { given_name, family_name: 'Diaz', zip: '28202', email };
      expect((await sendJson(`/api/v1/petitions/${petition}/signatures`, person)).status).toBe(202);
      expect((await confirmByMail(email)).status).toBe(303);
    };
    const home = freshEmail('home');
    await sign('Ana', home);
    await sign('Luis', home);
    await sign('Jo');
    await sign('Jo');
    const eva = freshEmail('eva');
    await sign('Eva', eva);
    await sign('Evva', eva);
    await compareNames({ db: site.db, keyring: siteKeyring() });

    const app = { deps: { db: site.db, keyring: siteKeyring() }, now: () => new Date() };
    const given = { role: 'moderator', email: 'namesakes@example.org', hasPasskey: true } as const;
    const { cookie } = await organizerIn(app as unknown as TestApp, campaign, given);
    const [name = '', value = ''] = cookie.split('=');
    const visits = [];
    for (const options of [{ viewport: desk }, { viewport: phone, colorScheme: 'dark' as const }]) {
      const visit = await openVisit(browser(), options);
      await visit.page.context().addCookies([{ name, value, url: site.url }]);
      visits.push(visit);
    }
    const [onDesk, onPhone] = visits;
    if (!onDesk || !onPhone) throw new Error('no visit');
    const { page } = onDesk;
    const path = `/organize/campaigns/${campaign.slug}`;
    await page.goto(path);
    await page.getByRole('link', { name: '2 possible duplicates wait' }).click();
    await page.waitForURL(/duplicates/);
    await look(page, 'duplicates-desk');
    await onPhone.page.goto(`${path}/duplicates?lang=es`);
    await look(onPhone.page, 'duplicates-phone-es-dark');
    await onPhone.page.goto(`${path}/duplicates?lang=en`);

    // The two in one inbox whose names differ by a letter are one person; the namesakes are two.
    // All of it by keys.
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('H: Same person: the first counts').waitFor();
    expect(await page.getByRole('dialog').locator('li:visible').allTextContents()).toEqual([
      'J: the next one',
      'K: the one before',
      'A: Different people',
      'H: Same person: the first counts',
      'S: Same person: the second counts',
      'X: Set the second aside',
      'O: Open both',
      'U: undo what was just done',
      '?: show or hide this list',
    ]);
    await page.keyboard.press('?');
    const near = page.locator('[data-row]').filter({ hasText: 'from one inbox' });
    const isNearFirst = (await page.locator('[data-row]').first().textContent())?.includes('from one inbox');
    if (!isNearFirst) {
      await page.keyboard.press('J');
      await page.keyboard.press('J');
    }
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.method()));
    // With a modifier, or held down since the page before, a key decides nothing.
    await page.keyboard.press('Control+h');
    await page.keyboard.press('Alt+h');
    await page.evaluate(`document.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', repeat: true }))`);
    expect(await near.count()).toBe(1);
    await page.keyboard.press('h');
    await page.getByRole('status').getByText('A possible duplicate was decided').waitFor();
    expect(sent).toEqual(['POST']);
    expect(await near.count()).toBe(0);
    await page.keyboard.press('u');
    await page.getByRole('status').getByText('Undone: 1 change').waitFor();
    await near.getByRole('button', { name: 'Different people' }).focus();
    await page.keyboard.press('s');
    await page.getByRole('status').getByText('A possible duplicate was decided').waitFor();
    await page.keyboard.press('o');
    await page.getByText('Opened just now').waitFor();
    await look(page, 'pair-opened-desk');
    await page.keyboard.press('a');
    await page.getByText('No possible duplicates wait').waitFor();
    await look(page, 'duplicates-empty-desk');

    await page.goto(`${path}/signatures?state=same-person`);
    await look(page, 'signatures-filtered-desk');
    await onPhone.page.goto(`${path}/signatures?lang=es`);
    await look(onPhone.page, 'signatures-phone-es-dark');
    await onPhone.page.goto(`${path}/signatures?lang=en`);
    await page.locator('table a').first().click();
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    await look(page, 'signature-desk');
    await onPhone.page.goto(new URL(page.url()).pathname);
    await look(onPhone.page, 'signature-phone-dark');
    await page.goto(`${path}/signatures?state=confirmed`);
    await page.locator('table a').first().click();
    await page.getByRole('link', { name: 'Strike off …' }).click();
    await page.getByRole('heading', { name: /^Strike off signature/ }).waitFor();
    await look(page, 'strike-desk');
    expect([...onDesk.faults, ...onPhone.faults]).toEqual([]);
    for (const visit of visits) await visit.close();
  });
});
