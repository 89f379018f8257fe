import type { Feature } from '../main/feature.ts';

/** Switches and mail, for a site's owners. */
export const operations: Feature = {
  name: 'operations',
  console: async () => (await import('./console.tsx')).operationsSection,
  // These routes handle the read-only switch themselves, because it must be possible to turn it off.
  handlesReadOnly: /^\/organize\/campaigns\/[^/]+\/switches$/,
};
