import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFinds } from '../support/axe.ts';
import {
  describeInBrowser,
  hasBrowser,
  leftBehind,
  openVisit,
  sharedBrowser,
  sidewaysScroll,
  type Visit,
} from '../support/browser.ts';
import { carryPlaces } from './carry-kit.ts';
import { partnerPlaces } from './partner-places.ts';
import { embedPlaces, endedPlaces, type Place, publicPlaces, supporterPlaces } from './places.ts';
import { staffPlaces } from './staff-places.ts';
import { surveyPlaces } from './survey-places.ts';

const browser = sharedBrowser();

type Language = 'en' | 'es';
const visits = {} as Record<Language, Visit>;

beforeAll(async () => {
  if (!hasBrowser) return;
  for (const language of ['en', 'es'] as const) visits[language] = await openVisit(browser());
});
afterAll(async () => {
  for (const visit of Object.values(visits)) await visit.close();
});

function inLanguage(path: string, language: Language): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
}

/** Colours depend on the scheme and on no language; the rest on the language and on no scheme. */
async function axeFindsIn(page: Page, language: Language): Promise<string[]> {
  if (language === 'es') return axeFinds(page, { without: 'color-contrast' });
  const light = await axeFinds(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axeFinds(page, { only: 'color-contrast' });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((line) => `in the dark: ${line}`)];
}

async function faultsOf({ name, path, act }: Place, language: Language) {
  const visit = visits[language];
  const { page, faults } = visit;
  faults.length = 0;
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(inLanguage(path, language));
  await act?.(page);
  return {
    name: `${name} ${await page.getAttribute('html', 'lang')}`,
    axe: await axeFindsIn(page, language),
    sideways: await sidewaysScroll(page),
    leftBehind: await leftBehind(page),
    faults: [...faults],
  };
}

function isFine(name: string, language: Language) {
  return { name: `${name} ${language}`, axe: [], sideways: 0, leftBehind: [], faults: [] };
}

const sets: Record<string, () => Promise<Place[]>> = {
  'the public pages': async () => publicPlaces(),
  'petitions that take no signatures': endedPlaces,
  'frames on other sites, and the page about them': async () => embedPlaces(),
  'the surveys': surveyPlaces,
  'the pages behind a supporter’s links': supporterPlaces,
  'the way to the city’s own survey': carryPlaces,
  'the pages of committee staff': staffPlaces,
  'the pages of partners': partnerPlaces,
};

describeInBrowser(
  'accessible, in both languages and schemes, whole on 320 pixels, keeping nothing and asking no stranger:',
  () => {
    test.for(Object.entries(sets))('%s', { timeout: 240_000 }, async ([, placesOf]) => {
      const places = await placesOf();
      const lookAt = async (language: Language) => {
        for (const place of places)
          expect.soft(await faultsOf(place, language)).toEqual(isFine(place.name, language));
      };
      await Promise.all([lookAt('en'), lookAt('es')]);
    });
  },
);
