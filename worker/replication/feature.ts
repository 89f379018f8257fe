import type { Feature } from '../main/feature.ts';
import { replicationApi } from './api.ts';
import { stateBlock } from './campaign-block.tsx';
import { publicPages } from './public-pages.ts';
import { sharedPages } from './shared-pages.ts';
import { replicationStatementPart } from './statement-part.ts';

/** Other deployments whose signed statements are read, verified, kept and added up. */
export const replication: Feature = {
  name: 'replication',
  tables: ['neighbors', 'rollups', 'rollup_cities', 'neighbor_logs', 'city_statements', 'city_refusals'],
  lateRoutes: {
    under: ['/campaigns/:campaign/state', '/.well-known/undersigned.json'],
    async load() {
      const [{ replicationRoutes }, { publicRoutes }] = await Promise.all([
        import('./routes.tsx'),
        import('./public-routes.ts'),
      ]);
      return (app) => app.route('/', replicationRoutes()).route('/', publicRoutes());
    },
  },
  console: async () => (await import('./console.tsx')).networkSection,
  campaignPage: stateBlock,
  scheduled: [
    {
      name: 'read-neighbors',
      stage: 'tidy',
      run: async (deps, now) => (await import('./read-neighbors.ts')).readNeighbors(deps, now),
    },
  ],
  api: replicationApi,
  kit: async () => (await import('./kit.ts')).replicationKitSection,
  digest: async () => (await import('./digest-section.tsx')).rollupDigest,
  statementPart: replicationStatementPart,
  publicPages,
  sharedPages,
};
