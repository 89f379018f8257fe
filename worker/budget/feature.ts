import type { Feature } from '../main/feature.ts';
import { budgetBlock } from './campaign-block.tsx';
import { publicPages } from './public-pages.ts';
import { sharedPages } from './shared-pages.ts';

/** Comparisons of budgets. A campaign whose kit has none has no such pages. */
export const budget: Feature = {
  name: 'budget',
  tables: ['budget_comparisons'],
  lateRoutes: {
    under: ['/budget'],
    async load() {
      const { budgetRoutes } = await import('./routes.tsx');
      return (app) => app.route('/', budgetRoutes());
    },
  },
  console: async () => (await import('./console.tsx')).budgetSection,
  campaignPage: budgetBlock,
  kit: async () => (await import('./kit.ts')).budgetKitSection,
  digest: async () => (await import('./digest-section.tsx')).budgetDigest,
  publicPages,
  sharedPages,
};
