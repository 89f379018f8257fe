import { mapQuery, type Query } from '../platform/query.ts';
import { campaignsWithStoriesQuery } from './kit-store.ts';
import { storiesPath } from './links.ts';

/** The page of all stories. A single story is not listed, because a list would outlive it. */
export function publicPages(db: D1Database): Query<string[]> {
  return mapQuery(campaignsWithStoriesQuery(db), (slugs) => slugs.map(storiesPath));
}
