import type { Feature } from '../main/feature.ts';
import { digestMailKinds } from './mail-kinds.ts';

export const digests: Feature = {
  name: 'digests',
  tables: ['digests', 'digest_lines'],
  lateRoutes: {
    under: ['/tallies', '/digests'],
    async load({ digestSections }) {
      const [{ digestRoutes }, sections] = await Promise.all([import('./routes.tsx'), digestSections()]);
      return (app) => app.route('/', digestRoutes(sections));
    },
  },
  mails: [
    {
      kinds: digestMailKinds,
      async render(deps, entries, { house }) {
        const { renderDigestMails } = await import('./render-mails.ts');
        return renderDigestMails(deps, entries, await house.digestSections());
      },
    },
  ],
  privacy: async () => (await import('./privacy.ts')).digestsPrivacy,
  health: async (db, now) => (await import('./health.ts')).failedForHealth(db, now),
  scheduled: [
    {
      name: 'make-digests',
      stage: 'tell',
      async run(deps, now, { house }) {
        const { runDigests } = await import('./jobs.ts');
        return runDigests(
          deps,
          { sections: await house.digestSections(), closings: house.digestClosings },
          now,
        );
      },
    },
  ],
};
