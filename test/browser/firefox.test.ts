import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { phone } from '../support/browser.ts';
import { describeInFirefox, hasFirefox, openInFirefox, sharedFirefox } from '../support/firefox.ts';
import { howToGetFirefox } from '../support/firefox-path.ts';
import { type HostPage, serveHostPages } from '../support/host-pages.ts';
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

async function pressForErrors(page: Page | Frame, selector: string) {
  await page.locator(selector).click();
  await page.waitForSelector('[role=alert]');
}

async function fill(page: Page | Frame, fields: Record<string, string>) {
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
    await pressForErrors(page, 'main button[data-working][value=review]');
    expect(await focused(page)).toBe('alert');
    await page.locator('[id="answer.budget.police"]').fill('38');
    await page.locator('main button[data-working][value=review]').click();
    await page.waitForSelector('#review, #given_name');
    await fill(page, { given_name: 'Ana', family_name: 'Fuchs', email, zip: '28202' });
    await press(page, 'p > button[name=step][value=send]', 'check-your-email');
    await confirm(page, email);
    expect((await countsOf('budget-input')).confirmed).toBe(before + 1);
    expect(faults).toEqual([]);
    await close();
  });
});

const petition = 'arrest-traffickers';
const link = () =>
  `<a href="${site.url}/petitions/${petition}?source=newsletter" data-undersigned="petitions/${petition}">Sign it</a>`;
const background = 'getComputedStyle(document.body).backgroundColor';
const [light, dark] = ['rgb(253, 252, 249)', 'rgb(23, 22, 19)'];

/** Our frame, once the loader has hidden the link. */
async function widgetOn(page: Page): Promise<Frame> {
  await page.waitForFunction("getComputedStyle(document.querySelector('a')).display === 'none'");
  return page.frames().find((frame) => frame.url().startsWith(`${site.url}/embed/`))!;
}

/** The distance in pixels from the top of the window to an element in the frame. */
async function topOf(page: Page, frame: Frame, selector: string): Promise<number> {
  const inside = await frame.evaluate(`document.querySelector('${selector}').getBoundingClientRect().top`);
  const around = await page.evaluate(
    "document.querySelector('undersigned-widget').getBoundingClientRect().top",
  );
  return Number(inside) + Number(around);
}

describeInFirefox('the widget in Firefox on a dark system', () => {
  test('takes the colors of the page, brings errors and the answer into view, and signs', async () => {
    const script = `<script async src="${site.url}/embed/v1.js"></script>`;
    const pages: Record<string, HostPage> = {
      '/white': {
        html: `<div style="height:900px"></div>${link()}<div style="height:900px"></div>${script}`,
      },
      '/dark': { html: `<style>body { background: #101010 }</style>${link()}${script}` },
    };
    const host = await serveHostPages(pages);
    const { page, faults, close } = await openInFirefox(firefox());
    await page.goto(`${host.url}/dark`);
    expect(await (await widgetOn(page)).evaluate(background)).toBe(dark);
    await page.goto(`${host.url}/white`);
    const frame = await widgetOn(page);
    expect(await frame.evaluate(background)).toBe(light);
    await pressForErrors(frame, '#sign button[type=submit]');
    await expect.poll(() => frame.evaluate('document.activeElement.className')).toBe('summary');
    const isSeen = (selector: string) => async () => {
      const top = await topOf(page, frame, selector);
      return top >= 0 && top < phone.height - 40;
    };
    await expect.poll(isSeen('.summary')).toBe(true);
    await fill(frame, {
      given_name: 'Ana',
      family_name: 'Fuchs',
      email: freshEmail('firefox'),
      zip: '28202',
    });
    await frame.locator('#sign button[type=submit]').click();
    await frame.waitForSelector('body[data-signed]');
    await expect.poll(isSeen('h1')).toBe(true);
    expect(faults).toEqual([]);
    await close();
    await host.close();
  });

  test('empties a frame that may not be left, and says how to leave', async () => {
    const html = `<iframe title="Sign" sandbox="allow-scripts allow-forms" width="100%" height="900" src="${site.url}/embed/petitions/${petition}"></iframe>`;
    const host = await serveHostPages({ '/': { html } });
    const { page, close } = await openInFirefox(firefox());
    await page.goto(`${host.url}/`);
    const frame = page.frames().find((one) => one.url().startsWith(site.url))!;
    await frame.locator('[data-exit]').click();
    await frame.waitForFunction("!document.querySelector('main')");
    expect(await frame.evaluate('document.body.textContent.trim()')).toBe(
      'Close this tab to leave the page.',
    );
    await close();
    await host.close();
  });
});
