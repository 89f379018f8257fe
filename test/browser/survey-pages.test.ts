import { test } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { carryPlaces } from './carry-kit.ts';
import { lookers } from './lookers.ts';
import { partnerPlaces } from './partner-places.ts';
import type { Place } from './places.ts';
import { staffPlaces } from './staff-places.ts';
import { surveyPlaces } from './survey-places.ts';

const sets: Record<string, () => Promise<Place[]>> = {
  'the surveys': surveyPlaces,
  'the way to the city’s own survey': carryPlaces,
  'the pages of committee staff': staffPlaces,
  'the pages of partners': partnerPlaces,
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
