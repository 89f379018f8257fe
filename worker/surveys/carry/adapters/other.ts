import { adapter } from './adapter.ts';
import { anyHost } from './config.ts';
import { copyConfig, sheetFor } from './copy-sheet.ts';

/** Any other tool: its address and its questions. */
export const otherTool = adapter({
  id: 'other',
  label: 'Another tool',
  capability: 'copy',
  config: copyConfig(anyHost, ''),
  build: sheetFor,
});
