import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
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
  type Visit,
} from '../support/browser.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { openOwnKit } from '../support/own-kit.ts';
import { siteKeyring } from '../support/site-keyring.ts';
import { confirmByMail, freshEmail, read, sendJson } from '../support/visitor.ts';

const browser = sharedBrowser();
const pictures = process.env.PICTURES;

type Campaign = { id: number; slug: string };

async function campaignOf(name: string): Promise<{ campaign: Campaign; petition: string }> {
  const { petition } = await openOwnKit(name, { petitions: 2 });
  const campaign = await site.db
    .prepare('SELECT id, slug FROM campaigns WHERE slug = ?')
    .bind(`${name}-campaign`)
    .first<Campaign>();
  if (!campaign) throw new Error('no campaign');
  return { campaign, petition };
}

function organizer(campaign: Campaign, email: string): Promise<OrganizerClient> {
  const app = { deps: { db: site.db, keyring: siteKeyring() }, now: () => new Date() };
  return organizerIn(app as unknown as TestApp, campaign, { role: 'moderator', email });
}

async function visitAs(
  { cookie }: OrganizerClient,
  options: Parameters<typeof openVisit>[1] = {},
): Promise<Visit> {
  const visit = await openVisit(browser(), options);
  const [name = '', value = ''] = cookie.split('=');
  await visit.page.context().addCookies([{ name, value, url: site.url }]);
  return visit;
}

const ordinary = [
  { given_name: 'Ana', family_name: 'Lopez', comment: 'My daughter walks home past that corner.' },
  { given_name: 'Ben', family_name: 'Osei' },
  { given_name: 'Carmen', family_name: 'Ruiz', comment: 'Gracias por hacer esto.' },
  { given_name: 'María-Fernanda de los Ángeles', family_name: 'Wolfeschlegelsteinhausenbergerdorff' },
  { given_name: 'Dev', family_name: 'Patel' },
  { given_name: 'Eve', family_name: 'Moss' },
];
const others = [
  { given_name: 'Buy now', family_name: 'cheap.example' },
  { given_name: 'Gus', family_name: 'Hill', comment: 'Whoever is against this is an idiot.' },
];

async function people(petition: string, most = 8): Promise<void> {
  for (const person of [...ordinary.slice(0, 2), ...others, ...ordinary.slice(2)].slice(0, most)) {
    const email = freshEmail('signer');
    const signed = await sendJson(`/api/v1/petitions/${petition}/signatures`, {
      ...{ zip: '28202', show_name: true, email },
      ...person,
    });
    expect(signed.status).toBe(202);
    expect((await confirmByMail(email)).status).toBe(303);
  }
}

async function nothingAmiss(page: Page): Promise<void> {
  expect(await axeFinds(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
}

/** `PICTURES=FOLDER` keeps what the pages look like. */
async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

const rows = (page: Page) => page.locator('[data-row] blockquote').allTextContents();
const count = (page: Page) => page.locator('[data-row]').count();

describeInBrowser('a moderator', () => {
  test('clears a morning’s queue by keyboard alone', async () => {
    const { campaign, petition } = await campaignOf('morning');
    await people(petition);
    const moderator = await organizer(campaign, 'morning@example.org');
    const { page, faults, close } = await visitAs(moderator, { viewport: desk });
    await page.goto(`/organize/campaigns/${campaign.slug}`);
    await page.getByRole('link', { name: '8 names wait for a look' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/kind=name/);
    expect(await count(page)).toBe(8);

    await page.goto(`/organize/campaigns/${campaign.slug}/words`);
    expect((await rows(page))[0]).toBe('Ana Lopez');
    await nothingAmiss(page);
    await picture(page, 'desk-full-en-light');
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('A: Approve', { exact: true }).waitFor();
    await page.keyboard.press('?');

    // The first row is current from the start: Ana's name is approved, her comment too; then Ben is hidden by mistake and comes back.
    await decide(page, 'A');
    expect(await page.getByRole('status').textContent()).toContain('A text was approved');
    await decide(page, 'A');
    expect((await rows(page))[0]).toBe('Ben Osei');
    await decide(page, 'H');
    expect((await rows(page))[0]).toBe('Buy now cheap.example');
    await decide(page, 'U');
    expect((await rows(page))[0]).toBe('Ben Osei');

    // Below Ben is the advertisement, then Gus and his insult: 4 and 2 choose the reasons.
    await decide(page, 'J', '4', 'H');
    await page.keyboard.press('K');
    expect((await rows(page))[2]).toBe('Whoever is against this is an idiot.');
    await decide(page, 'J', 'J', '2', 'H');
    await decide(page, 'B');
    expect(await rows(page)).toEqual(['María-Fernanda de los Ángeles Wolfeschlegelsteinhausenbergerdorff']);
    await decide(page, 'A');
    await page.getByText('Nothing waits for a look.').waitFor();
    await picture(page, 'desk-empty-en-light');

    const told = await site.db
      .prepare('SELECT kind, reason, n FROM acts WHERE campaign_id = ? ORDER BY seq')
      .bind(campaign.id)
      .all<{ kind: string; reason: string; n: number }>();
    expect(told.results.map(({ kind, reason, n }) => `${kind} ${reason} ${n}`.replace('  ', ' '))).toEqual([
      'show-words 1',
      'show-words 1',
      'hide-words other 1',
      'undo 1',
      'hide-words advertising 1',
      'hide-words insult 1',
      'show-words 6',
      'show-words 1',
    ]);
    await expect.poll(() => read(`/petitions/${petition}`)).toContain('Eve Moss');
    const shown = await read(`/petitions/${petition}`);
    expect(shown).toContain('Gracias por hacer esto.');
    expect(shown).not.toMatch(/cheap\.example|idiot/);
    expect(faults).toEqual([]);
    for (const path of [`/petitions/${petition}`, `/petitions/${petition}/comments`]) {
      await page.setViewportSize(desk);
      await page.goto(path);
      await nothingAmiss(page);
      await picture(page, `desk-${path.split('/').at(-1)}`);
      await page.setViewportSize(phone);
      await nothingAmiss(page);
      await picture(page, `phone-${path.split('/').at(-1)}`);
    }
    await close();
  });

  test('works on a phone, in Spanish, in the dark and without scripts', async () => {
    const { campaign, petition } = await campaignOf('stall');
    await people(petition, 4);
    const moderator = await organizer(campaign, 'a-moderator-with-a-long-address@example.org');
    const { page, close } = await visitAs(moderator, { viewport: phone, colorScheme: 'dark' });
    const words = `/organize/campaigns/${campaign.slug}/words`;
    await page.goto(`${words}?lang=es`);
    await page.setViewportSize({ width: 320, height: 640 });
    await nothingAmiss(page);
    await page.setViewportSize(phone);
    await picture(page, 'phone-full-es-dark');
    await page.goto(`/organize/campaigns/${campaign.slug}?lang=es`);
    await picture(page, 'phone-home-es-dark');
    await close();

    const plain = await visitAs(moderator, { viewport: phone, javaScriptEnabled: false });
    await plain.page.goto(`${words}?lang=en`);
    await picture(plain.page, 'phone-full-en-light');
    await plain.page.locator('[data-row]').first().getByRole('button', { name: 'Hide' }).click();
    await plain.page.getByText('A text was hidden').waitFor();
    const shown = plain.page.locator('[data-row]').first();
    const item = (await shown.locator('[name=items]').getAttribute('value')) ?? '';
    await plain.page.goto(`${words}?look=hidden`);
    await picture(plain.page, 'phone-hidden-en-light');
    expect(await plain.page.getByText('Hidden by a-moderator').count()).toBe(1);
    await plain.page.getByRole('button', { name: 'Approve' }).click();
    await plain.page.getByText('A text was approved').waitFor();
    await plain.page.goto(`${words}?look=shown`);
    expect(await count(plain.page)).toBe(1);
    expect(item).not.toBe('');
    await plain.close();

    const wide = await visitAs(moderator, { viewport: desk, colorScheme: 'dark' });
    await wide.page.goto(`${words}?lang=es&look=shown`);
    await picture(wide.page, 'desk-shown-es-dark');
    await nothingAmiss(wide.page);
    await wide.close();
  });
});

/** Presses keys, of which the last one sends a form, and waits for the page that follows. */
async function decide(page: Page, ...keys: string[]): Promise<void> {
  const sent = keys.at(-1) ?? '';
  for (const key of keys.slice(0, -1)) await page.keyboard.press(key);
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press(sent)]);
}
