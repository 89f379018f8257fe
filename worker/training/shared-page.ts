import type { SharedPage } from '../campaigns/shared-page.ts';
import { mapQuery } from '../platform/query.ts';
import { trainingPath } from './links.ts';
import { trainingQuery } from './store.ts';

export const sharedTraining: SharedPage = {
  name: 'training',
  path: trainingPath,
  words: (db, campaign) =>
    mapQuery(
      trainingQuery(db, campaign),
      (training) =>
        training &&
        ((_, language) => ({
          title: training.name[language],
          lead: training.lead[language],
          text: training.share?.[language] ?? null,
        })),
    ),
};
