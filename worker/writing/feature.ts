import type { Feature } from '../main/feature.ts';

/** What organizers write in the console: drafts of a campaign's kit, and how they become public. */
export const writing: Feature = {
  name: 'writing',
  tables: ['drafts', 'draft_saves'],
  console: async () => (await import('./console.tsx')).writingSection,
};
