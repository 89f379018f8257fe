import type { Feature } from '../main/feature.ts';
import { writingSection } from './console.tsx';

/** What organizers write in the console: drafts of a campaign's kit, and how they become public. */
export const writing: Feature = {
  name: 'writing',
  tables: ['drafts', 'draft_saves'],
  console: writingSection,
};
