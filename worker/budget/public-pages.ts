import { mapQuery, type Query } from '../platform/query.ts';
import { comparisonPath } from './links.ts';
import { listedQuery } from './store.ts';

export function publicPages(db: D1Database): Query<string[]> {
  return mapQuery(listedQuery(db), (slugs) => slugs.map(comparisonPath));
}
