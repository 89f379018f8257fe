import type { SharedPages } from '../campaigns/shared-page.ts';
import { mapQuery } from '../platform/query.ts';
import { comparisonPath } from './links.ts';
import { comparisonsQuery } from './store.ts';

export const sharedPages: SharedPages = (db, named) =>
  mapQuery(
    comparisonsQuery(db, named),
    (found) => () =>
      found.map(({ comparison: { slug, title, lead, share } }) => ({
        name: `budget-${slug}`,
        path: comparisonPath(slug),
        words: (language) => {
          return { title: title[language], lead: lead[language], text: share?.[language] ?? null };
        },
      })),
  );
