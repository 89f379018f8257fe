import type { Feature } from '../main/feature.ts';
import { webhooksApi } from './api.ts';
import { givenUpAfter } from './rules.ts';
import { tellWebhooksStatement } from './store.ts';

export const webhooks: Feature = {
  name: 'webhooks',
  tables: ['webhooks', 'webhook_deliveries'],
  console: async () => (await import('./console.tsx')).webhooksConsole,
  whenCounted: {
    starts: (db, { actionId, ids, now }) => [tellWebhooksStatement(db, { actionId, counted: ids, now })],
  },
  scheduled: [
    {
      name: 'deliver-webhooks',
      stage: 'send',
      run: async (deps, now) => (await import('./deliver.ts')).deliverWebhooks(deps, now),
    },
    {
      name: 'tidy-webhook-deliveries',
      stage: 'tidy',
      run: async ({ db }, now) =>
        (await import('./delivery-store.ts')).tidyDeliveries(db, { now, givenUpAfter }),
    },
  ],
  privacy: async () => (await import('./privacy.ts')).webhooksPrivacy,
  partnerPage: async () => (await import('./partner-section.tsx')).webhooksSection,
  api: ({ actionKinds }) => webhooksApi(actionKinds),
};
