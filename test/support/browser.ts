import { gunzipSync } from 'node:zlib';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
  type Response,
  type Route,
} from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';
import { site } from './address.ts';
import { chromiumFlags, findChromium } from './chromium.ts';

const executablePath = findChromium();
export const hasBrowser = executablePath !== null;

export const phone = { width: 360, height: 740 };
export const desk = { width: 1280, height: 900 };

/** Skipped, and reported as skipped, if there is no Chromium. chromium.test.ts says so, and fails in CI. */
export const describeInBrowser = describe.skipIf(!hasBrowser);

let launched: Promise<Browser> | undefined;

/**
 * One Chromium for all files of a vitest worker, because starting one takes as long as a short test. It ends with the
 * worker: its pipe is closed then. A file does not close it, only its own visits.
 */
export function sharedBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (executablePath) browser = await chromiumOf(executablePath);
  });
  return () => browser!;
}

async function chromiumOf(path: string): Promise<Browser> {
  // Vitest ends a worker by this signal, which Playwright would only take as a wish to close.
  launched ??= chromium.launch({ executablePath: path, args: chromiumFlags, handleSIGTERM: false });
  if ((await launched).isConnected()) return launched;
  launched = undefined;
  return chromiumOf(path);
}

export type Visit = {
  page: Page;
  /** What no page may cause: errors in the console and requests to other sites. */
  faults: string[];
  close(): Promise<void>;
};

/** A fresh profile with one page. */
export async function openVisit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: phone, baseURL: site.url, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return { page, faults: watch(page), close: () => context.close() };
}

function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error on the page: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== site.url) faults.push(`a request to ${url.href}`);
  });
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // Chromium logs the status of the page itself as an error.
    const isOwnStatus = message.location().url === page.url() && message.text().includes('status of 4');
    if (!isOwnStatus) faults.push(`console: ${message.text()} (${page.url()})`);
  });
  return faults;
}

/**
 * Presses a link or a button and waits until the page that it leads to has loaded. A click by itself can return before
 * the browser has begun to leave the page, so what comes next would read the old page or cut the request off.
 */
export async function follow(pressed: Locator): Promise<void> {
  await Promise.all([pressed.page().waitForNavigation({ waitUntil: 'load' }), pressed.click()]);
}

/**
 * Waits until the page with its files is kept and the service worker answers for it. Without a network, a visit before
 * that finds nothing.
 */
export async function keptForOffline(page: Page): Promise<void> {
  const isKept = `(async () => {
    if (!navigator.serviceWorker.controller) return false;
    const files = [...document.querySelectorAll('link[rel=stylesheet], script[src]')].map((one) => one.href ?? one.src);
    const found = [location.href.replace(/#.*/, ''), ...files].map((url) => caches.match(url, { ignoreVary: true }));
    return (await Promise.all(found)).every((one) => one?.status === 200);
  })()`;
  await expect.poll(() => page.evaluate<boolean>(isKept)).toBe(true);
}

/**
 * Cuts the network; what it returns mends it. A page that is loaded meanwhile sends nothing either: the emulation begins
 * anew with each page, which can be later than its scripts.
 */
export async function cutNetwork(page: Page): Promise<() => Promise<void>> {
  const context = page.context();
  const refuse = (route: Route) =>
    route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.fallback();
  await context.route('**', refuse);
  await context.setOffline(true);
  return async () => {
    await context.unroute('**', refuse);
    await context.setOffline(false);
  };
}

/** Cookies and storage of the profile, which must be empty. */
export async function leftBehind(page: Page): Promise<string[]> {
  const cookies = (await page.context().cookies()).map(({ name }) => `cookie ${name}`);
  const stored = await page.evaluate<string[]>(`(async () => [
    ...Object.keys(localStorage), ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name), ...(globalThis.caches ? await caches.keys() : []),
  ])()`);
  return [...cookies, ...stored];
}

/** How many pixels the page is wider than its window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** The decoded body, whatever content encoding it was sent with. */
export async function bodyOf(response: Response): Promise<Buffer> {
  const body = await response.body();
  return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body;
}
