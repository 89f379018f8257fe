import { carryPlaces } from './carry-kit.ts';
import { lookAtAll } from './look-at-all.ts';
import { partnerPlaces } from './partner-places.ts';
import { staffPlaces } from './staff-places.ts';
import { surveyPlaces } from './survey-places.ts';

lookAtAll({
  'the surveys': surveyPlaces,
  'the way to the city’s own survey': carryPlaces,
  'the pages of committee staff': staffPlaces,
  'the pages of partners': partnerPlaces,
});
