import type { Campaign } from '../campaigns/rules.ts';
import { findCampaignById } from '../campaigns/store.ts';
import { findFirstCampaignId } from './store.ts';

/** The campaign whose name and colors a committee's pages have: the first public one that addressed it. */
export async function findCampaignOf(db: D1Database, committeeId: number): Promise<Campaign | null> {
  const id = await findFirstCampaignId(db, committeeId);
  return id === null ? null : findCampaignById(db, id);
}
