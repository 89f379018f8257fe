import type { Feature } from '../main/feature.ts';
import { operationsSection } from './console.tsx';

/** Switches and mail, for a site's owners. */
export const operations: Feature = {
  name: 'operations',
  console: operationsSection,
  // These routes handle the read-only switch themselves, because it must be possible to turn it off.
  givesBack: /^\/organize\/campaigns\/[^/]+\/switches$/,
};
