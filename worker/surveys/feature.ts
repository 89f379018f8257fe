import type { Feature } from '../main/feature.ts';
import { surveyApi } from './api.ts';
import { surveyApiRoutes } from './api-routes.ts';
import { askKind } from './carry/ask-sent.ts';
import { draftRoutes } from './draft-routes.tsx';
import { forgetOldDrafts } from './drafts.ts';
import { surveyKind } from './kind.ts';
import { moderatedSentences } from './moderated.ts';
import { recountAnswers } from './recount-store.ts';
import { surveyRoutes } from './routes.tsx';
import { eraseResponsesStatement } from './store.ts';
import { supporterAnswers } from './supporter-page.tsx';
import { supporterAnswerRoutes } from './supporter-page-routes.tsx';
import { surveyWrites } from './writes.ts';

export const surveys: Feature = {
  name: 'surveys',
  tables: [
    'surveys',
    'responses',
    'answer_counts',
    'answer_changes',
    'survey_sends',
    'send_counts',
    'send_changes',
    'survey_drafts',
  ],
  actionKind: surveyKind,
  console: async () => ({ verbs: {}, numbers: (await import('./week-numbers.ts')).surveyNumbers }),
  moderated: moderatedSentences,
  privacy: async () => (await import('./privacy.ts')).surveysPrivacy,
  supporterPage: supporterAnswers,
  routes(app) {
    app.route('/', supporterAnswerRoutes());
    app.route('/', surveyRoutes());
    app.route('/', surveyApiRoutes());
    app.route('/', draftRoutes());
    app.route('/embed', surveyRoutes());
    app.route('/embed', draftRoutes());
  },
  lateRoutes: {
    under: [
      ...['send', 'opened', 'reported', 'sent', 'thank-you/:token/send'].map(
        (path) => `/surveys/:survey/${path}`,
      ),
      '/my/:token/send',
    ],
    async load() {
      const { sendRoutes } = await import('./carry/routes.tsx');
      return (app) => app.route('/', sendRoutes());
    },
  },
  handlesReadOnly: /^(\/embed)?\/(surveys\/[^/]+\/(responses|send|opened)|(my|confirm)\/[^/]+\/answers)$/,
  writes: () => surveyWrites,
  mails: [
    {
      kinds: [askKind],
      render: async (deps, entries, { now }) =>
        (await import('./carry/mail.tsx')).renderAskMails(deps, entries, now),
    },
  ],
  scheduled: [
    {
      name: 'ask-whether-sent',
      stage: 'tell',
      run: async (deps, now, how) => (await import('./jobs.ts')).runSurveys(deps, now, how),
    },
  ],
  retention: [{ name: 'forget-drafts', run: forgetOldDrafts }],
  kit: async () => (await import('./kit/section.ts')).surveyKitSection,
  whenErased: (db, { ids }) => [eraseResponsesStatement(db, ids)],
  recount: recountAnswers,
  api: surveyApi,
  digest: async () => (await import('./digest/section.tsx')).surveyDigest,
};
