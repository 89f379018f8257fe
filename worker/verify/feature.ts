import type { Feature } from '../main/feature.ts';
import { knownQuery } from '../platform/query.ts';
import { verifyRoutes } from './routes.tsx';

/** The page on which anybody checks a statement, a proof or a receipt. */
export const verify: Feature = {
  name: 'verify',
  routes(app) {
    app.route('/', verifyRoutes());
  },
  publicPages: () => knownQuery(['/verify']),
};
