import type { Campaign } from '../campaigns/rules.ts';
import { listCampaigns } from '../campaigns/store.ts';
import type { Partner } from '../coalition/rules.ts';
import { listPartners } from '../coalition/store.ts';

export type Named = { campaign: Campaign; partner: Partner };

export async function everyPartner(db: D1Database): Promise<Named[]> {
  const campaigns = await listCampaigns(db);
  const partners = await Promise.all(campaigns.map(({ id }) => listPartners(db, id)));
  return campaigns.flatMap((campaign, i) => (partners[i] ?? []).map((partner) => ({ campaign, partner })));
}

/** The partners with this name: SLUG, or CAMPAIGN/SLUG if two campaigns have a partner of that name. */
export async function partnersNamed(db: D1Database, name: string): Promise<Named[]> {
  const [slug, campaignSlug] = name.split('/').reverse();
  return (await everyPartner(db)).filter(
    ({ campaign, partner }) =>
      partner.slug === slug && (campaignSlug === undefined || campaign.slug === campaignSlug),
  );
}
