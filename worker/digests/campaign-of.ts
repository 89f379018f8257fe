import type { Campaign } from '../campaigns/rules.ts';
import { findCampaignById } from '../campaigns/store.ts';
import { findFirstCampaignId } from './store.ts';

/** The campaign whose name and colours a committee's own pages wear: the first that addressed it in public. */
export async function findCampaignOf(db: D1Database, committeeId: number): Promise<Campaign | null> {
  const id = await findFirstCampaignId(db, committeeId);
  return id === null ? null : findCampaignById(db, id);
}
