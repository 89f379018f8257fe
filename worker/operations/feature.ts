import type { Feature } from '../main/feature.ts';
import { operationsSection } from './console.tsx';

/** What keeps a site running, for its owners: switches and mail. */
export const operations: Feature = {
  name: 'operations',
  console: operationsSection,
  // These routes answer themselves: only the switch itself can be turned off while it is on.
  givesBack: /^\/organize\/campaigns\/[^/]+\/switches$/,
};
