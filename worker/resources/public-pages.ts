import { listQuery, mapQuery, type Query } from '../platform/query.ts';
import { assetsPath, directoryPath, referralPath } from './links.ts';
import { campaignsWithQuery } from './store.ts';

export function publicPages(db: D1Database): Query<string[]> {
  const pathsOf = (part: string, pathOf: (campaign: string) => string) =>
    mapQuery(campaignsWithQuery(db, part), (slugs) => slugs.map(pathOf));
  const pages = [
    pathsOf('services', directoryPath),
    pathsOf('referral', referralPath),
    pathsOf('assets', assetsPath),
  ];
  return mapQuery(listQuery(pages), (paths) => paths.flat());
}
