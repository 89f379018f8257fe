import type { Feature } from '../main/feature.ts';
import { coalitionBlock } from './campaign-block.tsx';
import { coalitionKitSection } from './kit.ts';
import { partnerRoutes } from './routes.tsx';
import { shortLinkRoutes } from './short-link-routes.ts';

export const coalition: Feature = {
  name: 'coalition',
  tables: ['sources', 'short_links', 'partners', 'source_views', 'source_view_counts'],
  campaignPage: coalitionBlock,
  console: async () => (await import('./console.tsx')).coalitionSection,
  routes(app, { partnerPageSections }) {
    app.route('/', shortLinkRoutes());
    app.route('/', partnerRoutes(partnerPageSections));
  },
  privacy: async () => (await import('./privacy.ts')).coalitionPrivacy,
  kit: coalitionKitSection,
  api: {
    securitySchemes: {
      partnerKey: {
        type: 'http',
        scheme: 'bearer',
        description:
          'The key of a partner of the campaign. What comes with it has a source of that partner: the one it names, or else its first. It has a limit of its own for a day.',
      },
    },
  },
};
