import { mapQuery, type Query } from '../platform/query.ts';
import { lessonPath, trainingPath } from './links.ts';
import { listedQuery } from './store.ts';

export function publicPages(db: D1Database): Query<string[]> {
  return mapQuery(listedQuery(db), (listed) => {
    const campaigns = [...new Set(listed.map(({ campaign }) => campaign))];
    return [
      ...campaigns.map(trainingPath),
      ...listed.map(({ campaign, module }) => lessonPath(campaign, module)),
    ];
  });
}
