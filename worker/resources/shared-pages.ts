import { message } from '../../web/language.ts';
import type { SharedPages } from '../campaigns/shared-page.ts';
import { mapQuery } from '../platform/query.ts';
import { directoryPath } from './links.ts';
import { copy } from './pages/part-copy.ts';
import { partsQuery } from './store.ts';

/** The directory. */
export const sharedPages: SharedPages = (db, named) =>
  mapQuery(partsQuery(db, named), ({ parts }) => ({ slug, city }) => {
    if (!parts.has('services')) return [];
    return [
      {
        name: 'resources',
        path: directoryPath(slug),
        isNeutral: true,
        words: (language) => {
          const { title, lead } = copy[language];
          return { title, lead: message(lead, { city: city.name }, language), text: null };
        },
      },
    ];
  });
