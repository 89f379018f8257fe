import { adapter } from './adapter.ts';
import { hostsOf } from './config.ts';
import { copyConfig, sheetFor } from './copy-sheet.ts';

/** Its simulations take nothing from their address. */
export const balancingAct = adapter({
  id: 'balancing-act',
  label: 'Balancing Act',
  capability: 'copy',
  config: copyConfig(hostsOf('abalancingact.com'), ' at abalancingact.com'),
  build: sheetFor,
});
