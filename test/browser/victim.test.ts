import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  liftSuppression,
  listSuppressions,
  suppressStatements,
} from '../../worker/platform/mail/suppressions.ts';
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
} from '../support/browser.ts';
import { openOwnCoalition, openOwnSurvey } from '../support/own-kit.ts';
import { siteKeyring } from '../support/site-keyring.ts';
import { countsOf, freshEmail, mailbox, readJson, sendJson } from '../support/visitor.ts';

/*
 * A stranger sends forms with somebody else's address until no mail goes to it any more. She takes part herself, and
 * only what she has seen and pressed counts.
 */

const browser = sharedBrowser();

const answerOf = (page: Page, name: string) => page.locator(`[id="answer.${name}"]`);

/** The one of the list that says so. */
function formThatSays(page: Page, words: string): Locator {
  return page.locator('main ol > li').filter({ hasText: words });
}

async function isWhole(page: Page) {
  expect(await axeFinds(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
}

/** Opens one of the mails in the local mailbox by its link to confirm; `nth` from the newest on. */
async function openMail(page: Page, email: string, nth: number) {
  await page.goto(`/outbox?to=${encodeURIComponent(email)}`);
  await page.locator('a[href*="/confirm/"]').nth(nth).click();
  await page.waitForURL(/\/confirm\//);
}

async function rowsOf(slug: string) {
  const { results } = await site.db
    .prepare(
      `SELECT state, source, keep_informed, partner_contact, name_look FROM signatures
      WHERE action_id = (SELECT id FROM actions WHERE slug = ?) ORDER BY rowid`,
    )
    .bind(slug)
    .all<Record<string, unknown>>();
  return results;
}

describeInBrowser('whose address a stranger uses up', () => {
  test('answers a survey all the same, and nothing of the stranger’s counts', async () => {
    const slug = await openOwnSurvey('victim');
    const email = freshEmail('vera');
    for (let n = 1; n <= 5; n += 1) {
      const sent = await sendJson(`/api/v1/surveys/${slug}/responses`, {
        ...{ given_name: 'Vera', family_name: 'Marsh', email, zip: '28202', source: 'poster' },
        answers: {
          fund: 'no',
          budget: { parks: 100, training: 0 },
          own: `Words that Vera never wrote, ${n}`,
        },
        share_words: true,
        keep_informed: true,
      });
      expect(sent.status).toBe(202);
    }
    expect(await mailbox(email)).toHaveLength(5);

    const visit = await openVisit(browser(), { viewport: phone, locale: 'en-US' });
    const { page, faults } = visit;
    await page.goto(`/surveys/${slug}`);
    await answerOf(page, 'fund.yes').check();
    await answerOf(page, 'own').fill('Teach every officer.');
    await page.locator('button[data-working][value=review]').click();
    await page.getByLabel('Given name').fill('Vera');
    await page.getByLabel(/^Family name/).fill('Marsh');
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('ZIP code').fill('28202');
    await page.locator('button[data-working][value=send]').click();
    await page.waitForURL(/check-your-email/);
    expect(await page.textContent('main')).toContain('any of them leads to everything that waits');
    // No sixth mail: she opens one that was sent for the stranger's.
    expect(await mailbox(email)).toHaveLength(5);
    await openMail(page, email, 2);
    expect(await page.textContent('h1')).toBe('Which one is yours?');
    expect(await page.locator('main ol > li').count()).toBe(6);
    await isWhole(page);
    const mine = formThatSays(page, 'Teach every officer.');
    expect(await mine.textContent()).toMatch(
      /Should it be funded\?yes.*In your own wordsTeach every officer/,
    );
    await mine.getByRole('link', { name: /^Change your details/ }).click();
    await page.getByLabel('ZIP code').fill('28299');
    await isWhole(page);
    await page.getByRole('button', { name: 'Save the changes' }).click();
    await page.waitForURL(/\/confirm\/[^/]+$/);
    await formThatSays(page, '28299')
      .getByRole('button', { name: /^This one is mine/ })
      .click();
    await page.waitForURL(/thank-you/);

    expect((await countsOf(slug)).confirmed).toBe(1);
    const rows = await rowsOf(slug);
    expect(rows.filter(({ state }) => state === 'confirmed')).toEqual([
      expect.objectContaining({ source: 'direct', keep_informed: 0, partner_contact: 0 }),
    ]);
    expect(rows.filter(({ state }) => state === 'unconfirmed')).toHaveLength(5);
    const counted = await site.db
      .prepare(
        `SELECT key, sum(n) AS n FROM answer_counts WHERE question = 'fund' AND place = '' AND n > 0
          AND action_id = (SELECT id FROM actions WHERE slug = ?) GROUP BY key`,
      )
      .bind(slug)
      .all();
    expect(counted.results).toEqual([{ key: 'yes', n: 1 }]);
    expect(faults).toEqual([]);
    await visit.close();
  });

  test('signs a petition all the same: neither source, comment, ticks nor the partner’s tick stick', async () => {
    const { petition: slug } = await openOwnCoalition('victim-signs');
    const email = freshEmail('nora');
    const path = `/api/v1/petitions/${slug}`;
    for (let n = 1; n <= 5; n += 1) {
      await sendJson(`${path}/signatures`, {
        ...{ given_name: 'Nora', family_name: 'Marsh', email, zip: '28202', source: 'church-form' },
        comment: `Words that Nora never wrote, ${n}`,
        show_name: true,
        keep_informed: true,
        partner_contact: true,
      });
    }
    const visit = await openVisit(browser(), { viewport: desk, locale: 'es-US', javaScriptEnabled: false });
    const { page, faults } = visit;
    await page.goto(`/petitions/${slug}`);
    await page.getByLabel('Nombre', { exact: true }).fill('Nora');
    await page.getByLabel(/^Apellido/).fill('Marsh');
    await page.getByLabel('Correo electrónico').fill(email);
    await page.getByLabel('Código postal').fill('28202');
    await page.getByRole('button', { name: 'Firmar la petición' }).click();
    await page.waitForURL(/check-your-email/);
    expect(await mailbox(email)).toHaveLength(5);
    // What a stranger sees of all this before she presses and after it.
    const told = async () => {
      const { counts, by_source } = await readJson<{
        counts: Record<string, number>;
        by_source: { source: string; confirmed: number }[];
      }>(path);
      return { counts, sources: by_source.filter(({ confirmed }) => confirmed > 0) };
    };
    expect((await countsOf(slug)).unconfirmed).toBe(6);
    await openMail(page, email, 4);
    await page.goto(`${page.url().split('?')[0]}?lang=es`);
    expect(await page.textContent('h1')).toBe('¿Cuál es el suyo?');
    expect(await page.locator('main ol > li').count()).toBe(6);
    await formThatSays(page, 'Ningún enlace en particular')
      .getByRole('link', { name: /^Cambiar sus datos/ })
      .click();
    await page.getByLabel('Comentario').fill('Mis propias palabras');
    await follow(page.getByRole('button', { name: 'Guardar los cambios' }));
    const mine = formThatSays(page, 'Mis propias palabras');
    expect(await mine.textContent()).toMatch(/Nora Marsh.*28202/s);
    await mine.getByRole('button', { name: /^Este es el mío/ }).click();
    await page.waitForURL(/thank-you/);

    const rows = await rowsOf(slug);
    expect(rows.filter(({ state }) => state === 'confirmed')).toEqual([
      { state: 'confirmed', source: 'direct', keep_informed: 0, partner_contact: 0, name_look: null },
    ]);
    await expect.poll(told).toMatchObject({
      sources: [{ source: 'direct', confirmed: 1 }],
      counts: { unconfirmed: 5, duplicate: 0 },
    });
    expect(await (await fetch(new URL(`/petitions/${slug}`, site.url))).text()).not.toContain('never wrote');
    expect(faults).toEqual([]);
    await visit.close();
  });

  test('and who reports a planted mail as spam gets mail again once an organizer lifts it', async () => {
    const { petition: slug } = await openOwnCoalition('victim-complains');
    const email = freshEmail('paula');
    const person = { given_name: 'Paula', email, zip: '28202' };
    await sendJson(`/api/v1/petitions/${slug}/signatures`, { ...person, comment: 'Planted' });
    expect(await mailbox(email)).toHaveLength(1);
    const keyring = siteKeyring();
    await site.db.batch(
      await suppressStatements({ db: site.db, keyring }, [email], { reason: 'complained', now: new Date() }),
    );
    expect((await listSuppressions(site.db, 200)).length).toBeGreaterThan(0);

    const visit = await openVisit(browser(), { viewport: phone, locale: 'en-US' });
    const { page } = visit;
    const sign = async () => {
      await page.goto(`/petitions/${slug}`);
      await page.getByLabel('Given name').fill('Paula');
      await page.getByLabel('Email address').fill(email);
      await page.getByLabel('ZIP code').fill('28202');
      await page.getByRole('button', { name: 'Sign the petition' }).click();
      await page.waitForURL(/check-your-email/);
    };
    await sign();
    expect(await page.textContent('main')).toContain('ask to get our emails again');
    expect(await mailbox(email)).toHaveLength(1);
    expect(await liftSuppression({ db: site.db, keyring }, email)).toEqual(['complained']);
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.waitForURL(/again=sent/);
    expect(await mailbox(email)).toHaveLength(2);
    await openMail(page, email, 0);
    expect(await page.locator('main ol > li').count()).toBe(2);
    await page
      .getByRole('button', { name: /^This one is mine/ })
      .first()
      .click();
    await page.waitForURL(/thank-you/);
    expect((await countsOf(slug)).confirmed).toBe(1);
    await visit.close();
  });
});
