import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  describeInBrowser,
  follow,
  leftBehind,
  openVisit,
  phone,
  sharedBrowser,
} from '../support/browser.ts';
import { countsOf, freshEmail, mailbox } from '../support/visitor.ts';

const slug = 'arrest-traffickers';
const path = `/petitions/${slug}`;
const browser = sharedBrowser();

describeInBrowser('a resident on a phone, in Spanish and without JavaScript', () => {
  test('signs, reads the mail, confirms twice, corrects the ZIP and withdraws', async () => {
    const visit = await openVisit(browser(), { locale: 'es-US', javaScriptEnabled: false, viewport: phone });
    const { page, faults } = visit;
    const before = await countsOf(slug);
    const email = freshEmail('lucia');
    await page.goto(path);
    expect(await page.getAttribute('html', 'lang')).toBe('es');
    await page.getByRole('link', { name: 'Firmar' }).first().click();
    await page.getByLabel('Nombre', { exact: true }).fill('Lucía');
    await page.getByLabel(/^Apellido/).fill('Ñáñez');
    await page.getByLabel('Correo electrónico').fill(email);
    await page.getByLabel('Código postal').fill('28205-1234');
    await page.getByRole('button', { name: 'Firmar la petición' }).click();
    await page.waitForURL(/check-your-email/);

    await mailbox(email);
    await page.goto(`/outbox?to=${encodeURIComponent(email)}`);
    await follow(page.locator('a[href*="/confirm/"]').first());
    expect(await page.getAttribute('html', 'lang')).toBe('es');
    expect(await page.textContent('main')).toContain('Lucía Ñáñez');
    const confirmUrl = page.url();
    await page.getByLabel(/distrito/i).selectOption('3');
    await page.getByRole('button', { name: 'Confirmar mi firma' }).click();
    await page.waitForURL(/thank-you/);
    await page.goto(confirmUrl);
    expect(await page.textContent('h1')).toBe('Su firma está contada');
    expect((await countsOf(slug)).confirmed).toBe(before.confirmed + 1);

    await page.getByRole('link', { name: 'Ver, corregir o retirar su firma' }).click();
    await page.getByLabel('Código postal').fill('28202');
    await follow(page.getByRole('button', { name: 'Guardar las correcciones' }));
    expect(await page.locator('.held').first().textContent()).toContain('28202');
    await page.getByText('Quiero retirar mi firma').click();
    await follow(page.getByRole('button', { name: 'Retirar mi firma' }));
    expect(await page.getByRole('status').textContent()).toContain('retirad');
    const after = await countsOf(slug);
    expect([after.confirmed, after.withdrawn]).toEqual([before.confirmed, before.withdrawn + 1]);
    expect(faults).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await visit.close();
  });
});

async function fillForm(page: Page, person: { name: string; email: string; zip: string }) {
  await page.getByLabel('Given name').fill(person.name);
  await page.getByLabel('Email address').fill(person.email);
  await page.getByLabel('ZIP code').fill(person.zip);
}

/**
 * Records the button's texts from now on. The page reports them on the console, because a test cannot query a page that
 * is being left.
 */
async function watchButton(page: Page): Promise<string[]> {
  const shown: string[] = [];
  page.on('console', (message) => shown.push(message.text()));
  await page.evaluate(`
    const button = document.querySelector('#sign button');
    const tell = () => console.log(button.textContent + ' ' + button.getAttribute('aria-disabled'));
    new MutationObserver(tell).observe(button, { attributes: true, childList: true })`);
  return shown;
}

describeInBrowser('a resident with JavaScript', () => {
  test('is asked for the district only where the ZIP leaves it open', async () => {
    const visit = await openVisit(browser());
    const { page } = visit;
    await page.goto(path);
    const question = page.getByLabel('City council district');
    expect(await question.isVisible()).toBe(false);
    await page.getByLabel('ZIP code').pressSequentially('28205');
    expect(await question.isVisible()).toBe(true);
    await page.getByLabel('ZIP code').fill('10001');
    expect(await question.isVisible()).toBe(false);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  test('sees the form at work on a slow network, sends it once by a double click, and can go back and sign again', async () => {
    const visit = await openVisit(browser());
    const { page, faults } = visit;
    const before = (await countsOf(slug)).received;
    let sent = 0;
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route('**/signatures*', async (route) => {
      sent += 1;
      await held;
      await route.continue();
    });
    await page.goto(path);
    const email = freshEmail('double');
    await fillForm(page, { name: 'Dora', email, zip: '28210' });
    const button = page.locator('#sign button[type=submit]');
    const shown = await watchButton(page);
    await button.dblclick();
    await expect.poll(() => shown).toContain('Sending your signature… true');
    letThrough();
    await page.waitForURL(/check-your-email/);
    expect(sent).toBe(1);
    expect((await countsOf(slug)).received).toBe(before + 1);

    await page.goBack();
    await page.getByRole('button', { name: 'Sign the petition' }).waitFor();
    expect(await button.getAttribute('aria-disabled')).toBeNull();
    await fillForm(page, { name: 'Dario', email, zip: '28210' });
    await button.click();
    await page.waitForURL(/check-your-email/);
    expect((await countsOf(slug)).received).toBe(before + 2);
    expect(await mailbox(email)).toHaveLength(2);
    expect(faults).toEqual([]);
    expect(await leftBehind(page)).toEqual([]);
    await visit.close();
  });

  test('is led from the summary of what is wrong to each field, with what was typed still there', async () => {
    const visit = await openVisit(browser());
    const { page } = visit;
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(path);
    await fillForm(page, { name: 'Erin', email: 'erin@home@example.com', zip: 'ABCDE' });
    await page.locator('#sign button[type=submit]').click();
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    const focused = () => page.evaluate('document.activeElement.getAttribute("role")');
    await expect.poll(focused).toBe('alert');
    expect(said.filter((text) => text.includes('utofocus'))).toEqual([]);
    expect(await page.getByLabel('Given name').inputValue()).toBe('Erin');
    const links = page.getByRole('alert').getByRole('link');
    expect(await links.count()).toBe(2);
    for (const [index, id] of ['email', 'zip'].entries()) {
      await links.nth(index).click();
      await expect.poll(() => page.evaluate('document.activeElement.id')).toBe(id);
      const said = await page.getAttribute(`#${id}`, 'aria-describedby');
      expect(said).toContain(`${id}-error`);
      expect(await page.getAttribute(`#${id}`, 'aria-invalid')).toBe('true');
    }
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
});
