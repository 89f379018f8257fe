import type { SharedPage } from '../campaigns/shared-page.ts';
import { mapQuery } from '../platform/query.ts';
import { kitPartQuery } from './kit-store.ts';
import { storiesPath } from './links.ts';
import { copy } from './pages/part-copy.ts';

/** The page of all stories. A single story has no card and no text to share, so that it can be taken down from everywhere. */
export const sharedStories: SharedPage = {
  name: 'stories',
  path: storiesPath,
  words: (db, campaign) =>
    mapQuery(
      kitPartQuery(db, campaign),
      (kit) =>
        kit &&
        ((_, language) => {
          const { heading, lead } = copy[language];
          return { title: heading, lead, text: null };
        }),
    ),
};
