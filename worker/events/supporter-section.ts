import { onlyFor } from '../signatures/supporter-section.ts';

export const supporterSection = onlyFor(
  'event',
  async () => (await import('./supporter-page.tsx')).supporterSignUp,
);
