import type { Feature } from '../main/feature.ts';
import { enqueueFoundStatement } from '../platform/mail/enqueue-found.ts';
import { broughtSection } from './brought/partner-section.tsx';
import { actionsBlock } from './campaign-block.tsx';
import { closeDueActions, reachedThresholds, reachThresholdsStatement } from './store.ts';

export const actions: Feature = {
  name: 'actions',
  tables: ['actions', 'action_texts', 'thresholds'],
  campaignPage: actionsBlock,
  partnerPage: broughtSection,
  whenCounted: {
    starts: (db, { actionId, now }) => [
      reachThresholdsStatement(db, actionId, now),
      enqueueFoundStatement(db, reachedThresholds, actionId, now),
    ],
  },
  scheduled: [{ name: 'close-actions', stage: 'settle', run: ({ db }, now) => closeDueActions(db, now) }],
};
