import type { Feature } from '../main/feature.ts';
import { fileAnswers, slugParameter } from '../platform/http/openapi.ts';
import { knownQuery } from '../platform/query.ts';
import { textRoutes } from './text-routes.ts';

/** The page on which anybody checks a statement, a proof or a receipt. */
export const verify: Feature = {
  name: 'verify',
  routes(app) {
    app.route('/', textRoutes());
  },
  lateRoutes: {
    under: ['/verify'],
    async load() {
      const { verifyRoutes } = await import('./routes.tsx');
      return (app) => app.route('/', verifyRoutes());
    },
  },
  api: {
    paths: {
      '/api/v1/actions/{action}/texts': {
        parameters: [slugParameter('action')],
        get: {
          operationId: 'getTexts',
          summary:
            'Every text of a petition or survey that could be signed, with the hash that statements hold',
          responses: fileAnswers('The texts', 'application/json'),
        },
      },
    },
  },
  publicPages: () => knownQuery(['/verify']),
};
