import type { SharedPages } from '../campaigns/shared-page.ts';
import { mapQuery } from '../platform/query.ts';
import { kitPartQuery } from './kit-store.ts';
import { storiesPath } from './links.ts';
import { copy } from './pages/part-copy.ts';

/** The page of all stories. A single story has no card and no text to share, so that it can be taken down from everywhere. */
export const sharedPages: SharedPages = (db, named) =>
  mapQuery(kitPartQuery(db, named), (kit) => (campaign) => {
    if (!kit) return [];
    return [
      {
        name: 'stories',
        path: storiesPath(campaign.slug),
        words: (language) => ({ title: copy[language].heading, lead: copy[language].lead, text: null }),
      },
    ];
  });
