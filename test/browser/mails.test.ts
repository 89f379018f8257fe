import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFinds } from '../support/axe.ts';
import { describeInBrowser, openVisit, sharedBrowser, sidewaysScroll } from '../support/browser.ts';
import { mondayMorning } from '../support/calendar.ts';
import { openOwnKit } from '../support/own-kit.ts';
import { cron, freshEmail, type Mail, mailbox, signAndConfirm, signByForm } from '../support/visitor.ts';
import { staffOfSurvey } from './staff-places.ts';

const browser = sharedBrowser();

/** One mail of each kind about this petition. */
async function mailsOf(name: string): Promise<Mail[]> {
  const { petition, committee } = await openOwnKit(name, { thresholds: [1, 100] });
  const email = freshEmail('reader');
  const person = { given_name: 'Reader', email, zip: '28202' };
  await signAndConfirm(petition, person);
  await signByForm(petition, person);
  await cron(mondayMorning(new Date(), 1));
  const mails = [...(await mailbox(email)), ...(await mailbox(committee))];
  return [...new Map(mails.map((mail) => [mail.subject, mail])).values()];
}

async function open(page: Page, { html }: Mail) {
  await page.setContent(html);
}

describeInBrowser('the mails', () => {
  test('are accessible, fit on 320 pixels, and load nothing', async () => {
    await staffOfSurvey('looks-mails-survey');
    const mails = [
      ...(await mailsOf('looks-mails')),
      ...(await mailbox('looks-mails-survey@example.org')).slice(0, 1),
    ];
    expect(mails.length).toBeGreaterThanOrEqual(4);
    const visit = await openVisit(browser(), { viewport: { width: 320, height: 640 } });
    for (const mail of mails) {
      await open(visit.page, mail);
      const found = {
        axe: await axeFinds(visit.page, { isMail: true }),
        sideways: await sidewaysScroll(visit.page),
      };
      expect
        .soft({ subject: mail.subject, ...found })
        .toEqual({ subject: mail.subject, axe: [], sideways: 0 });
      await visit.page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await axeFinds(visit.page, { only: 'color-contrast' })).toEqual([]);
      await visit.page.emulateMedia({ colorScheme: 'light' });
    }
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  test('show in the local mailbox with their styles', async () => {
    const email = freshEmail('styled');
    await signByForm('arrest-traffickers', { given_name: 'Styled', email, zip: '28205' });
    await mailbox(email);
    const visit = await openVisit(browser());
    const { page } = visit;
    await page.goto(`/outbox?to=${encodeURIComponent(email)}`);
    await page.locator('.mail summary').first().click();
    const button = page.frameLocator('iframe').locator('a[href*="/confirm/"]').first();
    await button.waitFor();
    const style = await button.evaluate((link) => {
      type Styles = { getComputedStyle(of: unknown): { textDecorationLine: string } };
      return (globalThis as unknown as Styles).getComputedStyle(link).textDecorationLine;
    });
    expect(style).toBe('none');
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
});
