import type { Feature } from '../main/feature.ts';

/** Other deployments whose signed statements are read, verified and kept. */
export const replication: Feature = {
  name: 'replication',
  tables: ['neighbors', 'rollups', 'rollup_cities', 'neighbor_logs', 'city_statements', 'city_refusals'],
  kit: async () => (await import('./kit.ts')).replicationKitSection,
};
