import type { Feature } from '../main/feature.ts';
import { enqueueFoundStatement } from '../platform/mail/enqueue-found.ts';
import { mapQuery } from '../platform/query.ts';
import { actionsBlock } from './campaign-block.tsx';
import { publicActionsQuery } from './list-store.ts';
import { reachThresholds } from './reach-thresholds.ts';
import { pathOf } from './rules.ts';
import { reachedThresholds, reachThresholdsStatement } from './store.ts';
import { closeDueActions } from './term-store.ts';

export const actions: Feature = {
  name: 'actions',
  tables: ['actions', 'action_texts', 'thresholds', 'reopenings'],
  campaignPage: actionsBlock,
  privacy: async () => (await import('./privacy.ts')).actionsPrivacy,
  partnerPage: async (kinds) => (await import('./brought/partner-section.tsx')).broughtSection(kinds),
  publicPages: (db) => mapQuery(publicActionsQuery(db), (shown) => shown.map(pathOf)),
  whenCounted: {
    starts: (db, { actionId, now }) => [
      reachThresholdsStatement(db, actionId, now),
      enqueueFoundStatement(db, reachedThresholds, actionId, now),
    ],
  },
  mails: [
    {
      kinds: ['erasing'],
      render: async (deps, mails) => (await import('./erasing-mail.tsx')).renderErasingMails(deps, mails),
    },
  ],
  scheduled: [
    { name: 'close-actions', stage: 'settle', run: ({ db }, now) => closeDueActions(db, now) },
    {
      name: 'reach-thresholds',
      stage: 'settle',
      run: (deps, now, { house }) => {
        const starts = house.features.flatMap(({ whenCounted }) => whenCounted?.starts ?? []);
        return reachThresholds(deps, now, starts);
      },
    },
    {
      name: 'announce-erasing',
      stage: 'tell',
      run: async (deps, now) => (await import('./announce-erasing.ts')).announceErasing(deps, now),
    },
  ],
};
