import { lookAtAll } from './look-at-all.ts';
import { embedPlaces, endedPlaces, publicPlaces, supporterPlaces } from './places.ts';

lookAtAll({
  'the public pages': async () => publicPlaces(),
  'petitions that take no signatures': endedPlaces,
  'frames on other sites, and the page about them': async () => embedPlaces(),
  'the pages behind a supporter’s links': supporterPlaces,
});
