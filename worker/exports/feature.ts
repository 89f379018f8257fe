import type { Feature } from '../main/feature.ts';
import { dropOld } from './drop-old.ts';
import { makeExports } from './make-export.ts';
import { dropErasedStatement } from './store.ts';

/** Lists of people who allowed the campaign or a partner to write to them, as files for mailing tools. */
export const exports: Feature = {
  name: 'exports',
  tables: ['exports', 'export_parts'],
  console: async () => (await import('./console.tsx')).exportsSection,
  whenErased: (db, { ids }) => [dropErasedStatement(db, ids)],
  scheduled: [{ name: 'make-exports', stage: 'send', run: makeExports }],
  retention: [{ name: 'drop-exports', run: dropOld }],
  privacy: async () => (await import('./privacy.ts')).exportsPrivacy,
};
