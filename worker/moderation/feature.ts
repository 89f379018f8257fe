import type { Feature } from '../main/feature.ts';
import { moderationSection } from './console.tsx';
import { forgetDecisionsStatement } from './store.ts';

export const moderation: Feature = {
  name: 'moderation',
  tables: ['word_decisions'],
  console: ({ moderated }) => moderationSection(moderated),
  whenErased: (db, { ids }) => [forgetDecisionsStatement(db, ids)],
};
