import type { Feature } from '../main/feature.ts';
import { mapQuery } from '../platform/query.ts';
import { timelineBlock } from './campaign-block.tsx';
import { timelinePath } from './links.ts';
import { reminderKind } from './mail-kinds.ts';
import { datedCampaignsQuery } from './store.ts';

/** Phases and junctures for everybody, and what is planned for those who run the campaign. */
export const timeline: Feature = {
  name: 'timeline',
  tables: ['tactics', 'tactic_texts'],
  lateRoutes: {
    under: ['/campaigns/:campaign/timeline'],
    async load() {
      const { timelineRoutes } = await import('./routes.tsx');
      return (app) => app.route('/', timelineRoutes());
    },
  },
  console: async () => (await import('./console.tsx')).timelineSection,
  campaignPage: timelineBlock,
  digest: async () => (await import('./digest-section.tsx')).timelineDigest,
  mails: [
    {
      kinds: [reminderKind],
      render: async (deps, entries) => (await import('./render-mails.ts')).renderReminders(deps, entries),
    },
  ],
  scheduled: [
    {
      name: 'remind-of-tactics',
      stage: 'tell',
      run: async (deps, now) => (await import('./remind.ts')).remindOfTactics(deps, now),
    },
  ],
  publicPages: (db) => mapQuery(datedCampaignsQuery(db), (slugs) => slugs.map(timelinePath)),
};
