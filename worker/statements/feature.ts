import type { Feature } from '../main/feature.ts';
import { statementsApi } from './api.ts';
import { statementsClosing } from './closing.ts';
import { forgetSaltsStatements } from './leaf-store.ts';
import { recountStatements } from './recount.ts';
import { proofRoutes, supporterStanding } from './supporter-page.tsx';

/** A signed record behind each digest, in a public log that only grows. */
export const statements: Feature = {
  name: 'statements',
  tables: [
    'member_changes',
    'member_leaves',
    'member_trees',
    'members',
    'tree_tiles',
    'statements',
    'log_heads',
    'log_keys',
    'log_witnesses',
    'closing_checks',
    'log_start',
  ],
  routes(app) {
    app.route('/', proofRoutes());
  },
  lateRoutes: {
    under: ['/log', '/statements'],
    async load() {
      const [{ logRoutes }, { statementRoutes }] = await Promise.all([
        import('./log-routes.tsx'),
        import('./routes.tsx'),
      ]);
      return (app) => app.route('/', logRoutes()).route('/', statementRoutes());
    },
  },
  api: statementsApi,
  supporterPage: supporterStanding,
  privacy: async () => (await import('./privacy.ts')).statementsPrivacy,
  digestClosing: statementsClosing,
  recount: recountStatements,
  whenErased: (db, { ids }) => forgetSaltsStatements(db, ids),
  scheduled: [
    {
      name: 'forget-closed-leaves',
      stage: 'tidy',
      run: async (deps) => (await import('./prepare.ts')).forgetClosedLeaves(deps),
    },
    {
      name: 'ask-witnesses',
      stage: 'tidy',
      run: async (deps) => (await import('./witnesses.ts')).askWitnesses(deps),
    },
  ],
};
