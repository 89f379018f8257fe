import type { BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { invite } from '../../worker/organize/people.ts';
import type { Role } from '../../worker/organize/role-rules.ts';
import { site } from '../support/address.ts';
import {
  describeInBrowser,
  desk,
  follow,
  openVisit,
  phone,
  sharedBrowser,
  type Visit,
} from '../support/browser.ts';
import { siteKeyring } from '../support/site-keyring.ts';
import { freshEmail, mailedLink } from '../support/visitor.ts';

const slug = 'arrest-the-trafficker';
const browser = sharedBrowser();
const visits: Visit[] = [];
let origin = '';

beforeAll(() => {
  // Passkeys belong to a name: browsers make none for an address of numbers.
  origin = site.url.replace('127.0.0.1', 'localhost');
});
afterAll(async () => {
  for (const { close } of visits) await close();
});

/** Somebody with a browser of their own and a device that keeps passkeys. */
async function somebody(name: string, options: BrowserContextOptions) {
  const visit = await openVisit(browser(), { ...options, baseURL: origin });
  visits.push(visit);
  const devices = await visit.page.context().newCDPSession(visit.page);
  await devices.send('WebAuthn.enable');
  return { page: visit.page, email: freshEmail(name), devices };
}

/** A device that knows its owner, such as a phone or a laptop; the browser asks whichever is there. */
async function addDevice(devices: CDPSession): Promise<string> {
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return authenticatorId;
}

async function give(email: string, role: Role): Promise<void> {
  const id = await site.db.prepare('SELECT id FROM campaigns WHERE slug = ?').bind(slug).first<number>('id');
  const campaign = { id: id ?? 0, slug };
  const deps = { db: site.db, keyring: siteKeyring() };
  const done = await invite(deps, { campaign, email, role, actor: 'command', now: new Date() });
  if (!done.ok) throw new Error(done.error.reason);
}

/** Asks for a link on the page that is open, and presses the button of the mailed one. */
async function signInByMail(page: Page, email: string): Promise<void> {
  await page.getByLabel('Your email address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.getByText('a link is on its way').waitFor();
  const link = await mailedLink(email, '/organize/links/');
  await page.goto(new URL(link).pathname);
  await follow(page.getByRole('button', { name: 'Sign in' }));
}

/** Waits for the answer: a page that is opened while it is under way would be given a cookie of its own. */
async function signOut(page: Page): Promise<void> {
  await follow(page.getByRole('button', { name: 'Sign out' }));
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}

const people = `/organize/campaigns/${slug}/people`;
const heading = (page: Page) => page.locator('h1').textContent();

describeInBrowser('passkeys:', () => {
  test('an owner adds a key where one is asked for, a second one, signs in with either, and removes one', async () => {
    const { page, email, devices } = await somebody('owner', { viewport: desk });
    await give(email, 'owner');
    const first = await addDevice(devices);

    // The page that she wanted comes after the sign-in and after the key.
    await page.goto(people);
    await signInByMail(page, email);
    expect(await heading(page)).toBe('My access');
    await page.getByText('needs your passkey').waitFor();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('heading', { name: 'People', exact: true }).waitFor();

    // A second device, beside the key that was just shown.
    await page.goto('/organize/passkey');
    await devices.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: first });
    const second = await addDevice(devices);
    await page.getByRole('button', { name: 'Add another passkey' }).click();
    await page.getByText('Passkey 2, added').waitFor();
    expect(await page.locator('#passkeys li', { hasText: 'last shown' }).count()).toBe(2);

    // In again without a mail, straight to the page of people.
    await signOut(page);
    await page.goto(people);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('heading', { name: 'People', exact: true }).waitFor();

    // A page that another tab has overtaken signs nobody in; the form comes back and the next press does.
    await signOut(page);
    await page.goto('/organize/sign-in');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('link', { name: 'That passkey did not sign you in' }).waitFor();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor({ state: 'detached' });

    // A quarter of an hour later the key is asked for again.
    await site.db.prepare('UPDATE organizer_sessions SET passkey_at = passkey_at - 900001').run();
    await page.goto(people);
    await page.getByRole('button', { name: 'Show a passkey' }).click();
    await page.getByRole('heading', { name: 'People', exact: true }).waitFor();

    await page.goto('/organize/passkey');
    await page.getByRole('button', { name: 'Remove 1' }).click();
    await page.getByText('Passkey 1, added').waitFor({ state: 'detached' });
    await devices.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: second });

    await page.goto(`/organize/campaigns/${slug}/log`);
    const log = await page.locator('main').textContent();
    expect(log?.match(/A passkey was added/g)?.length).toBeGreaterThanOrEqual(2);
    expect(log).toContain('A passkey was removed');
  });

  test('who has lost the only key cannot begin again by mail alone: another owner lets them', async () => {
    const owner = await somebody('helping', { viewport: desk });
    const loser = await somebody('loser', { viewport: desk });
    await give(owner.email, 'owner');
    await give(loser.email, 'owner');
    await addDevice(owner.devices);
    const lost = await addDevice(loser.devices);
    for (const { page, email } of [owner, loser]) {
      await page.goto(people);
      await signInByMail(page, email);
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await page.getByRole('heading', { name: 'People', exact: true }).waitFor();
    }
    await loser.devices.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: lost });
    await addDevice(loser.devices);
    await signOut(loser.page);
    await loser.page.goto('/organize/passkey');
    await signInByMail(loser.page, loser.email);
    await loser.page.getByText('An owner of the campaign can let you begin again').waitFor();
    expect(await loser.page.getByRole('button', { name: /^Add/ }).count()).toBe(0);
    await loser.page.getByRole('button', { name: 'Show a passkey' }).click();
    await loser.page
      .getByText('That did not work', { exact: false })
      .or(loser.page.getByRole('alert'))
      .first()
      .waitFor();

    await owner.page.goto(people);
    const row = owner.page.getByRole('row').filter({ hasText: loser.email });
    await row.locator('summary').click();
    await row.getByRole('button', { name: 'Let them begin again with a new passkey' }).click();
    await owner.page.getByText('may begin again with a new passkey').waitFor();

    // Signed out at once; in again by mail, with the key of the new device.
    await loser.page.goto('/organize/passkey');
    await signInByMail(loser.page, loser.email);
    await loser.page.getByRole('button', { name: 'Add a passkey' }).click();
    await loser.page.getByText('Passkey 1, added').waitFor();
  });
});

describeInBrowser('people:', () => {
  test('an owner invites; the invited signs in on a phone, is ended, and is out at the next click', async () => {
    const owner = await somebody('inviting', { viewport: desk });
    const invited = await somebody('invited', { viewport: phone });
    await give(owner.email, 'owner');
    await addDevice(owner.devices);
    await owner.page.goto(people);
    await signInByMail(owner.page, owner.email);
    await owner.page.getByRole('button', { name: 'Add a passkey' }).click();
    await owner.page.getByLabel('Email address').fill(invited.email);
    await owner.page.getByLabel('Role', { exact: true }).last().selectOption('moderator');
    await owner.page.getByRole('button', { name: 'Invite', exact: true }).click();
    await owner.page.getByText('Somebody was invited').waitFor();

    await invited.page.goto(new URL(await mailedLink(invited.email, '/organize')).pathname);
    await signInByMail(invited.page, invited.email);
    await invited.page.goto(`/organize/campaigns/${slug}/log`);
    expect((await invited.page.goto(`/organize/campaigns/${slug}`))?.status()).toBe(200);
    expect((await invited.page.goto(people))?.status()).toBe(403);
    await invited.page.goBack();

    const row = owner.page.getByRole('row').filter({ hasText: invited.email });
    await row.locator('summary').click();
    await row.getByRole('button', { name: 'End the access' }).click();
    await owner.page.getByText('An access was ended').waitFor();

    expect((await invited.page.goto(`/organize/campaigns/${slug}`))?.status()).toBe(200);
    expect(new URL(invited.page.url()).pathname).toBe('/organize/sign-in');
  });
});
