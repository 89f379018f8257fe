import type { Feature } from '../main/feature.ts';
import { runDigests } from './jobs.ts';
import { digestMailKinds, renderDigestMails } from './render-mails.ts';
import { digestRoutes } from './routes.tsx';

export const digests: Feature = {
  name: 'digests',
  tables: ['digests', 'digest_lines'],
  routes: (app) => app.route('/', digestRoutes()),
  mails: [{ kinds: digestMailKinds, render: renderDigestMails }],
  scheduled: [{ name: 'make-digests', stage: 'tell', run: runDigests }],
};
