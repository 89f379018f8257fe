import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { findChromium, howToGetChromium } from './chromium.ts';
import { findFirefox, howToGetFirefox } from './firefox-path.ts';
import { createHarnesses, type Harness } from './harness.ts';
import { listenOnLoopback } from './listen.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a vitest worker asks for its site: see go-to-site.ts. */
    sitesUrl: string;
  }
}

export type Site = { url: string; databaseUrl: string };

/** Starts a server with its own database for each vitest worker that asks for one, by its number as the path. */
export default async function setup(project: TestProject) {
  if (!findChromium()) {
    console.warn(`No journey runs in a browser, and no page is looked at: ${howToGetChromium}`);
  }
  if (!findFirefox()) console.warn(`No journey runs in Firefox: ${howToGetFirefox}`);
  const harnesses = createHarnesses();
  const sites = new Map<string, Promise<Harness>>();
  const server = createServer(async (request, response) => {
    const worker = request.url ?? '';
    const harness = sites.get(worker) ?? harnesses.start();
    sites.set(worker, harness);
    try {
      const { url, door } = await harness;
      response.end(JSON.stringify({ url, databaseUrl: door.url } satisfies Site));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  const door = await listenOnLoopback(server, 0);
  project.provide('sitesUrl', door.url);
  return () => Promise.all([door.close(), harnesses.close()]);
}
