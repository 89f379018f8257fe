import type { Feature } from '../main/feature.ts';
import { stateBlock } from './campaign-block.tsx';
import { publicPages } from './public-pages.ts';
import { rollupStatementPart } from './rollup-statement.ts';
import { sharedPages } from './shared-pages.ts';

/** Other deployments whose signed statements are read, verified, kept and added up. */
export const replication: Feature = {
  name: 'replication',
  tables: ['neighbors', 'rollups', 'rollup_cities', 'neighbor_logs', 'city_statements', 'city_refusals'],
  lateRoutes: {
    under: ['/campaigns/:campaign/state'],
    async load() {
      const { replicationRoutes } = await import('./routes.tsx');
      return (app) => app.route('/', replicationRoutes());
    },
  },
  campaignPage: stateBlock,
  kit: async () => (await import('./kit.ts')).replicationKitSection,
  digest: async () => (await import('./digest-section.tsx')).rollupDigest,
  statementPart: rollupStatementPart,
  publicPages,
  sharedPages,
};
