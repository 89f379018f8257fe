import { mapQuery, type Query } from '../platform/query.ts';
import { directoryPath } from './links.ts';
import { campaignsWithQuery } from './store.ts';

export function publicPages(db: D1Database): Query<string[]> {
  return mapQuery(campaignsWithQuery(db, 'services'), (slugs) => slugs.map(directoryPath));
}
