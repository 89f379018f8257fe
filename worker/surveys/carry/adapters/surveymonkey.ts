import { adapter } from './adapter.ts';
import { hostsOf } from './config.ts';
import { copyConfig, sheetFor } from './copy-sheet.ts';

/** Its address adds data beside a response and fills in no answer. */
export const surveyMonkey = adapter({
  id: 'surveymonkey',
  label: 'SurveyMonkey',
  capability: 'copy',
  config: copyConfig(hostsOf('surveymonkey.com'), ' at surveymonkey.com'),
  build: sheetFor,
});
