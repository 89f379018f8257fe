import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { phone } from './browser.ts';
import { findFirefox } from './firefox-path.ts';

const executablePath = findFirefox();
export const hasFirefox = executablePath !== null;

/** Skipped, and reported as skipped, if there is no Firefox. firefox.test.ts says so, and fails in CI. */
export const describeInFirefox = describe.skipIf(!hasFirefox);

/** Turns off what Firefox does by itself at its first start, so that it does not reach the internet. */
const quiet = {
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
};

const onDarkSystem = { 'layout.css.prefers-color-scheme.content-override': 0 };

/** One Firefox for all tests of a file, with a system in dark mode. */
export function sharedFirefox(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (executablePath === null) return;
    browser = await puppeteer.launch({
      ...{ browser: 'firefox', executablePath, headless: true },
      defaultViewport: phone,
      extraPrefsFirefox: { ...quiet, ...onDarkSystem },
    });
  });
  afterAll(async () => browser?.close());
  return () => browser!;
}

/** A fresh profile with one page, and a record of what no page may cause. */
export async function openInFirefox(browser: Browser) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return { page, faults: watch(page), close: () => context.close() };
}

function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error on the page: ${String(error)}`));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  return faults;
}
