import type { Feature } from '../main/feature.ts';
import { resourcesBlock } from './campaign-block.tsx';
import { publicPages } from './public-pages.ts';
import { sharedPages } from './shared-pages.ts';

/** Where people find help. A campaign whose kit names no service has no such pages. */
export const resources: Feature = {
  name: 'resources',
  tables: ['resource_parts', 'service_checks'],
  lateRoutes: {
    under: ['/campaigns/:campaign/resources', '/campaigns/:campaign/assets', '/hsds'],
    async load() {
      const [{ resourceRoutes }, { hsdsRoutes }] = await Promise.all([
        import('./routes.tsx'),
        import('./hsds-routes.ts'),
      ]);
      return (app) => app.route('/', resourceRoutes()).route('/', hsdsRoutes());
    },
  },
  console: async () => (await import('./console.tsx')).resourcesSection,
  campaignPage: resourcesBlock,
  kit: async () => (await import('./kit.ts')).resourcesKitSection,
  publicPages,
  sharedPages,
};
