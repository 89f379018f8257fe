import { mkdirSync } from 'node:fs';
import { Hono } from 'hono';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shippedHouse } from '../../worker/main/features.ts';
import type { ConsoleEnv } from '../../worker/organize/console-section.ts';
import { registerConsole } from '../../worker/organize/routes.tsx';
import { site } from '../support/address.ts';
import { bringAxe } from '../support/axe.ts';
import {
  describeInBrowser,
  hasBrowser,
  openVisit,
  sharedBrowser,
  sidewaysScroll,
  type Visit,
} from '../support/browser.ts';
import { closedPlaces, emptyPlaces, fullPlaces } from './console-places.ts';
import { looksOf } from './look-at-all.ts';
import type { Place } from './places.ts';

const narrow = { width: 320, height: 640 };
const wide = { width: 1280, height: 900 };
const looks = [
  { language: 'en', colorScheme: 'light' },
  { language: 'es', colorScheme: 'dark' },
] as const;
/** `PICTURES=FOLDER` keeps what the pages look like. */
const pictures = process.env.PICTURES;

const browser = sharedBrowser();
/** They are many: a part at a time, so that none takes minutes. */
const parts = [1, 2, 3, 4];
let full: ReturnType<typeof fullPlaces> | undefined;
const everything = () => {
  full ??= fullPlaces();
  return full;
};
let visits: Visit[] = [];
const visited: string[] = [];

beforeAll(async () => {
  if (!hasBrowser) return;
  visits = await Promise.all(
    looks.map(({ colorScheme }) => openVisit(browser(), { viewport: narrow, colorScheme })),
  );
  for (const { page } of visits) await bringAxe(page);
});
afterAll(async () => {
  for (const visit of visits) await visit.close();
});

async function signIn(cookie: string | null): Promise<void> {
  for (const { page } of visits) {
    const context = page.context();
    await context.clearCookies();
    const [name = '', value = ''] = cookie?.split('=') ?? [];
    if (cookie) await context.addCookies([{ name, value, url: site.url }]);
  }
}

async function lookAt(places: Place[]): Promise<void> {
  await Promise.all(
    visits.map(async (visit, index) => {
      const language = looks[index]?.language ?? 'en';
      for (const place of places) {
        const seen = await looksOf(visit, { keeps: /^cookie organizer$/, ...place }, language);
        visited.push(new URL(visit.page.url()).pathname);
        const { request } = visit.page.context();
        const isThere = (await request.get(place.path)).status() !== 404;
        await visit.page.setViewportSize(wide);
        const onDesk = await sidewaysScroll(visit.page);
        if (pictures) await picture(visit.page, `${place.name} ${language}`);
        await visit.page.setViewportSize(narrow);
        const name = `${place.name} ${language}`;
        const nothing = { axe: [], html: [], sideways: 0, leftBehind: [], faults: [] };
        expect.soft({ ...seen, onDesk, isThere }).toEqual({ name, ...nothing, onDesk: 0, isThere: true });
      }
    }),
  );
}

/** On paper a page has neither menu nor forms, and nothing is cut off. */
async function printsWhole(places: Place[]): Promise<void> {
  const { page } = visits[0] ?? {};
  await page?.emulateMedia({ media: 'print' });
  await page?.setViewportSize({ width: 740, height: 1000 });
  for (const { path } of places) {
    await page?.goto(path);
    expect(await page?.locator('.desk-menu:visible, form:visible').count()).toBe(0);
    expect(page && (await sidewaysScroll(page))).toBe(0);
    if (pictures && page)
      await page.screenshot({ path: `${pictures}/print-${places.length}.png`, fullPage: true });
  }
  await page?.emulateMedia({ media: null });
  await page?.setViewportSize(narrow);
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures ?? '', { recursive: true });
  const file = `${pictures}/${name.replaceAll(/[^a-z0-9]+/gi, '-').slice(-60)}`;
  await page.screenshot({ path: `${file}-1280.png`, fullPage: true });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.screenshot({ path: `${file}-360.png`, fullPage: true });
}

/**
 * They need a petition that asks a committee or a sample that was drawn: responses.test.ts and samples.test.ts look at
 * them, in both languages.
 */
const elsewhere = [
  '/responses',
  '/responses/:petition/:committee',
  '/answer-mailings/:petition',
  '/samples/:sample',
].map((path) => `/organize/campaigns/:campaign${path}`);
/** Files, and mails as they are sent, which are no pages. */
const files = [
  '/organize/campaigns/:campaign/news/:mailing/mail/:language',
  '/organize/campaigns/:campaign/news/:mailing/text/:language',
  '/organize/campaigns/:campaign/log.csv',
  '/organize/campaigns/:campaign/plan.ics',
  '/organize/campaigns/:campaign/numbers/days.csv',
  '/organize/campaigns/:campaign/numbers/hours.csv',
  '/organize/campaigns/:campaign/numbers/counts.csv',
  '/organize/campaigns/:campaign/numbers/steps.csv',
  '/organize/campaigns/:campaign/exports/:export/about',
  '/organize/campaigns/:campaign/write/kit.json',
  '/organize/campaigns/:campaign/write/draft.json',
  '/organize/campaigns/:campaign/write/history/:number/file',
];

describeInBrowser('every page of the console, on 320 and 1280 pixels, in both languages and schemes:', () => {
  test('while nothing has happened', async () => {
    const { owner, places } = await emptyPlaces();
    await signIn(owner.cookie);
    await lookAt(places);
  });

  test.for(parts)('with something of everything, part %i', async (part) => {
    const { owner, places } = await everything();
    await signIn(owner.cookie);
    await lookAt(places.filter((_place, at) => at % parts.length === part - 1));
  });

  test('with something of everything: the log in words, on paper, and as others see it', async () => {
    const { owner, places, others } = await everything();
    await signIn(owner.cookie);
    // The log tells its codes and ids in words, and short.
    const log = await visits[0]?.page.context().request.get(`${places.at(0)?.path}/log`);
    expect(await log?.text()).not.toMatch(/>[0-9A-Z]{26}<|Reason: [a-z]+-[a-z]/);
    await printsWhole(places.filter(({ name }) => /^\/(log|paper\/sheets\/\w+)$/.test(name)));
    for (const { by, places } of others) {
      await signIn(by.cookie);
      await lookAt(places);
    }
  });

  test('before anybody is signed in', async () => {
    await signIn(null);
    // As signing out does: see door.test.ts.
    for (const { page } of visits) {
      await page.evaluate(`(async () => {
        localStorage.clear();
        for (const name of await caches.keys()) await caches.delete(name);
      })()`);
    }
    await lookAt(await closedPlaces());
  });

  test('and none is left out', async () => {
    const app = new Hono<ConsoleEnv>();
    registerConsole(app, await shippedHouse.consoleSections());
    const pages = app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
    const isVisited = (path: string) => {
      const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+').replaceAll('.', '\\.')}$`);
      return visited.some((one) => pattern.test(one));
    };
    expect(
      [...new Set(pages)].filter((path) => ![...files, ...elsewhere].includes(path) && !isVisited(path)),
    ).toEqual([]);
    expect(pages.length).toBeGreaterThan(30);
  });
});
