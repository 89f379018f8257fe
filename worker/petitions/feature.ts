import type { Feature } from '../main/feature.ts';
import { petitionApi } from './api.ts';
import { petitionApiRoutes } from './api-routes.ts';
import { commentsRoutes } from './comments-routes.tsx';
import { earlierTextRoutes } from './earlier-text-routes.tsx';
import { petitionKind } from './kind.ts';
import { framedPetitionRoutes, petitionRoutes } from './routes.tsx';

export const petitions: Feature = {
  name: 'petitions',
  actionKind: petitionKind,
  console: async () => ({ verbs: {}, numbers: (await import('./week-numbers.ts')).petitionNumbers }),
  routes(app, { actionParts }) {
    app.route('/', petitionRoutes(actionParts));
    app.route('/', commentsRoutes());
    app.route('/', earlierTextRoutes());
    app.route('/', petitionApiRoutes(actionParts));
    app.route('/embed', petitionRoutes(actionParts));
    app.route('/embed', framedPetitionRoutes());
  },
  handlesReadOnly: /^(\/embed)?\/petitions\/[^/]+\/signatures$/,
  kit: async () => (await import('./kit.ts')).petitionKitSection,
  mails: [
    {
      kinds: ['threshold'],
      render: async (deps, mails) => (await import('./render-mails.ts')).renderThresholdMails(deps, mails),
    },
  ],
  api: ({ actionParts }) => petitionApi(actionParts),
  digest: async () => (await import('./digest/section.tsx')).petitionDigest,
};
