import { type BrowserServer, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { chromiumFlags, findChromium, howToGetChromium } from './chromium.ts';
import { startHarness } from './harness.ts';

declare module 'vitest' {
  interface ProvidedContext {
    siteUrl: string;
    databaseUrl: string;
    /** Where the shared Chromium is reached; empty where there is none. */
    browserUrl: string;
  }
}

/** One server, one database and one Chromium for all journeys of a run. */
export default async function setup(project: TestProject) {
  const [harness, browser] = await Promise.all([startHarness(), startBrowser()]);
  project.provide('siteUrl', harness.url);
  project.provide('databaseUrl', harness.door.url);
  project.provide('browserUrl', browser?.wsEndpoint() ?? '');
  return () => Promise.all([harness.close(), browser?.close()]);
}

async function startBrowser(): Promise<BrowserServer | null> {
  const executablePath = findChromium();
  if (executablePath) return chromium.launchServer({ executablePath, args: chromiumFlags });
  console.warn(`No journey runs in a browser, and no page is looked at: ${howToGetChromium}`);
  return null;
}
