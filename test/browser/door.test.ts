import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { axeFinds } from '../support/axe.ts';
import {
  cutNetwork,
  describeInBrowser,
  desk,
  follow,
  keptForOffline,
  leftBehind,
  openVisit,
  sharedBrowser,
  sidewaysScroll,
} from '../support/browser.ts';
import { openEventOnSite, storeSignUps } from '../support/events-of-site.ts';
import { organizerIn } from '../support/organizer.ts';
import { siteApp } from './console-places.ts';

const browser = sharedBrowser();
const pictures = process.env.PICTURES;

/** Nothing amiss at the narrowest and on a desk; `PICTURES=FOLDER` keeps what the page looks like. */
async function look(page: Page, name: string): Promise<void> {
  for (const [width, viewport] of Object.entries({
    narrow: { width: 320, height: 640 },
    phone: { width: 360, height: 740 },
    desk,
  })) {
    await page.setViewportSize(viewport);
    expect(await axeFinds(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    if (!pictures) continue;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 360, height: 740 });
}

const words = {
  en: {
    in: 'Check in',
    out: 'Take back',
    one: 'One more',
    code: 'Code',
    waits: (n: number) => `network: ${n}.`,
  },
  es: {
    in: 'Registrar',
    out: 'Deshacer',
    one: 'Una más',
    code: 'Código',
    waits: (n: number) => `red: ${n}.`,
  },
};

const checkedIn = async (action: { id: number }) =>
  (
    await site.db
      .prepare('SELECT code FROM door_codes WHERE action_id = ? AND slot IS NOT NULL ORDER BY code')
      .bind(action.id)
      .all<{ code: string }>()
  ).results.map(({ code }) => code);
const numberOf = (sql: string, action: { id: number }) =>
  site.db.prepare(sql).bind(action.id).first<number>('n');
const counted = (action: { id: number }) =>
  numberOf('SELECT sum(checked_in) AS n FROM door_counts WHERE action_id = ?', action);
const actsOf = (action: { slug: string }) =>
  site.db
    .prepare("SELECT count(*) AS n FROM acts WHERE kind = 'check-in-at-door' AND subject = ?")
    .bind(action.slug)
    .first<number>('n');

async function phoneAt(door: string, campaign: { id: number; slug: string }, javaScriptEnabled = true) {
  const organizer = await organizerIn(siteApp(), campaign, { role: 'moderator' });
  const visit = await openVisit(browser(), { javaScriptEnabled });
  const [name = '', value = ''] = organizer.cookie.split('=');
  await visit.page.context().addCookies([{ name, value, url: site.url }]);
  await visit.page.goto(door);
  return visit;
}

const row = (page: Page, code: string) => page.locator(`li[data-code="${code}"] button`);

describeInBrowser('the door', () => {
  test.for(['en', 'es'] as const)(
    'checks in three with the network cut, sends them once there is one, and sends nothing twice: %s',
    { timeout: 400_000 },
    async (language) => {
      const say = words[language];
      const { action, campaign } = await openEventOnSite(`door-${language}`);
      const codes = await storeSignUps(action, 6);
      const [a = '', b = '', c = ''] = codes;
      const door = `/organize/campaigns/${campaign.slug}/events/${action.slug}/door?time=first&lang=${language}`;
      const { page, close } = await phoneAt(door, campaign);
      await keptForOffline(page);
      const mend = await cutNetwork(page);
      await row(page, a).click();
      await page.getByText(say.waits(1)).waitFor();
      await row(page, b).click();
      await page.getByLabel(say.code, { exact: true }).fill(`${c.slice(0, 3)} ${c.slice(3).toLowerCase()}`);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: say.one }).click();
      await page.getByRole('button', { name: say.one }).click();
      await page.getByText(say.waits(4)).waitFor();
      expect(await checkedIn(action)).toEqual([]);
      await look(page, `door-offline-${language}`);

      // The phone lets go of the page and opens it again, still without a network.
      await page.reload();
      await page.getByText(say.waits(4)).waitFor();
      expect(await page.locator('li[data-in]').count()).toBe(3);

      await mend();
      await expect.poll(() => checkedIn(action)).toEqual([a, b, c]);
      await page
        .locator('[data-sync]')
        .filter({ hasNotText: say.waits(4) })
        .waitFor();
      expect([await counted(action), await actsOf(action)]).toEqual([3, 1]);
      const walkIns = 'SELECT sum(n) AS n FROM door_walk_ins WHERE action_id = ?';
      expect(await numberOf(walkIns, action)).toBe(2);
      await page.reload();
      await page.evaluate("dispatchEvent(new Event('online'))");
      await page.reload();
      expect(await page.locator('li[data-in]').count()).toBe(3);
      expect([await counted(action), await actsOf(action), await numberOf(walkIns, action)]).toEqual([
        3, 1, 2,
      ]);

      await row(page, b).click();
      await expect.poll(() => checkedIn(action)).toEqual([a, c]);
      await close();
    },
  );

  test('two phones that are both offline check the same person in once', { timeout: 400_000 }, async () => {
    const { action, campaign } = await openEventOnSite('door-two');
    const [a = '', b = ''] = await storeSignUps(action, 3);
    const door = `/organize/campaigns/${campaign.slug}/events/${action.slug}/door?time=first`;
    const phones = await Promise.all([phoneAt(door, campaign), phoneAt(door, campaign)]);
    for (const { page } of phones) {
      await keptForOffline(page);
      await page.context().setOffline(true);
      await row(page, a).click();
      await page.getByText('network: 1.').waitFor();
    }
    const [one, two] = phones;
    await row(two!.page, b).click();
    for (const { page } of phones) {
      await page.context().setOffline(false);
      await page.getByText('Everything is sent.').waitFor();
    }
    expect(await checkedIn(action)).toEqual([a, b].toSorted());
    expect(await counted(action)).toBe(2);
    await one!.page.reload();
    await expect.poll(() => one!.page.locator('li[data-in]').count()).toBe(2);
    for (const { close } of phones) await close();
  });

  test('a session that ends by itself takes the codes off the phone, and what was not sent is sent after signing in', {
    timeout: 400_000,
  }, async () => {
    const { action, campaign } = await openEventOnSite('door-ended');
    const [a = '', b = ''] = await storeSignUps(action, 3);
    const door = `/organize/campaigns/${campaign.slug}/events/${action.slug}/door?time=first`;
    const { page, close } = await phoneAt(door, campaign);
    await keptForOffline(page);
    await page.context().clearCookies();
    await row(page, a).click();
    await expect.poll(() => page.locator('li[data-code]').count()).toBe(0);
    const onPhone = () => page.evaluate('JSON.stringify(localStorage)') as Promise<string>;
    expect(await onPhone()).not.toContain(b);
    await expect
      .poll(() => page.evaluate('caches.match(location.href, { ignoreVary: true }).then((found) => !found)'))
      .toBe(true);
    expect(await onPhone()).toContain(a);
    expect(await checkedIn(action)).toEqual([]);
    const again = await organizerIn(siteApp(), campaign, { role: 'moderator' });
    const [name = '', value = ''] = again.cookie.split('=');
    await page.context().addCookies([{ name, value, url: site.url }]);
    await page.goto(door);
    await expect.poll(() => checkedIn(action)).toEqual([a]);
    expect(await page.locator('li[data-code]').count()).toBe(3);
    await close();
  });

  test('before the first answer of the server nobody is shown as checked in who is not', {
    timeout: 400_000,
  }, async () => {
    const { action, campaign } = await openEventOnSite('door-first');
    const [a = '', b = ''] = await storeSignUps(action, 2);
    const door = `/organize/campaigns/${campaign.slug}/events/${action.slug}/door?time=first`;
    const { page, close } = await phoneAt(door, campaign, false);
    await follow(row(page, b));
    await close();
    const phone = await phoneAt('/', campaign);
    await phone.page.route('**/door?*', (route) =>
      route.request().method() === 'POST' ? undefined : route.continue(),
    );
    await phone.page.goto(door);
    await phone.page.getByText('Everything is sent.').waitFor();
    expect(await row(phone.page, a).textContent()).toContain('Check in');
    expect(await row(phone.page, b).textContent()).toContain('Take back');
    expect(await phone.page.locator('[data-in-all]').textContent()).toBe('1');
    await phone.close();
  });

  test('signing out leaves nothing of it on the phone', { timeout: 400_000 }, async () => {
    const { action, campaign } = await openEventOnSite('door-out');
    const [a = ''] = await storeSignUps(action, 2);
    const door = `/organize/campaigns/${campaign.slug}/events/${action.slug}/door?time=first`;
    const { page, close } = await phoneAt(door, campaign);
    await keptForOffline(page);
    await row(page, a).click();
    await page.getByText('Everything is sent.').waitFor();
    // From another page of the console.
    await page.goto(`/organize/campaigns/${campaign.slug}`);
    await page.setViewportSize(desk);
    await follow(page.getByRole('button', { name: 'Sign out' }));
    // Signing in sets a cookie of its own.
    const stored = async () => (await leftBehind(page)).filter((one) => !one.startsWith('cookie '));
    await expect.poll(stored).toEqual([]);
    await expect
      .poll(() => page.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)'))
      .toBe(0);
    await close();
  });

  test('without a script a code is typed, and the list has its buttons', { timeout: 400_000 }, async () => {
    const { action, campaign } = await openEventOnSite('door-plain');
    const [a = '', b = ''] = await storeSignUps(action, 2);
    const door = `/organize/campaigns/${campaign.slug}/events/${action.slug}/door?time=first`;
    const { page, close } = await phoneAt(door, campaign, false);
    await page.getByLabel('Code', { exact: true }).fill(a.toLowerCase());
    await follow(page.getByRole('button', { name: 'Check in', exact: true }));
    await follow(row(page, b));
    expect(await checkedIn(action)).toEqual([a, b]);
    await follow(row(page, a));
    expect(await checkedIn(action)).toEqual([b]);
    await page.getByLabel('How many came without a sign-up?').fill('7');
    await follow(page.getByRole('button', { name: 'Add them' }));
    await page.getByText('7 came without a sign-up').waitFor();
    await close();
  });
});
