import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { organizerFor } from '../../worker/organize/organizers.ts';
import { giveRoleStatement } from '../../worker/organize/people-store.ts';
import {
  insertSessionStatement,
  notePasskeyStatement,
  secretHash,
} from '../../worker/organize/session-store.ts';
import { hour } from '../../worker/platform/time/clock.ts';
import { makeConnectionKey, makeDomainKey } from '../../worker/signatures/keys.ts';
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
import { storeSignatures } from '../support/many-signatures.ts';
import { siteKeyring } from '../support/site-keyring.ts';
import { countsOf, freshEmail } from '../support/visitor.ts';

const petition = 'arrest-traffickers';
const home = '/organize/campaigns/arrest-the-trafficker/invalidations';
const browser = sharedBrowser();
const visits: Visit[] = [];
const keyring = siteKeyring();
let actionId = 0;

beforeAll(async () => {
  actionId = (await site.db.prepare('SELECT id FROM actions WHERE slug = ?').bind(petition).first('id')) ?? 0;
});
afterAll(async () => {
  for (const { close } of visits) await close();
});

/** An organizer who has signed in and shown the passkey a moment ago, in a browser of their own. */
async function organizer(name: string, language: 'en' | 'es', options: Parameters<typeof openVisit>[1]) {
  const now = new Date();
  const email = freshEmail(name);
  const secret = `${name}-${now.getTime()}`;
  const { db } = site;
  const campaignId = await db
    .prepare('SELECT campaign_id FROM actions WHERE id = ?')
    .bind(actionId)
    .first<number>('campaign_id');
  const { id, statements } = await organizerFor({ db, keyring }, { email, now });
  await db.batch([
    ...statements,
    giveRoleStatement(db, { campaignId: campaignId ?? 0, organizerId: id, role: 'moderator', now }),
    insertSessionStatement(db, { secret, organizerId: id, now }),
    notePasskeyStatement(db, secretHash(secret), now),
    db.prepare('UPDATE organizers SET language = ?2 WHERE id = ?1').bind(id, language),
  ]);
  const visit = await openVisit(browser(), options);
  visits.push(visit);
  await visit.page.context().addCookies([{ name: 'organizer', value: secret, url: site.url }]);
  return { page: visit.page, faults: visit.faults, email };
}

/** 400 signatures of one connection within seven minutes, among those of an ordinary day. */
async function attack(now: Date): Promise<void> {
  const at = new Date(now.getTime() - 2 * hour);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(at);
  const connection = (await makeConnectionKey(keyring, actionId, { connection: '203.0.113.9', day })) ?? '';
  const [own, gmail] = await Promise.all([
    makeDomainKey(keyring, actionId, 'mailinator.com'),
    makeDomainKey(keyring, actionId, 'gmail.com'),
  ]);
  const action = { id: actionId };
  const people = [
    { n: 120, place: '3', source: 'direct', hours: 30 },
    { n: 80, place: '1', source: 'faith', hours: 8 },
    { n: 90, place: '5', source: 'poster', hours: 5 },
  ];
  for (const [index, { hours, ...group }] of people.entries()) {
    const when = new Date(now.getTime() - hours * hour);
    await storeSignatures(site.db, action, { ...group, at: when, domain: gmail, prefix: `day${index}x` });
  }
  await storeSignatures(site.db, action, {
    ...{ n: 400, at, place: '4', source: 'direct', connection, domain: own, prefix: 'attack' },
  });
}

const states = (page: Page) => page.locator('main strong').first().textContent();

async function until(page: Page, text: string) {
  const shown = async () => {
    await page.reload();
    return page.textContent('main');
  };
  await expect.poll(shown).toContain(text);
}

describeInBrowser('an attack of 400 signatures from one place', () => {
  test('is found, counted, struck off by two people, and taken back', async () => {
    await attack(new Date());
    const before = await countsOf(petition);
    // One is at a desk without JavaScript, the other on a phone, in Spanish.
    const ana = await organizer('ana', 'en', { viewport: desk, javaScriptEnabled: false });
    const bea = await organizer('bea', 'es', { viewport: phone, locale: 'es-US' });

    // She only knows that something happened this morning.
    await ana.page.goto(home);
    await ana.page.getByRole('button', { name: 'Count them' }).click();
    await ana.page.getByText('Give at least one thing').first().waitFor();
    const from = new Date(Date.now() - 6 * hour);
    const local = from
      .toLocaleString('sv-SE', { timeZone: 'America/New_York' })
      .replace(' ', 'T')
      .slice(0, 16);
    await ana.page.getByLabel('Petition or survey').selectOption(petition);
    await ana.page.getByLabel('Received from').fill(local);
    await follow(ana.page.getByRole('button', { name: 'Count them' }));
    // Those of the day and the attack, and what other tests have left.
    const found = await site.db
      .prepare('SELECT count(*) AS n FROM signatures WHERE action_id = ? AND received_at >= ?')
      .bind(actionId, Math.floor(from.getTime() / 60_000) * 60_000)
      .first<number>('n');
    expect(found).toBeGreaterThanOrEqual(490);
    await until(ana.page, `${found} signatures were found`);
    expect(await ana.page.textContent('main')).toContain('mailinator.com');

    // One connection has brought most of them.
    const byConnection = ana.page.locator('.console-list', { hasText: 'By connection' });
    await follow(byConnection.getByRole('button', { name: /Count only these/ }).first());
    await until(ana.page, '400 signatures were found, and all of them count');
    const address = ana.page.url();
    const page = await ana.page.textContent('main');
    expect(page).toContain('mailinator.com');
    expect(await ana.page.locator('main code').count()).toBe(20);

    await follow(ana.page.getByRole('link', { name: 'Strike these off' }));
    await ana.page.getByLabel('Public reason').selectOption('automated');
    await follow(ana.page.getByRole('button', { name: 'Ask a second organizer' }));
    expect(await states(ana.page)).toBe('Waits for a second organizer');
    expect(await ana.page.getByRole('link', { name: 'Decide about this request' }).count()).toBe(0);
    expect((await countsOf(petition)).confirmed).toBe(before.confirmed);

    // The other one finds it among what waits.
    await bea.page.goto('/organize/campaigns/arrest-the-trafficker');
    await bea.page.getByRole('link', { name: /solicitud de anular firmas espera/ }).click();
    await bea.page.locator(`a[href*="${address.split('/').at(-1)}"]`).click();
    await bea.page.getByText('Se encontraron 400 firmas').waitFor();
    expect(await sidewaysScroll(bea.page)).toBeLessThanOrEqual(0);
    expect(await axeFinds(bea.page)).toEqual([]);
    await follow(bea.page.getByRole('link', { name: 'Decidir sobre esta solicitud' }));
    expect(await bea.page.textContent('main')).toContain(ana.email);
    expect(await axeFinds(bea.page)).toEqual([]);
    await follow(bea.page.getByRole('button', { name: 'Estoy de acuerdo, anular' }));
    await until(bea.page, 'Se anularon 400 firmas.');
    const struck = await countsOf(petition);
    expect(struck.confirmed).toBe(before.confirmed - 400);
    expect(struck.invalidated).toBe(before.invalidated + 400);
    expect(struck.received).toBe(before.received);

    // It was a summit in one hall after all.
    await ana.page.goto(address);
    expect(await ana.page.textContent('main')).toContain(`Agreed to by ${bea.email}`);
    await ana.page.getByRole('link', { name: 'Undo all of it' }).click();
    await follow(ana.page.getByRole('button', { name: 'Take them back' }));
    await until(ana.page, '400 were taken back.');
    expect(await countsOf(petition)).toMatchObject(before);
    expect([...ana.faults, ...bea.faults]).toEqual([]);
  });
});
