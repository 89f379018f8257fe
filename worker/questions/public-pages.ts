import { slugsQuery } from '../campaigns/store.ts';
import { mapQuery, type Query } from '../platform/query.ts';
import { pagePath } from './links.ts';

/** Every campaign has a page of its questions and answers. */
export function publicPages(db: D1Database): Query<string[]> {
  return mapQuery(slugsQuery(db), (slugs) => slugs.map(pagePath));
}
