import type { Feature } from '../main/feature.ts';
import { sharingBlock } from './campaign-block.tsx';
import { cardRoutes } from './card-routes.ts';

export const sharing: Feature = {
  name: 'sharing',
  campaignPage: sharingBlock,
  kit: async () => (await import('./kit.ts')).shareKitSection,
  routes(app, { actionKinds, sharedPages }) {
    app.route('/', cardRoutes(actionKinds, sharedPages));
  },
  lateRoutes: {
    under: ['/campaigns/:campaign/share', '/campaigns/:campaign/print'],
    async load({ actionKinds, sharedPages }) {
      const { sharingRoutes } = await import('./routes.tsx');
      return (app) => app.route('/', sharingRoutes(actionKinds, sharedPages));
    },
  },
};
