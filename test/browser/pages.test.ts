import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  describeInBrowser,
  hasBrowser,
  leftBehind,
  openVisit,
  sharedBrowser,
  sidewaysScroll,
  type Visit,
} from '../support/browser.ts';
import { endedPlaces, type Place, publicPlaces, staffPlaces, supporterPlaces } from './places.ts';

const browser = sharedBrowser();
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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

/** What axe finds, one line each, in the light and in the dark. */
async function axeFinds({ page }: Visit): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // What the scheme changes is colours: one look at everything else is enough.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe');
    const { violations } = await (colorScheme === 'light'
      ? axe.withTags(rules)
      : axe.withRules('color-contrast')
    ).analyze();
    for (const { id, nodes } of violations) {
      found.push(...nodes.map(({ html }) => `${colorScheme}: ${id}: ${html}`));
    }
  }
  return found;
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
    axe: await axeFinds(visit),
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
  'the pages behind a supporter’s links': supporterPlaces,
  'the pages of committee staff': staffPlaces,
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
