import { message } from '../../web/language.ts';
import type { SharedPages } from '../campaigns/shared-page.ts';
import { mapQuery } from '../platform/query.ts';
import { trainingPath } from './links.ts';
import { copy } from './pages/part-copy.ts';
import { trainingQuery } from './store.ts';

export const sharedPages: SharedPages = (db, named) =>
  mapQuery(trainingQuery(db, named), (training) => (campaign) => {
    if (!training) return [];
    const { name, lead } = training;
    return [
      {
        name: 'training',
        path: trainingPath(campaign.slug),
        words: (language) => {
          const title = name[language];
          // The kit's own text speaks as somebody who has finished: it is on the last page alone.
          const text = `${message(copy[language].take, { name: title }, language)} {link}`;
          return { title, lead: lead[language], text };
        },
      },
    ];
  });
