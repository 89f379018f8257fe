import type { Feature } from '../main/feature.ts';
import { dropErasedStatement } from './store.ts';

/** Lists of people who allowed the campaign or a partner to write to them, as files for mailing tools. */
export const exports: Feature = {
  name: 'exports',
  tables: ['exports', 'export_parts'],
  console: async () => (await import('./console.tsx')).exportsSection,
  whenErased: (db, { ids }) => [dropErasedStatement(db, ids)],
  scheduled: [
    {
      name: 'make-exports',
      stage: 'send',
      run: async (deps, now) => (await import('./make-export.ts')).makeExports(deps, now),
    },
  ],
  retention: [
    { name: 'drop-exports', run: async (deps, now) => (await import('./drop-old.ts')).dropOld(deps, now) },
  ],
  privacy: async () => (await import('./privacy.ts')).exportsPrivacy,
};
