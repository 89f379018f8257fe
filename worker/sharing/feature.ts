import type { Feature } from '../main/feature.ts';
import { sharingBlock } from './campaign-block.tsx';
import { cardRoutes } from './card-routes.ts';
import { shareKitSection } from './kit.ts';
import { sharingRoutes } from './routes.tsx';

export const sharing: Feature = {
  name: 'sharing',
  campaignPage: sharingBlock,
  kit: shareKitSection,
  routes(app, { actionKinds, sharedPages }) {
    app.route('/', sharingRoutes(actionKinds, sharedPages));
    app.route('/', cardRoutes(actionKinds, sharedPages));
  },
};
