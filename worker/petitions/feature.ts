import type { Feature } from '../main/feature.ts';
import { petitionApi } from './api.ts';
import { petitionRoutes } from './routes.tsx';

export const petitions: Feature = {
  name: 'petitions',
  routes: (app) => app.route('/', petitionRoutes()),
  api: petitionApi,
};
