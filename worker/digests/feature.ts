import type { Feature } from '../main/feature.ts';
import { runDigests } from './jobs.ts';
import { digestMailKinds, renderDigestMails } from './render-mails.ts';
import { digestRoutes } from './routes.tsx';

export const digests: Feature = {
  name: 'digests',
  tables: ['digests', 'digest_lines'],
  routes: (app, { digestSections }) => app.route('/', digestRoutes(digestSections)),
  mails: [
    {
      kinds: digestMailKinds,
      render: (deps, entries, { house }) => renderDigestMails(deps, entries, house.digestSections),
    },
  ],
  privacy: async () => (await import('./privacy.ts')).digestsPrivacy,
  scheduled: [
    {
      name: 'make-digests',
      stage: 'tell',
      run: (deps, now, { house }) =>
        runDigests(deps, { sections: house.digestSections, closings: house.digestClosings }, now),
    },
  ],
};
