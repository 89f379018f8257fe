import { expect, test } from 'vitest';
import { hasBrowser } from '../support/browser.ts';
import { howToGetChromium } from '../support/chromium.ts';

test('a Chromium is here to look at the pages (without one they are left out, and under CI that is a failure)', (context) => {
  if (!hasBrowser && !process.env.CI) context.skip(howToGetChromium);
  expect(hasBrowser, howToGetChromium).toBe(true);
});
