import type { Feature } from '../main/feature.ts';

/** The pages on which organizers edit a kit, made from what each feature says of its part. */
export const forms: Feature = {
  name: 'forms',
  console: async ({ kitSections }) => (await import('./console.tsx')).formsSection(await kitSections()),
};
