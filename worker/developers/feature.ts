import type { Feature } from '../main/feature.ts';
import { fileAnswers, languageParameter, slugParameter } from '../platform/http/openapi.ts';
import { knownQuery } from '../platform/query.ts';
import { discoveryRoutes } from './discovery-routes.ts';
import { feedRoutes } from './feed-routes.ts';

export const developers: Feature = {
  name: 'developers',
  routes(app, { actionKinds, newsSources, publicPages }) {
    app.route('/', feedRoutes(actionKinds, newsSources));
    app.route('/', discoveryRoutes(publicPages));
  },
  lateRoutes: {
    under: ['/developers', '/openapi.json'],
    async load({ apiDocument }) {
      const { developerRoutes } = await import('./routes.tsx');
      return (app) => app.route('/', developerRoutes({ documentAt: apiDocument }));
    },
  },
  publicPages: () => knownQuery(['/developers']),
  api: {
    paths: {
      '/campaigns/{campaign}/updates.xml': {
        parameters: [slugParameter('campaign'), languageParameter],
        get: {
          operationId: 'getUpdates',
          summary: 'The news of a campaign, as RSS 2.0',
          responses: fileAnswers('The feed', 'application/rss+xml'),
        },
      },
      '/campaigns/{campaign}/junctures.ics': {
        parameters: [slugParameter('campaign'), languageParameter],
        get: {
          operationId: 'getJunctures',
          summary: 'The dates that decide, and the last days to sign, as a calendar',
          responses: fileAnswers('The calendar', 'text/calendar'),
        },
      },
    },
  },
};
