import { message } from '../../web/language.ts';
import type { SharedPages } from '../campaigns/shared-page.ts';
import { mapQuery } from '../platform/query.ts';
import { statePath } from './links.ts';
import { copy } from './pages/part-copy.ts';
import { rollupQuery } from './store.ts';

export const sharedPages: SharedPages = (db, named) =>
  mapQuery(rollupQuery(db, named), (rollup) => (campaign) => {
    if (!rollup) return [];
    return [
      {
        name: 'state',
        path: statePath(campaign.slug),
        words: (language) => {
          const state = rollup.name[language];
          const { title, lead, share } = copy[language];
          const say = (template: string) => message(template, { state }, language);
          return { title: say(title), lead: say(lead), text: share.replace('{state}', state) };
        },
      },
    ];
  });
