import type { Feature } from '../main/feature.ts';
import { inviteImported } from './import-signatures.ts';
import { eraseLinesStatements } from './line-store.ts';
import { endPaper } from './retention.ts';

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
  scheduled: [{ name: 'invite-imported', stage: 'tell', run: inviteImported }],
  retention: [{ name: 'erase-paper', run: (deps) => endPaper(deps) }],
  whenErased: (db, { ids }) => eraseLinesStatements(db, ids),
};
