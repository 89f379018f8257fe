import type { Feature } from '../main/feature.ts';
import { eventApi } from './api.ts';
import { eventsBlock } from './campaign-block.tsx';
import { markOver } from './coming-store.ts';
import { eraseDoorCodesStatement } from './door/store.ts';
import { eventKind } from './kind.ts';
import { eventMailKinds } from './mail-kinds.ts';
import { recountSeats } from './recount-store.ts';
import { eventRoutes } from './routes.tsx';
import { eraseSignUpsStatement } from './store.ts';
import { supporterSection } from './supporter-section.ts';
import { eraseHoursStatement } from './volunteer/store.ts';
import { signUpWrites } from './writes.ts';

/** Events with times and places. A sign-up is a signature on one. */
export const events: Feature = {
  name: 'events',
  tables: [
    'events',
    'event_slots',
    'sign_ups',
    'door_codes',
    'door_counts',
    'door_walk_ins',
    'volunteer_hours',
    'volunteer_totals',
  ],
  actionKind: eventKind,
  routes(app) {
    app.route('/', eventRoutes());
    app.route('/embed', eventRoutes());
  },
  lateRoutes: {
    under: [
      '/my/:token/sign-up',
      '/confirm/:token/sign-up',
      '/my/:token/conditions',
      '/confirm/:token/conditions',
      '/my/:token/event.ics',
      '/my/:token/hours',
      '/events/:event/calendar.ics',
      '/events/:event/program',
      '/events/:event/speak',
      '/api/v1/events/:event',
    ],
    async load() {
      const { lateRoutes } = await import('./late-routes.ts');
      return lateRoutes;
    },
  },
  handlesReadOnly:
    /^(\/embed)?\/(events\/[^/]+\/(sign-ups|speak)|(my|confirm)\/[^/]+\/(sign-up|conditions))$/,
  console: async () => (await import('./console.tsx')).eventsSection,
  privacy: async () => (await import('./privacy.ts')).eventsPrivacy,
  supporterPage: supporterSection,
  writes: () => signUpWrites,
  mails: [
    {
      kinds: eventMailKinds,
      render: async (deps, entries, { now }) =>
        (await import('./render-mails.ts')).renderEventMails(deps, entries, now),
    },
  ],
  scheduled: [
    { name: 'mark-events-over', stage: 'settle', run: ({ db }, now) => markOver(db, now) },
    {
      name: 'remind-of-events',
      stage: 'tell',
      run: async (deps, now) => (await import('./tell.ts')).remindOfEvents(deps, now),
    },
    {
      name: 'tell-of-changed-events',
      stage: 'tell',
      run: async (deps, now) => (await import('./tell.ts')).tellOfChanges(deps, now),
    },
  ],
  retention: [
    {
      name: 'forget-safety-notes',
      run: async (deps, now) => (await import('./tell.ts')).forgetSafetyNotes(deps, now),
    },
  ],
  campaignPage: eventsBlock,
  digest: async () => (await import('./digest-section.tsx')).eventDigest,
  api: eventApi,
  whenErased: (db, { ids }) => [
    eraseSignUpsStatement(db, ids),
    eraseDoorCodesStatement(db, ids),
    eraseHoursStatement(db, ids),
  ],
  recount: recountSeats,
  kit: async () => (await import('./kit.ts')).eventKitSection,
};
