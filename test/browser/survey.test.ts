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

const slug = 'budget-input';
const path = `/surveys/${slug}`;
const browser = sharedBrowser();

/** The control of an answer. Its id contains dots, so a `#id` selector does not work. */
const answer = (page: Page, name: string) => page.locator(`[id="answer.${name}"]`);
const entered = (page: Page, name: string) => answer(page, name).inputValue();

describeInBrowser('a resident on a phone, in Spanish and without JavaScript', () => {
  test('changes a suggestion, ranks, is told what is wrong, reviews, goes back, sends and confirms', async () => {
    const visit = await openVisit(browser(), { locale: 'es-US', javaScriptEnabled: false, viewport: phone });
    const { page, faults } = visit;
    const before = await countsOf(slug);
    const email = freshEmail('marisol');
    await page.goto(`/s/budget-flyer`);
    expect(new URL(page.url()).pathname).toBe(path);
    expect(await page.getAttribute('html', 'lang')).toBe('es');
    await follow(page.getByRole('link', { name: 'Responder la encuesta' }));
    expect(await answer(page, 'fund-training.yes').isChecked()).toBe(true);
    await page.getByText('Qué sugiere y por qué').first().click();
    await page.getByLabel('Sin respuesta').check();
    await answer(page, 'fund-training.not-sure').check();
    const options = ['police-budget', 'other-departments', 'grants', 'new-money'];
    for (const [i, option] of options.entries()) {
      await answer(page, `ways-to-pay.${option}`).selectOption(String(4 - i));
    }
    await answer(page, 'budget.police').fill('30');
    await answer(page, 'own-words').fill('Enseñen a cada agente, por favor.');
    await follow(page.getByRole('button', { name: 'Revisar sus respuestas' }));

    const wrong = page.getByRole('alert').getByRole('link');
    expect(await wrong.textContent()).toContain('Sus cantidades suman 92. Reparta 8 más, para que sumen 100');
    await wrong.click();
    await expect.poll(() => page.evaluate('location.hash')).toBe('#answer.budget.police');
    await answer(page, 'budget.trafficking-training').fill('9');
    await follow(page.getByRole('button', { name: 'Revisar sus respuestas' }));

    expect(await page.textContent('h1')).toBe('Revise sus respuestas');
    expect(await page.textContent('main')).toContain('Enseñen a cada agente, por favor.');
    expect(await page.textContent('main')).toContain('Distinta de la sugerencia de la campaña');
    await page.getByLabel('Nombre', { exact: true }).fill('Marisol');
    await page.getByLabel('Correo electrónico').fill(email);
    await follow(page.getByRole('button', { name: /^Cambiar.*¿Debe pagar la ciudad/ }));
    await expect.poll(() => page.evaluate('location.hash')).toBe('#question-fund-training');
    await answer(page, 'fund-training.yes').check();
    await follow(page.getByRole('button', { name: 'Revisar sus respuestas' }));
    expect(await page.getByLabel('Correo electrónico').inputValue()).toBe(email);
    await page.getByLabel('Código postal').fill('28205');
    await page.getByLabel(/El comité puede leer/).check();
    await page.getByLabel('Código postal').press('Enter');
    await page.waitForURL(/check-your-email/);

    await mailbox(email);
    await page.goto(`/outbox?to=${encodeURIComponent(email)}`);
    await follow(page.locator('a[href*="/confirm/"]').first());
    await page.locator('#confirm button').click();
    await page.waitForURL(/thank-you/);
    expect((await countsOf(slug)).confirmed).toBe(before.confirmed + 1);
    expect(faults).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await visit.close();
  });
});

describeInBrowser('a resident with JavaScript', () => {
  test('moves a slider, and number, bar and sum follow; the sum is said once it has settled', async () => {
    const visit = await openVisit(browser());
    const { page } = visit;
    await page.goto(path);
    const line = page.locator('.line', { has: answer(page, 'budget.police') });
    const slider = line.getByRole('slider');
    expect([await slider.inputValue(), await page.locator('.sum').textContent()]).toEqual([
      '38',
      'Everything is assigned',
    ]);
    await slider.focus();
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowLeft');
    expect(await entered(page, 'budget.police')).toBe('35');
    expect(await page.locator('.sum').textContent()).toBe('3% left to assign');
    expect(await line.locator('rect.done').getAttribute('width')).toBe('35.00%');
    const said = page.locator('.budget [role=status]');
    await expect.poll(() => said.textContent()).toBe('3% left to assign');
    await answer(page, 'budget.fire').fill('25');
    expect(await page.locator('.sum').textContent()).toBe('2% over the total');
    expect(
      await page
        .locator('.line', { has: answer(page, 'budget.fire') })
        .getByRole('slider')
        .inputValue(),
    ).toBe('25');
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  test('ranks by keyboard: the focus stays, the place is announced, the selects follow, and no two options have one place', async () => {
    const visit = await openVisit(browser());
    const { page } = visit;
    await page.goto(path);
    const order = () =>
      page.evaluate<string[]>(
        `[...document.querySelectorAll('[data-ranking] select')].map(({ id, value }) => value + ' ' + id.split('.').at(-1))`,
      );
    const up = page.getByRole('button', { name: 'Move Ask for state or federal grants up' });
    await up.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    expect(await order()).toEqual(['1 grants', '2 police-budget', '3 other-departments', '4 new-money']);
    await expect
      .poll(() => page.evaluate('document.activeElement.getAttribute("aria-label")'))
      .toContain('grants up');
    expect(await page.locator('[data-ranking] + [role=status]').textContent()).toContain('place 1 of 4');
    await answer(page, 'ways-to-pay.new-money').selectOption('1');
    expect(await order()).toEqual(['1 new-money', '2 police-budget', '3 other-departments', '4 grants']);
    await page.getByRole('button', { name: 'Review your answers' }).click();
    await page.waitForURL(/answers\/[^/]+\/review/);
    expect(await page.textContent('main')).toMatch(/1\. .*2\. .*3\. .*4\. /s);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  test('is asked only what the answer before leads to', async () => {
    const visit = await openVisit(browser());
    const { page } = visit;
    await page.goto(path);
    const hangs = page.locator('#question-course-topics');
    expect(await hangs.isVisible()).toBe(true);
    expect(await page.locator('.condition').first().isVisible()).toBe(false);
    await answer(page, 'fund-training.no').check();
    expect(await hangs.isVisible()).toBe(false);
    await answer(page, 'fund-training.not-sure').check();
    expect(await hangs.isVisible()).toBe(true);
    await visit.close();
  });

  test('sees whether a suggestion was kept, clears it and restores it', async () => {
    const visit = await openVisit(browser());
    const { page } = visit;
    await page.goto(path);
    const box = page.locator('#question-fund-training .suggested');
    const mark = box.locator('[data-mark]');
    expect(await mark.textContent()).toBe('Suggested by the campaign');
    await answer(page, 'fund-training.no').check();
    expect(await mark.textContent()).toBe('Changed from the campaign’s suggestion');
    await box.getByRole('button', { name: 'Clear this answer' }).click();
    expect(await mark.textContent()).toContain('Left out.');
    expect(await answer(page, 'fund-training.no').isChecked()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await mark.textContent()).toBe('Suggested by the campaign');
    expect(await answer(page, 'fund-training.yes').isChecked()).toBe(true);
    await visit.close();
  });

  test('finds what was entered after a reload, in this tab alone, and nothing of it once it is deleted', async () => {
    const visit = await openVisit(browser());
    const { page } = visit;
    await page.goto(path);
    await answer(page, 'fund-training.no').check();
    await answer(page, 'budget.police').fill('30');
    await answer(page, 'own-words').fill('My own words');
    await page.reload();
    expect(await entered(page, 'own-words')).toBe('My own words');
    expect(await entered(page, 'budget.police')).toBe('30');
    expect(await answer(page, 'fund-training.no').isChecked()).toBe(true);
    expect(await page.locator('#question-course-topics').isVisible()).toBe(false);
    expect(await page.locator('.sum').textContent()).toBe('8% left to assign');

    const other = await page.context().newPage();
    await other.goto(path);
    expect(await entered(other, 'own-words')).toBe('');
    await page.getByRole('button', { name: 'Delete what I entered' }).click();
    expect(await entered(page, 'own-words')).toBe('');
    expect(await page.locator('.sum').textContent()).toBe('Everything is assigned');
    expect(await leftBehind(page)).toEqual([]);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });

  test('leaves nothing in the browser: not after sending, not after the exit; and no name at any time', async () => {
    const visit = await openVisit(browser());
    const { page } = visit;
    await page.goto(path);
    await answer(page, 'own-words').fill('Teach them');
    await page.getByRole('button', { name: 'Review your answers' }).click();
    await page.waitForURL(/answers\/[^/]+\/review/);
    const email = freshEmail('tess');
    await page.getByLabel('Given name').fill('Tess');
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('ZIP code').fill('28202');
    const kept = await page.evaluate<string>('JSON.stringify(sessionStorage)');
    expect([kept.includes('Teach them'), kept.includes('Tess'), kept.includes(email)]).toEqual([
      true,
      false,
      false,
    ]);
    await page.getByRole('button', { name: 'Send your answers' }).dblclick();
    await page.waitForURL(/check-your-email/);
    expect(await leftBehind(page)).toEqual([]);
    expect(await mailbox(email)).toHaveLength(1);

    await page.goto(path);
    await answer(page, 'own-words').fill('Something that nobody must find');
    await expect.poll(() => page.evaluate<number>('sessionStorage.length')).toBe(1);
    await page.getByRole('button', { name: 'Review your answers' }).click();
    await page.waitForURL(/answers\/[^/]+\/review/);
    const review = page.url();
    expect(await page.content()).toContain('Something that nobody must find');
    await page.route('https://www.weather.gov/**', (route) => route.fulfill({ body: 'Sunny' }));
    await page.getByRole('link', { name: 'Exit this page' }).click();
    await page.waitForURL(/weather/);
    await page.goto(review);
    expect(await page.content()).not.toContain('Something that nobody must find');
    await page.goto(path);
    expect(await leftBehind(page)).toEqual([]);
    expect(await entered(page, 'own-words')).toBe('');
    await visit.close();
  });

  test('goes through a survey of several parts, back and forth, and finds everything there', async () => {
    const visit = await openVisit(browser());
    const { page } = visit;
    await page.goto('/surveys/needs-assessment');
    expect(await page.locator('.kicker', { hasText: 'Part 1 of' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Next part' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('alert').getByRole('link').first().click();
    await page.keyboard.press('Space');
    const chosen = await page.locator('input:checked').first().getAttribute('id');
    await page.getByRole('button', { name: 'Next part' }).click();
    await page.getByText('Part 2 of').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByText('Part 1 of').waitFor();
    expect(await page.locator(`[id="${chosen}"]`).isChecked()).toBe(true);
    expect(visit.faults).toEqual([]);
    await visit.close();
  });
});
