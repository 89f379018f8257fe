import { mapQuery, type Query } from '../platform/query.ts';
import { statePath } from './links.ts';
import { listedQuery } from './state-store.ts';

export function publicPages(db: D1Database): Query<string[]> {
  return mapQuery(listedQuery(db), (slugs) => slugs.map(statePath));
}
