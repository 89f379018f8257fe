import { afterAll, beforeAll, expect } from 'vitest';
import { axeFinds } from '../support/axe.ts';
import {
  hasBrowser,
  leftBehind,
  openVisit,
  sharedBrowser,
  sidewaysScroll,
  type Visit,
} from '../support/browser.ts';
import type { Place } from './places.ts';

const languages = ['en', 'es'] as const;
type Language = (typeof languages)[number];

/** Which colours a page has does not depend on its language: English shows the light ones, Spanish the dark ones. */
const schemes = { en: 'light', es: 'dark' } as const;

/** Looks at places in both languages at once, for the tests of a file. */
export function lookers(): (places: Place[]) => Promise<void> {
  const browser = sharedBrowser();
  const visits = {} as Record<Language, Visit>;
  beforeAll(async () => {
    if (!hasBrowser) return;
    for (const language of languages) {
      visits[language] = await openVisit(browser(), {
        viewport: { width: 320, height: 640 },
        colorScheme: schemes[language],
      });
    }
  });
  afterAll(async () => {
    for (const visit of Object.values(visits)) await visit.close();
  });
  const lookAt = async (places: Place[], language: Language) => {
    for (const place of places) {
      const seen = await looksOf(visits[language], place, language);
      const name = `${place.name} ${language}`;
      expect.soft(seen).toEqual({ name, axe: [], sideways: 0, leftBehind: [], faults: [] });
    }
  };
  return async (places) => {
    await Promise.all(languages.map((language) => lookAt(places, language)));
  };
}

async function looksOf({ page, faults }: Visit, { name, path, act }: Place, language: Language) {
  faults.length = 0;
  await page.goto(inLanguage(path, language));
  await act?.(page);
  return {
    name: `${name} ${await page.getAttribute('html', 'lang')}`,
    axe: await axeFinds(page),
    sideways: await sidewaysScroll(page),
    leftBehind: await leftBehind(page),
    faults: [...faults],
  };
}

function inLanguage(path: string, language: Language): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
}
