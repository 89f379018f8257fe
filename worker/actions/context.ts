import type { Campaign } from '../campaigns/rules.ts';
import { campaignQuery, cityOf } from '../campaigns/store.ts';
import type { Source } from '../coalition/rules.ts';
import { sourcesQuery } from '../coalition/store.ts';
import type { City } from '../places/rules.ts';
import { cityQuery } from '../places/store.ts';
import { joinQueries, knownValue, mapQuery, type Query, runQuery, type Subquery } from '../platform/query.ts';
import { type Action, actionNamed, actionQuery, campaignOf } from './store.ts';

/** An action and what surrounds it: its campaign, city and sources. */
export type ActionContext = { action: Action; campaign: Campaign; city: City; sources: Source[] };

export async function findContext(db: D1Database, slug: string): Promise<ActionContext | null> {
  return runQuery(db, contextQuery(db, actionNamed(slug)));
}

export async function findContextById(db: D1Database, actionId: number): Promise<ActionContext | null> {
  return runQuery(db, contextQuery(db, knownValue(actionId)));
}

export function contextQuery(db: D1Database, action: Subquery): Query<ActionContext | null> {
  const campaign = campaignOf(action);
  return mapQuery(
    joinQueries({
      action: actionQuery(db, action),
      campaign: campaignQuery(db, campaign),
      city: cityQuery(db, cityOf(campaign)),
      sources: sourcesQuery(db, campaign),
    }),
    ({ action, campaign, city, sources }) =>
      action && campaign && city && { action, campaign, city, sources },
  );
}
