import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { formatDate } from '../../web/language.ts';
import { dateIn } from '../../worker/platform/time/clock.ts';
import { site } from '../support/address.ts';
import { axeFinds } from '../support/axe.ts';
import {
  describeInBrowser,
  desk,
  follow,
  openVisit,
  phone,
  sharedBrowser,
  sidewaysScroll,
  type Visit,
} from '../support/browser.ts';
import { organizerIn } from '../support/organizer.ts';
import { openOwnCoalition } from '../support/own-kit.ts';
import { partnerPage } from '../support/partner-links.ts';
import { campaignNamed, siteApp } from './console-places.ts';

const browser = sharedBrowser();
/** `PICTURES=FOLDER` keeps what the pages look like. */
const pictures = process.env.PICTURES;
const [before, after] = ['Everyone sees the same totals.', 'Nobody is steamrolled.'];

async function wellShown({ page }: Visit, name: string): Promise<void> {
  for (const viewport of [{ width: 320, height: 640 }, phone, desk]) {
    await page.setViewportSize(viewport);
    expect([name, await axeFinds(page)]).toEqual([name, []]);
    expect([name, await sidewaysScroll(page)]).toEqual([name, 0]);
    if (!pictures) continue;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}-${viewport.width}.png`, fullPage: true });
  }
}

/** The row of a partner in the table of all of them. */
const rowOf = async (page: Page, partner: string) =>
  (await page.locator('table tr', { hasText: partner }).first().textContent()) ?? '';
const button = (page: Page, name: string) => page.getByRole('button', { name });
const partOf = (page: Page, list: 'agenda' | 'idea') => page.locator(`#list-${list}`);

/** What was added is once on the page, however often its button was pressed. */
const times = async (page: Page, text: string) => page.getByText(text, { exact: true }).count();

describeInBrowser('a coalition', () => {
  test('two partners see what an organizer changed in the norms, agree to it, and share an agenda and ideas', async () => {
    const { petition } = await openOwnCoalition('agreeing');
    const campaign = await campaignNamed('agreeing-campaign');
    const links = {
      church: await partnerPage(petition, 'church'),
      clinic: await partnerPage(petition, 'clinic'),
    };
    const editor = await organizerIn(siteApp(), campaign, { role: 'editor' });
    const console = await openVisit(browser(), { viewport: desk });
    const church = await openVisit(browser(), { viewport: phone });
    const clinic = await openVisit(browser(), {
      viewport: phone,
      locale: 'es-US',
      javaScriptEnabled: false,
    });
    const [name = '', value = ''] = editor.cookie.split('=');
    await console.page.context().addCookies([{ name, value, url: site.url }]);

    // The church agreed before, which its kit says. The clinic does now.
    await clinic.page.goto(links.clinic);
    await follow(clinic.page.getByRole('link', { name: /^Aceptar/ }));
    await follow(button(clinic.page, 'Aceptamos la versión 1'));
    expect(await clinic.page.locator('#norms').textContent()).toContain('aceptó esta versión');

    const edit = `/organize/campaigns/${campaign.slug}/write/edit?page=partners`;
    await console.page.goto(edit);
    await console.page.locator('[name="norms.1.en"]').fill(after);
    await console.page.locator('[name="norms.1.es"]').fill('Nadie pasa por encima de nadie.');
    await follow(button(console.page, 'Save to the draft'));
    await console.page.goto(`/organize/campaigns/${campaign.slug}/write`);
    expect(await console.page.locator('.diff').textContent()).toContain(after);
    await church.page.goto(`${links.church}/coalition`);
    expect(await church.page.locator('#norms').textContent()).not.toContain(after);
    await follow(button(console.page, 'Publish now'));

    const today = dateIn('America/New_York', new Date());
    await church.page.reload();
    const norms = church.page.locator('#norms');
    expect(await norms.locator('ins').allTextContents()).toEqual([after]);
    expect(await norms.locator('del').allTextContents()).toEqual([before]);
    expect(await rowOf(church.page, 'The clinic')).toContain('an earlier text: version 1, ');
    await wellShown(church, 'coalition-changed');
    await button(church.page, 'We agree to version 2').dblclick();
    await norms.getByText(`agreed to this version on ${formatDate(today, 'en')}`).waitFor();

    await clinic.page.reload();
    expect(await clinic.page.locator('#norms').textContent()).toContain('Qué cambió desde la versión 1');
    await follow(button(clinic.page, 'Aceptamos la versión 2'));
    await church.page.reload();
    for (const partner of ['The church', 'The clinic']) {
      expect(await rowOf(church.page, partner)).toContain(`version 2, ${formatDate(today, 'en')}`);
      expect(await rowOf(clinic.page, partner)).toContain(`versión 2, ${formatDate(today, 'es')}`);
    }
    expect(await rowOf(church.page, 'The club')).toContain('has not agreed');

    const item = 'Book the hall for the summit';
    const agenda = partOf(church.page, 'agenda');
    await agenda.getByLabel('What is to be talked about or done').fill(item);
    await agenda.getByLabel(/^Who does it/).fill('The church');
    await button(church.page, 'Add to the agenda').dblclick();
    await agenda.getByText('Who: The church').waitFor();
    await church.page.goBack({ waitUntil: 'load' });
    await church.page.goForward({ waitUntil: 'load' });
    expect(await times(church.page, item)).toBe(1);

    await clinic.page.reload();
    expect(await times(clinic.page, item)).toBe(1);
    const idea = 'Un cartel en cada sala de espera';
    const ideas = partOf(clinic.page, 'idea');
    await ideas.getByLabel('Su idea').fill(idea);
    await follow(button(clinic.page, 'Traer una idea'));
    await clinic.page.goBack({ waitUntil: 'load' });
    await ideas.getByLabel('Su idea').fill(idea);
    await follow(button(clinic.page, 'Traer una idea'));
    expect(await times(clinic.page, idea)).toBe(1);

    await church.page.reload();
    expect(await times(church.page, idea)).toBe(1);
    const credit = church.page.locator('#list-idea li', { hasText: idea });
    expect(await credit.textContent()).toContain(`From The clinic, ${formatDate(today, 'en')}`);
    // It is nobody else's to change.
    expect(await credit.getByRole('button').count()).toBe(0);
    await wellShown(church, 'coalition-shared');

    await console.page.goto(`/organize/campaigns/${campaign.slug}/coalition`);
    expect(await rowOf(console.page, 'The clinic')).toContain(`version 2, ${formatDate(today, 'en')}`);
    await wellShown(console, 'coalition-console');
    await follow(console.page.getByRole('link', { name: 'Ideas' }));
    expect(await times(console.page, idea)).toBe(1);
    await wellShown(console, 'coalition-console-ideas');
    for (const visit of [church, clinic, console]) {
      expect(visit.faults).toEqual([]);
      await visit.close();
    }
  });
});
