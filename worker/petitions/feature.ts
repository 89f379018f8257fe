import type { Feature } from '../main/feature.ts';
import { petitionApi } from './api.ts';
import { petitionApiRoutes } from './api-routes.ts';
import { petitionKind } from './kind.ts';
import { petitionKitSection } from './kit.ts';
import { framedPetitionRoutes, petitionRoutes } from './routes.tsx';

export const petitions: Feature = {
  name: 'petitions',
  actionKind: petitionKind,
  routes(app) {
    app.route('/', petitionRoutes());
    app.route('/', petitionApiRoutes());
    app.route('/embed', petitionRoutes());
    app.route('/embed', framedPetitionRoutes());
  },
  givesBack: /^(\/embed)?\/petitions\/[^/]+\/signatures$/,
  kit: petitionKitSection,
  api: petitionApi,
};
