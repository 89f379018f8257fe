import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFinds, bringAxe } from '../support/axe.ts';
import {
  bodyOf,
  describeInBrowser,
  hasBrowser,
  leftBehind,
  openVisit,
  sharedBrowser,
  sidewaysScroll,
  type Visit,
} from '../support/browser.ts';
import { htmlFinds } from '../support/html-check.ts';
import type { Place } from './places.ts';

const languages = ['en', 'es'] as const;
type Language = (typeof languages)[number];

/**
 * The colors of a page do not depend on its language, so English is checked in light colors and Spanish in dark ones.
 */
const schemes = { en: 'light', es: 'dark' } as const;

/** Checks each set of pages in both languages at the same time. */
export function lookAtAll(sets: Record<string, () => Promise<Place[]>>): void {
  const browser = sharedBrowser();
  const visits = {} as Record<Language, Visit>;
  beforeAll(async () => {
    if (!hasBrowser) return;
    for (const language of languages) {
      visits[language] = await openVisit(browser(), {
        viewport: { width: 320, height: 640 },
        colorScheme: schemes[language],
      });
      await bringAxe(visits[language].page);
    }
  });
  afterAll(async () => {
    for (const visit of Object.values(visits)) await visit.close();
  });

  async function lookAt(places: Place[], language: Language) {
    for (const place of places) {
      const seen = await looksOf(visits[language], place, language);
      const name = `${place.name} ${language}`;
      expect.soft(seen).toEqual({ name, axe: [], html: [], sideways: 0, leftBehind: [], faults: [] });
    }
  }

  describeInBrowser(
    'accessible, in both languages and schemes, whole on 320 pixels, keeping nothing and asking no stranger:',
    () => {
      test.for(Object.entries(sets))('%s', async ([, placesOf]) => {
        const places = await placesOf();
        await Promise.all(languages.map((language) => lookAt(places, language)));
      });
    },
  );
}

/** What is wrong with a place, by names that say where to look; empty lists if nothing is. */
export async function looksOf(
  { page, faults }: Visit,
  { name, path, act, tells, keeps }: Place,
  language: Language,
) {
  faults.length = 0;
  const sent = keepDocuments(page);
  await page.goto(inLanguage(path, language));
  await act?.(page);
  return {
    name: `${name} ${await page.getAttribute('html', 'lang')}`,
    axe: await axeFinds(page),
    html: (await sent()).flatMap(htmlFinds),
    sideways: await sidewaysScroll(page),
    leftBehind: (await leftBehindBesideDrafts(page)).filter((one) => !keeps?.test(one)),
    faults: tells ? unlessTold(faults, tells) : [...faults],
  };
}

/** A survey under way keeps the ids of its drafts in the tab, and only there, to delete them with one press. */
async function leftBehindBesideDrafts(page: Page): Promise<string[]> {
  const keys = await page.evaluate<string[]>('Object.keys(sessionStorage)');
  const drafts = keys.filter((key) => key.startsWith('survey-drafts '));
  const left = await leftBehind(page);
  for (const key of drafts) left.splice(left.lastIndexOf(key), 1);
  return left;
}

/** The HTML as the server sent it. What scripts add later is not checked. */
function keepDocuments(page: Page): () => Promise<string[]> {
  const documents: Promise<string>[] = [];
  const keep = (response: Response) => {
    const isRedirect = response.status() >= 300 && response.status() < 400;
    if (response.request().isNavigationRequest() && !isRedirect)
      documents.push(bodyOf(response).then(String));
  };
  page.on('response', keep);
  return () => {
    page.off('response', keep);
    return Promise.all(documents);
  };
}

function unlessTold(faults: string[], told: RegExp): string[] {
  const others = faults.filter((fault) => !told.test(fault));
  return others.length < faults.length ? others : [...others, `nothing told of ${told}`];
}

function inLanguage(path: string, language: Language): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
}
