import type { Feature } from '../main/feature.ts';
import { storiesBlock } from './campaign-block.tsx';
import { storiesDigest } from './digest-section.tsx';
import { storiesKitSection } from './kit.ts';
import { ownRoutes } from './own-routes.tsx';
import { partnerStoryRoutes } from './partner-routes.tsx';
import { storiesSectionOfPartner } from './partner-section.tsx';
import { storiesPrivacy } from './privacy.ts';
import { publicPages } from './public-pages.ts';
import { endKeptStories } from './retention.ts';
import { storyRoutes } from './routes.tsx';
import { sharedStories } from './shared-page.ts';
import { tellRoutes } from './tell-routes.tsx';

/** What survivors tell, for the uses that they allow. A campaign whose kit names no partner that invites has none. */
export const stories: Feature = {
  name: 'stories',
  tables: ['stories', 'story_consents', 'story_sheets'],
  routes(app) {
    app.route('/', storyRoutes());
    app.route('/', tellRoutes());
    app.route('/', ownRoutes());
    app.route('/', partnerStoryRoutes());
  },
  // A text that is sent comes back. To take a story down works always.
  handlesReadOnly: /^\/my-story\/[^/]+\/(write|take-down|pause|erase)$/,
  console: async () => (await import('./console.tsx')).storiesSection,
  campaignPage: storiesBlock,
  partnerPage: storiesSectionOfPartner,
  digest: storiesDigest,
  privacy: storiesPrivacy,
  retention: [{ name: 'end-kept-stories', run: endKeptStories }],
  kit: storiesKitSection,
  publicPages,
  sharedPage: sharedStories,
};
