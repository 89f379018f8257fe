import type { Feature } from '../main/feature.ts';
import { samplesApi } from './api.ts';
import { askedRoutes } from './asked-routes.tsx';
import { samplesDigest } from './digest-section.tsx';
import { goOnWithSamples } from './go-on.ts';
import { forgetAskedStatements, questionKind } from './people-store.ts';
import { samplesPart } from './petition-part.tsx';
import { samplesPrivacy, samplesSupporterSection } from './privacy.ts';
import { publicRoutes } from './public-routes.tsx';
import { renderQuestions } from './render-mails.ts';
import { samplesStatementPart } from './statement-part.ts';

/** Signatures drawn by a public seed, whose owners are asked whether they signed. */
export const samples: Feature = {
  name: 'samples',
  tables: ['samples', 'sample_people', 'sample_refusals'],
  routes(app) {
    app.route('/', askedRoutes());
    app.route('/', publicRoutes());
  },
  api: samplesApi,
  actionPage: samplesPart,
  console: async () => (await import('./console.tsx')).samplesSection,
  mails: [{ kinds: [questionKind], render: renderQuestions }],
  scheduled: [{ name: 'go-on-with-samples', stage: 'settle', run: goOnWithSamples }],
  whenErased: (db, { ids }) => forgetAskedStatements(db, ids),
  supporterPage: samplesSupporterSection,
  privacy: samplesPrivacy,
  statementPart: samplesStatementPart,
  digest: samplesDigest,
};
