import type { Campaign } from '../campaigns/rules.ts';
import { findCampaignById } from '../campaigns/store.ts';
import type { Source } from '../coalition/rules.ts';
import { listSources } from '../coalition/store.ts';
import type { City } from '../places/rules.ts';
import { findCity } from '../places/store.ts';
import { type Action, findAction, findActionById } from './store.ts';

/** An action with all around it: what its page shows, and what its signatures are judged by. */
export type ActionContext = { action: Action; campaign: Campaign; city: City; sources: Source[] };

export async function findContext(db: D1Database, slug: string): Promise<ActionContext | null> {
  return around(db, await findAction(db, slug));
}

export async function findContextById(db: D1Database, actionId: number): Promise<ActionContext | null> {
  return around(db, await findActionById(db, actionId));
}

async function around(db: D1Database, action: Action | null): Promise<ActionContext | null> {
  if (!action) return null;
  const campaign = await findCampaignById(db, action.campaignId);
  if (!campaign) return null;
  const [city, sources] = await Promise.all([findCity(db, campaign.city.id), listSources(db, campaign.id)]);
  return city && { action, campaign, city, sources };
}
