import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { site } from './address.ts';
import { type HostPage, serveHostPages } from './host-pages.ts';
import type { LoopbackServer } from './listen.ts';
import { openOwnKit } from './own-kit.ts';
import { freshEmail } from './visitor.ts';

/** Another window can be slow. */
export const eventually = <Value>(read: () => Promise<Value> | Value) => expect.poll(read);

export const english = {
  given: 'Given name',
  email: 'Email address',
  zip: 'ZIP code',
  sign: 'Sign the petition',
  check: 'Check your email',
};
export const spanish = {
  given: 'Nombre',
  email: 'Correo electrónico',
  zip: 'Código postal (ZIP)',
  sign: 'Firmar la petición',
  check: 'Revise su correo',
};

export async function signIn(frame: FrameLocator, words = english): Promise<string> {
  const email = freshEmail('embedded');
  await frame.getByLabel(words.given, { exact: true }).fill('Ana');
  await frame.getByLabel(words.email).fill(email);
  await frame.getByLabel(words.zip).fill('28202');
  await frame.getByRole('button', { name: words.sign }).click();
  await frame.getByRole('heading', { name: words.check }).waitFor();
  return email;
}

export const widgetIn = (page: Page, n = 0) =>
  page.locator('undersigned-widget').nth(n).frameLocator('iframe');

export const contentHeight = 'Math.ceil(document.documentElement.getBoundingClientRect().height)';

/** The frame of ours on the page. */
export const frameIn = (page: Page) =>
  page.frames().find((one) => one.parentFrame() && one.url().startsWith(`${site.url}/embed/`))!;

/** Evaluates an expression inside that frame, once its styles have come: a form can be there before they are. */
export async function within<Value>(page: Page, expression: string): Promise<Value> {
  const frame = frameIn(page);
  await frame.waitForLoadState('load');
  return frame.evaluate<Value>(expression);
}

/** Other sites, each on its own origin, with a widget for the test's own petition. */
export function widgetHosts(name: string, browser: () => Browser) {
  let host: LoopbackServer;
  let stranger: LoopbackServer;
  const pages: Record<string, HostPage> = {};
  const own = { petition: '' };

  beforeAll(async () => {
    own.petition = (await openOwnKit(name)).petition;
    host = await serveHostPages(pages);
    stranger = await serveHostPages(pages);
  });
  afterAll(async () => {
    await Promise.all([host.close(), stranger.close()]);
  });

  /** Opens another site's page on its own origin, in its own profile. */
  async function openHost(path: string, page: HostPage, options: BrowserContextOptions = {}, at = host) {
    pages[`/${path}`] = page;
    const context = await browser().newContext({ viewport: { width: 1000, height: 800 }, ...options });
    const opened = await context.newPage();
    opened.setDefaultTimeout(20_000);
    const said: string[] = [];
    opened.on('console', (message) => said.push(message.text()));
    opened.on('pageerror', (error) => said.push(error.message));
    await opened.goto(`${at.url}/${path}`);
    return { page: opened, said, close: () => context.close() };
  }

  return {
    own,
    pages,
    openHost,
    hostUrl: () => host.url,
    atStranger: () => stranger,
    script: () => `<script async src="${site.url}/embed/v1.js"></script>`,
    link: (attributes = 'data-source="poster"', slug = own.petition) =>
      `<a href="${site.url}/petitions/${slug}?source=poster" data-undersigned="petitions/${slug}" ${attributes}>Sign it</a>`,
  };
}
