import { adapter } from './adapter.ts';
import { anyHost } from './config.ts';
import { copyConfig, sheetFor } from './copy-sheet.ts';

/** Whatever else a city uses: its address, and what it asks. */
export const otherTool = adapter({
  id: 'other',
  label: 'Another tool',
  capability: 'copy',
  config: copyConfig(anyHost, ''),
  build: sheetFor,
});
