import type { Feature } from '../main/feature.ts';
import { storiesBlock } from './campaign-block.tsx';
import { publicPages } from './public-pages.ts';
import { endKeptStories } from './retention.ts';
import { sharedPages } from './shared-pages.ts';

/** What survivors tell, for the uses that they allow. A campaign whose kit names no partner that invites has none. */
export const stories: Feature = {
  name: 'stories',
  tables: ['stories', 'story_consents', 'story_sheets'],
  lateRoutes: {
    under: ['/campaigns/:campaign/stories', '/tell', '/my-story', '/partners/:token/stories'],
    async load() {
      const [{ storyRoutes }, { tellRoutes }, { ownRoutes }, { partnerStoryRoutes }] = await Promise.all([
        import('./routes.tsx'),
        import('./tell-routes.tsx'),
        import('./own-routes.tsx'),
        import('./partner-routes.tsx'),
      ]);
      return (app) => {
        for (const routes of [storyRoutes, tellRoutes, ownRoutes, partnerStoryRoutes])
          app.route('/', routes());
      };
    },
  },
  // A text that is sent comes back. To take a story down works always.
  handlesReadOnly:
    /^(\/my-story\/[^/]+\/(write|take-down|pause|erase)|\/organize\/campaigns\/[^/]+\/stories\/[^/]+\/stop)$/,
  console: async () => (await import('./console.tsx')).storiesSection,
  campaignPage: storiesBlock,
  partnerPage: async () => (await import('./partner-section.tsx')).storiesSectionOfPartner,
  digest: async () => (await import('./digest-section.tsx')).storiesDigest,
  privacy: async () => (await import('./privacy.ts')).storiesPrivacy,
  retention: [{ name: 'end-kept-stories', run: endKeptStories }],
  kit: async () => (await import('./kit.ts')).storiesKitSection,
  publicPages,
  sharedPages,
};
