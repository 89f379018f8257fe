import type { Feature } from '../main/feature.ts';
import { changeRoutes } from './change-routes.tsx';
import { confirmRoutes } from './confirm-routes.tsx';
import { compareNames } from './decide-pair.ts';
import { endBounced } from './end-bounced.ts';
import { differencesForHealth } from './health.ts';
import { supporterMailKinds } from './mail-kinds.ts';
import { moderatedWords } from './moderated.ts';
import { recountDue } from './recount.ts';
import { recountSignatures } from './recount-store.ts';
import { remindUnconfirmed } from './reminders.ts';
import { endNeverConfirmed, endRetention, eraseBounced } from './retention.ts';
import { checkEmailRoutes, thankYouRoutes } from './routes.tsx';
import { supporterPageRoutes } from './supporter-page-routes.tsx';
import { forgetArrivals, watchRates } from './watch-rates.ts';
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
      run: async (deps, now, { reminding }) => reminding && remindUnconfirmed(deps, now),
    },
    { name: 'compare-names', stage: 'settle', run: (deps) => compareNames(deps) },
    { name: 'watch-rates', stage: 'settle', run: (deps, now) => watchRates(deps, now) },
    { name: 'recount', stage: 'tidy', run: (deps, now, { house }) => recountDue(deps, now, house.recounts) },
  ],
  retention: [
    { name: 'forget-arrivals', run: forgetArrivals },
    { name: 'end-never-confirmed', run: endNeverConfirmed },
    { name: 'erase-bounced', run: eraseBounced },
    { name: 'end-retention', run: endRetention },
  ],
  moderated: moderatedWords,
  privacy: async () => (await import('./privacy.ts')).signaturesPrivacy,
  kit: async () => (await import('./kit.ts')).signatureKitSection,
  recount: recountSignatures,
  health: differencesForHealth,
};
