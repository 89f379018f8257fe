import { adapter } from './adapter.ts';
import { hostsOf } from './config.ts';
import { copyConfig, sheetFor } from './copy-sheet.ts';

/** Its address can add data to a response but cannot fill in answers. */
export const surveyMonkey = adapter({
  id: 'surveymonkey',
  label: 'SurveyMonkey',
  capability: 'copy',
  config: copyConfig(hostsOf('surveymonkey.com'), ' at surveymonkey.com'),
  build: sheetFor,
});
