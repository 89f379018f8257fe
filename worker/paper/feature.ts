import type { Feature } from '../main/feature.ts';
import { eraseLinesStatements } from './line-store.ts';

export const paper: Feature = {
  name: 'paper',
  tables: [
    'paper_sheets',
    'paper_lines',
    'paper_corrections',
    'paper_seconds',
    'paper_changes',
    'paper_counts',
    'paper_imports',
    'paper_import_rows',
  ],
  console: async (house) => (await import('./console.tsx')).paperSection(house),
  privacy: async () => (await import('./privacy.ts')).paperPrivacy,
  scheduled: [
    {
      name: 'invite-imported',
      stage: 'tell',
      run: async (deps, now) => (await import('./import-signatures.ts')).inviteImported(deps, now),
    },
  ],
  retention: [{ name: 'erase-paper', run: async (deps) => (await import('./retention.ts')).endPaper(deps) }],
  whenErased: (db, { ids }) => eraseLinesStatements(db, ids),
};
