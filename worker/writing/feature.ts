import type { Feature } from '../main/feature.ts';
import { privatePage } from '../platform/http/security.ts';

/** What organizers write in the console: drafts of a campaign's kit, and how they become public. */
export const writing: Feature = {
  name: 'writing',
  tables: ['drafts', 'draft_saves'],
  // Imported when it is first asked for, like the console: residents never need it.
  routes(app, { kitSections }) {
    app.get('/drafts/:token', privatePage, async (c) => {
      const { showSharedDraft } = await import('./shared-routes.tsx');
      return showSharedDraft(c, await kitSections());
    });
    app.get('/drafts/:token/see', privatePage, async (c) => {
      const { showSharedPreview } = await import('./shared-routes.tsx');
      return showSharedPreview(c, await kitSections());
    });
  },
  console: async ({ kitSections }) => (await import('./console.tsx')).writingSection(await kitSections()),
  scheduled: [
    {
      name: 'publish-drafts',
      stage: 'settle',
      async run(deps, now, { house }) {
        const { publishDue } = await import('./jobs.ts');
        await publishDue(deps, { sections: house.kitSections, now });
      },
    },
  ],
  retention: [
    {
      name: 'forget-ended-drafts',
      run: async (deps, now) => (await import('./jobs.ts')).forgetEnded(deps, now),
    },
  ],
};
