import type { TestProject } from 'vitest/node';
import { findChromium, howToGetChromium } from './chromium.ts';
import { findFirefox, howToGetFirefox } from './firefox-path.ts';
import { startHarnesses } from './harness.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each vitest worker: see go-to-site.ts. */
    sites: { url: string; databaseUrl: string }[];
  }
}

/** Starts a server with its own database for each worker of the run. */
export default async function setup(project: TestProject) {
  if (!findChromium()) {
    console.warn(`No journey runs in a browser, and no page is looked at: ${howToGetChromium}`);
  }
  if (!findFirefox()) console.warn(`No journey runs in Firefox: ${howToGetFirefox}`);
  const harnesses = await startHarnesses(Number(project.config.maxWorkers));
  project.provide(
    'sites',
    harnesses.map(({ url, door }) => ({ url, databaseUrl: door.url })),
  );
  return () => Promise.all(harnesses.map((harness) => harness.close()));
}
