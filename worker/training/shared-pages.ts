import type { SharedPages } from '../campaigns/shared-page.ts';
import { mapQuery } from '../platform/query.ts';
import { trainingPath } from './links.ts';
import { trainingQuery } from './store.ts';

export const sharedPages: SharedPages = (db, named) =>
  mapQuery(trainingQuery(db, named), (training) => (campaign) => {
    if (!training) return [];
    const { name, lead, share } = training;
    return [
      {
        name: 'training',
        path: trainingPath(campaign.slug),
        words: (language) => {
          return { title: name[language], lead: lead[language], text: share?.[language] ?? null };
        },
      },
    ];
  });
