import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser, desk, openVisit, phone, sharedBrowser } from '../support/browser.ts';
import { countsOf, freshEmail, mailbox } from '../support/visitor.ts';

const slug = 'arrest-traffickers';
const browser = sharedBrowser();

type Focus = { what: string; hidden: boolean; ringed: boolean };

/** Which element has the focus, whether it is covered or outside the window, and whether its focus ring is visible. */
const focusNow = `(() => {
  const focused = document.activeElement;
  const what = focused.id || focused.className || focused.textContent.trim().slice(0, 40) || focused.tagName;
  const seen = focused.type === 'checkbox' ? focused : focused.getClientRects()[0] ? focused : focused.parentElement;
  const box = seen.getClientRects()[0];
  // A browser scrolls only the first line of a long text box into view.
  const [from, to] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const top = to - from < 16 ? null : document.elementFromPoint(box.left + box.width / 2, (from + to) / 2);
  const hidden = !top || !(focused.contains(top) || top.contains(focused));
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  return { what, hidden, ringed: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
})()`;

function focus(page: Page): Promise<Focus> {
  return page.evaluate<Focus>(focusNow);
}

/** Presses Tab until the element has the focus. Every element on the way must be visible when it is focused. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    const now = await focus(page);
    expect(now, `after ${stop + 1} tabs`).toEqual({ what: now.what, hidden: false, ringed: true });
    if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.type(text);
}

describeInBrowser('with the keyboard alone', () => {
  test.for([
    ['phone', phone],
    ['desk', desk],
  ] as const)(
    'on a %s a resident signs, confirms, and withdraws, and sees where the focus is at every stop',
    async ([, viewport]) => {
      const visit = await openVisit(browser(), { viewport });
      const { page } = visit;
      const before = await countsOf(slug);
      const email = freshEmail('keys');
      await page.goto(`/petitions/${slug}`);
      await page.keyboard.press('Tab');
      expect(await focus(page)).toEqual({ what: 'skip', hidden: false, ringed: true });
      await typeInto(page, '#given_name', 'Kay');
      await tabTo(page, '#show_name');
      await page.keyboard.press('Space');
      await typeInto(page, '#email', email);
      await typeInto(page, '#zip', '28205');
      await tabTo(page, '#district');
      await page.keyboard.type('District 5');
      await tabTo(page, '#sign button[type=submit]');
      await page.keyboard.press('Enter');
      await page.waitForURL(/check-your-email/);

      const [mail] = await mailbox(email);
      await page.goto(mail?.links.find((link) => link.includes('/confirm/')) ?? '');
      await tabTo(page, '#confirm button');
      await page.keyboard.press('Space');
      await page.waitForURL(/thank-you/);
      expect((await countsOf(slug)).confirmed).toBe(before.confirmed + 1);

      await page.goto(mail?.links.find((link) => link.includes('/my/')) ?? '');
      expect(await page.locator('.held').textContent()).toContain('District 5');
      await tabTo(page, 'details:has(form[action*="withdraw"]) summary');
      await page.keyboard.press('Enter');
      await tabTo(page, 'form[action*="withdraw"] button');
      await page.keyboard.press('Enter');
      await page.waitForURL(/done=withdrawn/);
      expect((await countsOf(slug)).confirmed).toBe(before.confirmed);
      expect(visit.faults).toEqual([]);
      await visit.close();
    },
  );

  test.for([
    ['petition', `/petitions/${slug}`],
    ['survey', '/surveys/budget-input'],
  ] as const)(
    'every stop of the whole %s page is seen on a small phone, forwards and backwards',
    async ([, path]) => {
      const visit = await openVisit(browser(), { viewport: { width: 320, height: 480 } });
      const { page } = visit;
      await page.goto(path);
      for (const key of ['Tab', 'Shift+Tab']) {
        const seen: string[] = [];
        for (let stop = 0; stop < 120; stop += 1) {
          await page.keyboard.press(key);
          if (await page.evaluate<boolean>('document.activeElement === document.body')) break;
          const now = await focus(page);
          expect.soft(now, `${key} ${stop + 1}`).toEqual({ what: now.what, hidden: false, ringed: true });
          seen.push(now.what);
        }
        expect(seen.length).toBeGreaterThan(10);
      }
      await visit.close();
    },
  );
});
