import type { Feature } from '../main/feature.ts';
import { forgetDecisionsStatement } from './store.ts';

export const moderation: Feature = {
  name: 'moderation',
  tables: ['word_decisions'],
  console: async ({ moderated }) => (await import('./console.tsx')).moderationSection(moderated),
  whenErased: (db, { ids }) => [forgetDecisionsStatement(db, ids)],
};
