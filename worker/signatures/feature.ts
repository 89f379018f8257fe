import type { Feature } from '../main/feature.ts';
import { changeRoutes } from './change-routes.tsx';
import { confirmRoutes } from './confirm-routes.tsx';
import { endBounced } from './end-bounced.ts';
import { differencesForHealth } from './health.ts';
import { supporterMailKinds } from './mail-kinds.ts';
import { moderatedWords } from './moderated.ts';
import { recountSignatures } from './recount-store.ts';
import { checkEmailRoutes, thankYouRoutes } from './routes.tsx';
import { supporterPageRoutes } from './supporter-page-routes.tsx';
import { signatureWrites } from './writes.ts';

export const signatures: Feature = {
  name: 'signatures',
  tables: [
    'signatures',
    'signature_decisions',
    'signature_pairs',
    'recounts',
    'hourly_arrivals',
    'arrivals_walk',
    'unusual_rates',
  ],
  console: async ({ hooks }) => (await import('./console.tsx')).signaturesSection(hooks.whenCounted),
  routes(app, { actionKinds, supporterSections }) {
    app.route('/', checkEmailRoutes(actionKinds));
    app.route('/', confirmRoutes(actionKinds, supporterSections));
    app.route('/', changeRoutes(actionKinds));
    app.route('/', thankYouRoutes(actionKinds));
    app.route('/', supporterPageRoutes(actionKinds, supporterSections));
    app.route('/embed', checkEmailRoutes(actionKinds));
  },
  handlesReadOnly: /^((\/embed)?\/[a-z]+\/[^/]+\/resend|\/my\/[^/]+\/correct|\/confirm\/[^/]+\/change)$/,
  writes: signatureWrites,
  mails: [
    {
      kinds: supporterMailKinds,
      async render(deps, entries, { house }) {
        const { renderSupporterMails } = await import('./render-mails.ts');
        return renderSupporterMails(deps, entries, house.actionKinds);
      },
      bounced: endBounced,
    },
  ],
  scheduled: [
    {
      name: 'remind-unconfirmed',
      stage: 'settle',
      run: async (deps, now, { reminding }) =>
        reminding && (await import('./reminders.ts')).remindUnconfirmed(deps, now),
    },
    {
      name: 'compare-names',
      stage: 'settle',
      run: async (deps) => (await import('./decide-pair.ts')).compareNames(deps),
    },
    {
      name: 'watch-rates',
      stage: 'settle',
      run: async (deps, now) => (await import('./watch-rates.ts')).watchRates(deps, now),
    },
    {
      name: 'recount',
      stage: 'tidy',
      run: async (deps, now, { house }) =>
        (await import('./recount.ts')).recountDue(deps, now, house.recounts),
    },
  ],
  retention: [
    {
      name: 'forget-arrivals',
      run: async (deps, now) => (await import('./watch-rates.ts')).forgetArrivals(deps, now),
    },
    {
      name: 'end-never-confirmed',
      run: async (deps, now, hooks) => (await import('./retention.ts')).endNeverConfirmed(deps, now, hooks),
    },
    {
      name: 'erase-bounced',
      run: async (deps, now, hooks) => (await import('./retention.ts')).eraseBounced(deps, now, hooks),
    },
    {
      name: 'end-retention',
      run: async (deps, now, hooks) => (await import('./retention.ts')).endRetention(deps, now, hooks),
    },
  ],
  moderated: moderatedWords,
  privacy: async () => (await import('./privacy.ts')).signaturesPrivacy,
  kit: async () => (await import('./kit.ts')).signatureKitSection,
  recount: recountSignatures,
  health: differencesForHealth,
};
