import type { Feature } from '../main/feature.ts';
import { jsonAnswer, languageParameter, refusals, slugParameter } from '../platform/http/openapi.ts';
import { mapQuery } from '../platform/query.ts';
import { publicCampaignSchema } from './public.ts';
import { campaignRoutes } from './routes.tsx';
import { slugsQuery } from './store.ts';

export const campaigns: Feature = {
  name: 'campaigns',
  tables: ['campaigns'],
  routes(app, { campaignBlocks }) {
    app.route('/', campaignRoutes(campaignBlocks));
  },
  lateRoutes: {
    under: ['/campaigns/:campaign/privacy', '/campaigns/:campaign/accessibility', '/accessibility'],
    async load({ privacySections }) {
      const { policyRoutes } = await import('./policy-routes.tsx');
      const sections = await privacySections();
      return (app) => app.route('/', policyRoutes(sections));
    },
  },
  kit: async () => (await import('./kit.ts')).campaignKitSection,
  publicPages: (db) =>
    mapQuery(slugsQuery(db), (slugs) => [
      '/',
      '/accessibility',
      ...slugs.flatMap((slug) => [`/campaigns/${slug}`, `/campaigns/${slug}/privacy`]),
    ]),
  api: ({ campaignBlocks }) => ({
    paths: {
      '/api/v1/campaigns/{campaign}': {
        parameters: [slugParameter('campaign'), languageParameter],
        get: {
          operationId: 'getCampaign',
          summary: 'A campaign and its actions',
          responses: {
            200: jsonAnswer('The campaign', publicCampaignSchema(campaignBlocks)),
            ...refusals([404]),
          },
        },
      },
    },
  }),
};
