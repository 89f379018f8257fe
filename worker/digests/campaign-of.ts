import type { Campaign } from '../campaigns/rules.ts';
import { campaignQuery } from '../campaigns/store.ts';
import { type Query, runQuery } from '../platform/query.ts';
import { firstCampaignOf } from './store.ts';

/** The campaign whose name and colors a committee's pages have: the first public one that addressed it. */
export function campaignOfQuery(db: D1Database, committeeId: number): Query<Campaign | null> {
  return campaignQuery(db, firstCampaignOf(committeeId));
}

export function findCampaignOf(db: D1Database, committeeId: number): Promise<Campaign | null> {
  return runQuery(db, campaignOfQuery(db, committeeId));
}
