import type { Feature } from '../main/feature.ts';
import { askForAnswers } from './ask-for-answers.ts';
import { responsesDigest } from './digest-section.tsx';
import { responsesKitSection } from './kit.ts';
import { answersAsNews } from './news.tsx';
import { asksPart } from './petition-part.tsx';
import {
  committeeMailKinds,
  newsMailKinds,
  renderCommitteeMails,
  renderSupporterNews,
} from './render-mails.ts';

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
  digest: responsesDigest,
  news: answersAsNews,
  kit: responsesKitSection,
  mails: [
    { kinds: committeeMailKinds, render: renderCommitteeMails },
    { kinds: newsMailKinds, render: renderSupporterNews },
  ],
  scheduled: [{ name: 'ask-for-answers', stage: 'tell', run: askForAnswers }],
};
