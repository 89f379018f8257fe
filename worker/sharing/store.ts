import { knownValue, type Query, rowsQuery, runQuery, type Subquery } from '../platform/query.ts';
import type { ShortLink } from './rules.ts';

export async function listShortLinks(db: D1Database, campaignId: number): Promise<ShortLink[]> {
  return runQuery(db, shortLinksQuery(db, knownValue(campaignId)));
}

export function shortLinksQuery(db: D1Database, { sql, value }: Subquery): Query<ShortLink[]> {
  const statement = db
    .prepare(`SELECT code, target FROM short_links WHERE campaign_id = (${sql}) ORDER BY code`)
    .bind(value);
  return rowsQuery(statement, (rows: ShortLink[]) => rows);
}
