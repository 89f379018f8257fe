import { message } from '../../web/language.ts';
import type { SharedPage } from '../campaigns/shared-page.ts';
import { mapQuery } from '../platform/query.ts';
import { directoryPath } from './links.ts';
import { copy } from './pages/part-copy.ts';
import { partsQuery } from './store.ts';

export const sharedDirectory: SharedPage = {
  name: 'resources',
  path: directoryPath,
  isNeutral: true,
  words: (db, campaign) =>
    mapQuery(partsQuery(db, campaign), ({ parts }) =>
      parts.has('services')
        ? ({ city }, language) => {
            const { title, lead } = copy[language];
            return { title, lead: message(lead, { city: city.name }, language), text: null };
          }
        : null,
    ),
};
