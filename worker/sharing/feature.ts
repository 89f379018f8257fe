import type { Feature } from '../main/feature.ts';
import { cardRoutes } from './card-routes.ts';
import { sharingRoutes } from './routes.tsx';

export const sharing: Feature = {
  name: 'sharing',
  routes(app) {
    app.route('/', sharingRoutes());
    app.route('/', cardRoutes());
  },
};
