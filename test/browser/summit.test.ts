import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { site } from '../support/address.ts';
import {
  cutNetwork,
  describeInBrowser,
  desk,
  follow,
  keptForOffline,
  openVisit,
  phone,
  sharedBrowser,
} from '../support/browser.ts';
import { dateFrom } from '../support/calendar.ts';
import { organizerIn } from '../support/organizer.ts';
import { openOwnKit } from '../support/own-kit.ts';
import { freshEmail, mailedLink } from '../support/visitor.ts';
import { campaignNamed, siteApp } from './console-places.ts';

const browser = sharedBrowser();
const on = dateFrom(new Date(), 7);

async function signedIn(campaign: { id: number; slug: string }) {
  const organizer = await organizerIn(siteApp(), campaign, { role: 'owner', hasPasskey: true });
  const visit = await openVisit(browser(), { viewport: desk });
  const [name = '', value = ''] = organizer.cookie.split('=');
  await visit.page.context().addCookies([{ name, value, url: site.url }]);
  return visit;
}

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value);
}

const add = (page: Page, name: string) => follow(page.getByRole('button', { name, exact: true }).last());
const inBoth = (name: string, en: string, es: string) => ({ [`${name}.en`]: en, [`${name}.es`]: es });

const session = (n: number, title: string, room: string, [from, until]: [string, string]) => ({
  ...inBoth(`sessions.${n}.title`, title, `${title} (es)`),
  ...inBoth(`sessions.${n}.room`, room, `${room} (es)`),
  [`sessions.${n}.starts`]: `${on}T${from}`,
  [`sessions.${n}.ends`]: `${on}T${until}`,
});

/** The organizer writes the summit with its program in the forms of the console, and publishes it. */
async function writeSummit(page: Page, campaign: string): Promise<void> {
  await page.goto(`/organize/campaigns/${campaign}/write/edit?page=events`);
  await add(page, 'Add an event');
  if (!page.url().includes('entry='))
    await page.goto(`/organize/campaigns/${campaign}/write/edit?page=events&entry=events.0`);
  for (const button of ['Add a time', 'Add a session', 'Add a session', 'Add a session'])
    await add(page, button);
  await page.locator('[name="kind"]').selectOption('summit');
  await fill(page, {
    ...inBoth('title', 'The summit of the city', 'La cumbre de la ciudad'),
    ...inBoth('ask', 'Plan it together', 'Planeemos juntos'),
    ...inBoth('text', 'We meet for a day.', 'Nos vemos un día.'),
    ...inBoth('place.name', 'The old depot', 'El antiguo depósito'),
    'times.0.starts': `${on}T09:00`,
    'times.0.ends': `${on}T13:00`,
    'times.0.capacity': '30',
    opens_on: dateFrom(new Date(), -1),
    ...session(0, 'Opening', 'Large room', ['09:00', '10:00']),
    ...session(1, 'Signs', 'Large room', ['10:00', '11:00']),
    ...session(2, 'Rights', 'Small room', ['10:00', '14:00']),
  });
  await page.locator('[name="committee"]').selectOption('safety');
  await follow(page.getByRole('button', { name: 'Save to the draft', exact: true }));
  // A session that ends after the event is said, and mended.
  await page.getByText('is not within one of the times of the event').first().waitFor();
  await fill(page, { 'sessions.2.ends': `${on}T11:00` });
  await follow(page.getByRole('button', { name: 'Save to the draft', exact: true }));
  await page.goto(`/organize/campaigns/${campaign}/write`);
  await follow(page.getByRole('button', { name: 'Publish now', exact: true }));
}

/** A resident reads the program, signs up and confirms; gives the code at the door. */
async function comes(name: string, path: string): Promise<string> {
  const { page, faults, close } = await openVisit(browser(), { viewport: phone });
  const email = freshEmail(name.toLowerCase());
  await page.goto(`${path}?lang=en`);
  const program = page.locator('section[aria-labelledby="program"]');
  expect(await program.locator('ol > li').count()).toBe(2);
  expect(await program.locator('ol > li').last().textContent()).toMatch(
    /10:00 am to 11:00 am[\s\S]*Signs[\s\S]*Rights/,
  );
  await page.getByLabel('Given name', { exact: true }).fill(name);
  await page.getByLabel('Email address', { exact: true }).fill(email);
  await page.getByLabel('ZIP code', { exact: true }).fill('28202');
  const radio = page.getByRole('radio');
  if ((await radio.count()) > 0) await radio.first().check();
  await follow(page.getByRole('button', { name: 'Sign up', exact: true }));
  await page.goto(await mailedLink(email, '/confirm/'));
  await follow(page.getByRole('button', { name: 'Confirm my sign-up', exact: true }));
  await page.goto(await mailedLink(email, '/my/'));
  const code = ((await page.locator('.door-code').textContent()) ?? '').replaceAll(/\s/g, '');
  expect(faults).toEqual([]);
  await close();
  return code;
}

describeInBrowser('a summit', () => {
  test('goes from the forms of the console to check-in at the door with the network cut', {
    timeout: 400_000,
  }, async () => {
    await openOwnKit('summit-way');
    const campaign = await campaignNamed('summit-way-campaign');
    const { page, close } = await signedIn(campaign);
    await writeSummit(page, campaign.slug);
    const path = '/events/the-summit-of-the-city';
    const codes = [await comes('Ana', path), await comes('Bo', path)];

    await page.setViewportSize(phone);
    await page.goto(`/organize/campaigns/${campaign.slug}/events`);
    await follow(page.getByRole('link', { name: 'The summit of the city' }));
    await follow(page.locator('a[href*="/door?time="]').first());
    await keptForOffline(page);
    const mend = await cutNetwork(page);
    for (const code of codes) {
      await page.getByLabel('Code', { exact: true }).fill(code.toLowerCase());
      await page.keyboard.press('Enter');
    }
    await page.getByText('network: 2.').waitFor();
    await page.reload();
    await page.getByText('network: 2.').waitFor();
    expect(await checkedIn()).toBe(0);
    await mend();
    await expect.poll(checkedIn).toBe(2);
    await page.getByText('Everything is sent.').waitFor();
    await page.reload();
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.reload();
    expect(await page.locator('li[data-in]').count()).toBe(2);
    expect([await checkedIn(), await acts()]).toEqual([2, 1]);
    await close();
  });
});

const ofSummit = "(SELECT id FROM actions WHERE slug = 'the-summit-of-the-city')";
const checkedIn = () =>
  site.db
    .prepare(`SELECT coalesce(sum(checked_in), 0) AS n FROM door_counts WHERE action_id = ${ofSummit}`)
    .first<number>('n');
const acts = () =>
  site.db
    .prepare(
      "SELECT count(*) AS n FROM acts WHERE kind = 'check-in-at-door' AND subject = 'the-summit-of-the-city'",
    )
    .first<number>('n');
