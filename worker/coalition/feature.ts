import type { Feature } from '../main/feature.ts';
import { coalitionBlock } from './campaign-block.tsx';
import { normsKind } from './norms-store.ts';
import { partnerRoutes } from './routes.ts';
import { shortLinkRoutes } from './short-link-routes.ts';

export const coalition: Feature = {
  name: 'coalition',
  tables: [
    ...['sources', 'short_links', 'partners', 'partner_sectors', 'source_views', 'source_view_counts'],
    ...['norm_versions', 'norm_agreements', 'coalition_entries'],
  ],
  lateRoutes: {
    under: ['/partners/:token/coalition'],
    async load() {
      const { togetherRoutes } = await import('./together-routes.tsx');
      return (app) => app.route('/', togetherRoutes());
    },
  },
  // A text that is sent comes back.
  handlesReadOnly: /^\/partners\/[^/]+\/coalition$/,
  mails: [
    {
      kinds: [normsKind],
      render: async (deps, mails) => (await import('./mail.tsx')).renderNormsMails(deps, mails),
    },
  ],
  scheduled: [
    {
      name: 'ask-partners-about-norms',
      stage: 'tell',
      run: async (deps, now) => (await import('./agree.ts')).askPartners(deps, now),
    },
  ],
  campaignPage: coalitionBlock,
  console: async () => (await import('./console.tsx')).coalitionSection,
  routes(app, { partnerPageSections }) {
    app.route('/', shortLinkRoutes());
    app.route('/', partnerRoutes(partnerPageSections));
  },
  privacy: async () => (await import('./privacy.ts')).coalitionPrivacy,
  kit: async () => (await import('./kit.ts')).coalitionKitSection,
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
