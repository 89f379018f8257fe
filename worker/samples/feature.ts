import type { Feature } from '../main/feature.ts';
import { samplesApi } from './api.ts';
import { forgetAskedStatements, questionKind } from './people-store.ts';
import { samplesPart } from './petition-part.tsx';
import { samplesStatementPart } from './statement-part.ts';
import { samplesSupporterSection } from './supporter-section.ts';

/** Signatures drawn by a public seed, whose owners are asked whether they signed. */
export const samples: Feature = {
  name: 'samples',
  tables: ['samples', 'sample_people', 'sample_refusals'],
  lateRoutes: {
    under: ['/asked', '/samples', '/api/v1/actions/:action/samples'],
    async load() {
      const [{ askedRoutes }, { publicRoutes }] = await Promise.all([
        import('./asked-routes.tsx'),
        import('./public-routes.tsx'),
      ]);
      return (app) => app.route('/', askedRoutes()).route('/', publicRoutes());
    },
  },
  api: samplesApi,
  actionPage: samplesPart,
  console: async () => (await import('./console.tsx')).samplesSection,
  mails: [
    {
      kinds: [questionKind],
      render: async (deps, mails, options) =>
        (await import('./render-mails.ts')).renderQuestions(deps, mails, options),
    },
  ],
  scheduled: [
    {
      name: 'go-on-with-samples',
      stage: 'settle',
      run: async (deps, now) => (await import('./go-on.ts')).goOnWithSamples(deps, now),
    },
  ],
  whenErased: (db, { ids }) => forgetAskedStatements(db, ids),
  supporterPage: samplesSupporterSection,
  privacy: async () => (await import('./privacy.ts')).samplesPrivacy,
  statementPart: samplesStatementPart,
  digest: async () => (await import('./digest-section.tsx')).samplesDigest,
};
