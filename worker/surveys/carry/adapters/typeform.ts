import { adapter } from './adapter.ts';
import { hostsOf } from './config.ts';
import { copyConfig, sheetFor } from './copy-sheet.ts';

/** Its address can only fill in hidden fields. */
export const typeform = adapter({
  id: 'typeform',
  label: 'Typeform',
  capability: 'copy',
  config: copyConfig(hostsOf('typeform.com'), ' at typeform.com'),
  build: sheetFor,
});
