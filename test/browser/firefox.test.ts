import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { describeInFirefox, hasFirefox, openInFirefox, sharedFirefox } from '../support/firefox.ts';
import { howToGetFirefox } from '../support/firefox-path.ts';
import { countsOf, freshEmail, mailedLink } from '../support/visitor.ts';

describe('a second engine', () => {
  test('a Firefox is here (without one its journeys are left out, and under CI that is a failure)', (context) => {
    if (!hasFirefox && !process.env.CI) context.skip(howToGetFirefox);
    expect(hasFirefox, howToGetFirefox).toBe(true);
  });
});

const firefox = sharedFirefox();
const focused = (page: Page) => page.evaluate('document.activeElement.getAttribute("role")');

async function press(page: Page, selector: string, leadsTo: string | RegExp) {
  await page.locator(selector).click();
  await page.waitForFunction(`new RegExp(${JSON.stringify(new RegExp(leadsTo).source)}).test(location.href)`);
}

async function pressForErrors(page: Page, selector: string) {
  await page.locator(selector).click();
  await page.waitForSelector('[role=alert]');
}

async function fill(page: Page, fields: Record<string, string>) {
  for (const [id, value] of Object.entries(fields)) await page.locator(`#${id}`).fill(value);
}

async function confirm(page: Page, email: string) {
  await page.goto(await mailedLink(email, '/confirm/'));
  await press(page, '#confirm button', 'thank-you');
}

describeInFirefox('a resident with Firefox on a dark system', () => {
  test('is told what is missing, signs and confirms', async () => {
    const { page, faults, close } = await openInFirefox(firefox());
    const before = (await countsOf('arrest-traffickers')).confirmed;
    const email = freshEmail('firefox');
    await page.goto(`${site.url}/petitions/arrest-traffickers`);
    await pressForErrors(page, '#sign button[type=submit]');
    expect(await focused(page)).toBe('alert');
    const colors = 'getComputedStyle(document.body).backgroundColor';
    expect(await page.evaluate(colors)).toBe('rgb(23, 22, 19)');
    await fill(page, { given_name: 'Ana', family_name: 'Fuchs', email, zip: '28202' });
    await press(page, '#sign button[type=submit]', 'check-your-email');
    await confirm(page, email);
    expect((await countsOf('arrest-traffickers')).confirmed).toBe(before + 1);
    expect(faults).toEqual([]);
    await close();
  });

  test('answers a survey, looks through the answers, sends and confirms them', async () => {
    const { page, faults, close } = await openInFirefox(firefox());
    const before = (await countsOf('budget-input')).confirmed;
    const email = freshEmail('firefox');
    await page.goto(`${site.url}/surveys/budget-input?lang=es`);
    await page.locator('[id="answer.budget.police"]').fill('30');
    await pressForErrors(page, 'button[value=review]');
    expect(await focused(page)).toBe('alert');
    await page.locator('[id="answer.budget.police"]').fill('38');
    await page.locator('button[value=review]').click();
    await page.waitForSelector('#review, #given_name');
    await fill(page, { given_name: 'Ana', family_name: 'Fuchs', email, zip: '28202' });
    await press(page, 'p > button[name=step][value=send]', 'check-your-email');
    await confirm(page, email);
    expect((await countsOf('budget-input')).confirmed).toBe(before + 1);
    expect(faults).toEqual([]);
    await close();
  });
});
