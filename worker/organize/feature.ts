import type { Hono } from 'hono';
import type { Feature } from '../main/feature.ts';
import type { ConsoleEnv } from './console-section.ts';
import { forgetEnded } from './link-store.ts';
import { organizerMailKinds } from './mail-kinds.ts';

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
  console: async () => (await import('./own-section.ts')).ownSection,
  lateRoutes: {
    under: ['/organize'],
    async load(house) {
      const { registerConsole } = await import('./routes.tsx');
      const sections = await house.consoleSections();
      return (app) => registerConsole(app as unknown as Hono<ConsoleEnv>, sections);
    },
  },
  mails: [
    {
      kinds: organizerMailKinds,
      async render(deps, entries, { now, house }) {
        const { renderOrganizerMails } = await import('./render-mails.ts');
        return renderOrganizerMails(deps, entries, { sections: await house.consoleSections(), now });
      },
    },
  ],
  scheduled: [
    {
      name: 'end-unused-access',
      stage: 'settle',
      run: async (deps, now) => (await import('./jobs.ts')).endUnused(deps, now),
    },
    {
      name: 'mail-what-waits',
      stage: 'tell',
      async run(deps, now, { house }) {
        const { mailWaiting } = await import('./jobs.ts');
        return mailWaiting(deps, { sections: await house.consoleSections(), now });
      },
    },
  ],
  retention: [{ name: 'forget-ended-sessions', run: ({ db }, now) => forgetEnded(db, now) }],
};
