import type { Feature } from '../main/feature.ts';
import { forgetListedStatement } from './list-store.ts';
import { preferencesRoutes } from './preferences-routes.tsx';

/** Mails of a campaign to the supporters who want its news, each of them once. */
export const mailings: Feature = {
  name: 'mailings',
  tables: ['mailings', 'mailing_people', 'mailing_counts'],
  routes: (app) => void app.route('/', preferencesRoutes()),
  console: async () => (await import('./console.tsx')).newsSection,
  mails: [
    {
      kinds: ['news'],
      render: async (deps, mails) => (await import('./render-mails.ts')).renderNews(deps, mails),
    },
    {
      kinds: ['news-test'],
      render: async (deps, mails) => (await import('./render-mails.ts')).renderTests(deps, mails),
    },
  ],
  whenErased: (db, { ids }) => [forgetListedStatement(db, ids)],
  scheduled: [
    {
      name: 'send-mailings',
      stage: 'send',
      async run(deps, now, { house }) {
        const { goOnWithMailings } = await import('./go-on.ts');
        return goOnWithMailings(deps, now, house.renderMails(deps, now));
      },
    },
  ],
  retention: [
    {
      name: 'drop-mailing-lists',
      run: async (deps, now) => (await import('./go-on.ts')).dropLists(deps, now),
    },
  ],
  privacy: async () => (await import('./privacy.ts')).mailingsPrivacy,
};
