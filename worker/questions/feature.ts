import type { Feature } from '../main/feature.ts';
import { confirmKind, endKept } from './ask.ts';
import { questionsBlock } from './campaign-block.tsx';
import { toldKind } from './decide.ts';
import { publicPages } from './public-pages.ts';

/** People ask a campaign; its organizers answer in public. */
export const questions: Feature = {
  name: 'questions',
  tables: ['asked_questions', 'question_entries', 'question_entry_versions'],
  lateRoutes: {
    under: ['/campaigns/:campaign/questions', '/campaigns/:campaign/question-versions', '/questions'],
    async load() {
      const { questionRoutes } = await import('./routes.tsx');
      return (app) => app.route('/', questionRoutes());
    },
  },
  handlesReadOnly: /^\/campaigns\/[^/]+\/questions$/,
  console: async () => (await import('./console.tsx')).questionsSection,
  mails: [
    {
      kinds: [confirmKind, toldKind],
      render: async (deps, mails) => (await import('./render-mails.ts')).renderQuestionMails(deps, mails),
    },
  ],
  retention: [{ name: 'end-kept-questions', run: endKept }],
  kit: async () => (await import('./kit.ts')).questionsKitSection,
  campaignPage: questionsBlock,
  privacy: async () => (await import('./privacy.ts')).questionsPrivacy,
  publicPages,
};
