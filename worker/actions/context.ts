import type { Campaign } from '../campaigns/rules.ts';
import { findCampaignById } from '../campaigns/store.ts';
import type { Source } from '../coalition/rules.ts';
import { listSources } from '../coalition/store.ts';
import type { City } from '../places/rules.ts';
import { findCity } from '../places/store.ts';
import { findPetition, findPetitionById, type Petition } from './store.ts';

/** A petition with all that surrounds it: what its page shows and what its signatures are measured by. */
export type Scene = { petition: Petition; campaign: Campaign; city: City; sources: Source[] };

export async function findScene(db: D1Database, slug: string): Promise<Scene | null> {
  return around(db, await findPetition(db, slug));
}

export async function findSceneById(db: D1Database, petitionId: number): Promise<Scene | null> {
  return around(db, await findPetitionById(db, petitionId));
}

async function around(db: D1Database, petition: Petition | null): Promise<Scene | null> {
  if (!petition) return null;
  const campaign = await findCampaignById(db, petition.campaignId);
  if (!campaign) return null;
  const [city, sources] = await Promise.all([findCity(db, campaign.city.id), listSources(db, campaign.id)]);
  return city && { petition, campaign, city, sources };
}
