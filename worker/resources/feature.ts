import type { Feature } from '../main/feature.ts';
import { resourcesBlock } from './campaign-block.tsx';
import { hsdsRoutes } from './hsds-routes.ts';
import { resourcesKitSection } from './kit.ts';
import { publicPages } from './public-pages.ts';
import { resourceRoutes } from './routes.tsx';
import { sharedDirectory } from './shared-page.ts';

/** Where people find help. A campaign whose kit names no service has no such pages. */
export const resources: Feature = {
  name: 'resources',
  tables: ['resource_parts', 'service_checks'],
  routes(app) {
    app.route('/', resourceRoutes());
    app.route('/', hsdsRoutes());
  },
  console: async () => (await import('./console.tsx')).resourcesSection,
  campaignPage: resourcesBlock,
  kit: resourcesKitSection,
  publicPages,
  sharedPage: sharedDirectory,
};
