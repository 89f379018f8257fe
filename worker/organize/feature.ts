import type { Hono } from 'hono';
import type { Feature } from '../main/feature.ts';
import type { ConsoleEnv } from './console-section.ts';
import { endUnused, mailWaiting } from './jobs.ts';
import { forgetEnded } from './link-store.ts';
import { ownSection } from './own-section.ts';
import { organizerMailKinds, renderOrganizerMails } from './render-mails.ts';
import { registerConsole } from './routes.tsx';

export const organize: Feature = {
  name: 'organize',
  tables: [
    'organizers',
    'organizer_roles',
    'organizer_sessions',
    'organizer_links',
    'organizer_passkeys',
    'organizer_claims',
    'acts',
    'act_checks',
  ],
  console: ownSection,
  routes: (app, house) => registerConsole(app as unknown as Hono<ConsoleEnv>, house.consoleSections()),
  mails: [
    {
      kinds: organizerMailKinds,
      render: (deps, entries, { now, house }) =>
        renderOrganizerMails(deps, entries, { sections: house.consoleSections(), now }),
    },
  ],
  scheduled: [
    { name: 'end-unused-access', stage: 'settle', run: (deps, now) => endUnused(deps, now) },
    {
      name: 'mail-what-waits',
      stage: 'tell',
      run: (deps, now, { house }) => mailWaiting(deps, { sections: house.consoleSections(), now }),
    },
  ],
  retention: [{ name: 'forget-ended-sessions', run: ({ db }, now) => forgetEnded(db, now) }],
};
