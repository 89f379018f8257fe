import type { Feature } from '../main/feature.ts';
import { trainingBlock } from './campaign-block.tsx';
import { forgetOldMarks } from './count.ts';
import { publicPages } from './public-pages.ts';
import { sharedPages } from './shared-pages.ts';

/** Lessons with questions and a certificate. A campaign whose kit has none has no such pages. */
export const training: Feature = {
  name: 'training',
  tables: ['trainings', 'training_modules', 'training_days', 'training_totals', 'training_marks'],
  lateRoutes: {
    under: ['/campaigns/:campaign/training', '/training'],
    async load() {
      const { trainingRoutes } = await import('./routes.tsx');
      return (app) => app.route('/', trainingRoutes());
    },
  },
  console: async () => (await import('./console.tsx')).trainingSection,
  handlesReadOnly: /^\/campaigns\/[^/]+\/training\/(run|certificate|certificate\/file)$/,
  retention: [{ name: 'forget-training-marks', run: forgetOldMarks }],
  campaignPage: trainingBlock,
  privacy: async () => (await import('./privacy.ts')).trainingPrivacy,
  kit: async () => (await import('./kit.ts')).trainingKitSection,
  digest: async () => (await import('./digest-section.tsx')).trainingDigest,
  publicPages,
  sharedPages,
};
