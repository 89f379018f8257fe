import type { Feature } from '../main/feature.ts';
import { replacedKind } from './answer-store.ts';
import { answersAsNews } from './news.tsx';
import { asksPart } from './petition-part.tsx';

export const responses: Feature = {
  name: 'responses',
  tables: ['asks', 'answer_requests', 'answers'],
  console: async () => (await import('./console.tsx')).responsesSection,
  actionPage: asksPart,
  lateRoutes: {
    under: ['/answer', '/petitions/:petition/answers'],
    async load() {
      const [{ answerRoutes }, { versionsRoutes }] = await Promise.all([
        import('./routes.tsx'),
        import('./versions-routes.tsx'),
      ]);
      return (app) => app.route('/', answerRoutes()).route('/', versionsRoutes());
    },
  },
  handlesReadOnly: /^\/answer\/[^/]+$/,
  digest: async () => (await import('./digest-section.tsx')).responsesDigest,
  news: answersAsNews,
  kit: async () => (await import('./kit.ts')).responsesKitSection,
  mails: [
    {
      kinds: ['answer-request', 'answer-receipt', replacedKind],
      render: async (deps, mails, options) =>
        (await import('./render-mails.ts')).renderCommitteeMails(deps, mails, options),
    },
    {
      kinds: ['answer-news'],
      render: async (deps, mails, options) =>
        (await import('./render-mails.ts')).renderSupporterNews(deps, mails, options),
    },
  ],
  scheduled: [
    {
      name: 'ask-for-answers',
      stage: 'tell',
      run: async (deps, now) => (await import('./ask-for-answers.ts')).askForAnswers(deps, now),
    },
  ],
};
