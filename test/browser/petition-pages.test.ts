import { test } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { lookers } from './lookers.ts';
import { embedPlaces, endedPlaces, type Place, publicPlaces, supporterPlaces } from './places.ts';

const sets: Record<string, () => Promise<Place[]>> = {
  'the public pages': async () => publicPlaces(),
  'petitions that take no signatures': endedPlaces,
  'frames on other sites, and the page about them': async () => embedPlaces(),
  'the pages behind a supporter’s links': supporterPlaces,
};

const look = lookers();

describeInBrowser(
  'accessible, in both languages and schemes, whole on 320 pixels, keeping nothing and asking no stranger:',
  () => {
    test.for(Object.entries(sets))('%s', { timeout: 240_000 }, async ([, placesOf]) =>
      look(await placesOf()),
    );
  },
);
