import type { Campaign } from './rules.ts';

type CampaignRow = {
  id: number;
  slug: string;
  accent: string;
  contact_email: string;
  retention_days: number;
  content: string;
  opened_at: number;
  updated_at: number;
  city_id: number;
  city_slug: string;
  city_name: string;
  region: string;
  time_zone: string;
};

const selectCampaigns = `
  SELECT campaigns.*, cities.slug AS city_slug, cities.name AS city_name, region, time_zone
  FROM campaigns JOIN cities ON cities.id = city_id`;

export async function findCampaign(db: D1Database, slug: string): Promise<Campaign | null> {
  const row = await db.prepare(`${selectCampaigns} WHERE campaigns.slug = ?`).bind(slug).first<CampaignRow>();
  return row && campaignOf(row);
}

export async function findCampaignById(db: D1Database, id: number): Promise<Campaign | null> {
  const row = await db.prepare(`${selectCampaigns} WHERE campaigns.id = ?`).bind(id).first<CampaignRow>();
  return row && campaignOf(row);
}

/** The oldest first. */
export async function listCampaigns(db: D1Database): Promise<Campaign[]> {
  const { results } = await db.prepare(`${selectCampaigns} ORDER BY campaigns.id`).all<CampaignRow>();
  return results.map(campaignOf);
}

function campaignOf(row: CampaignRow): Campaign {
  return {
    // Rows of an earlier version hold none.
    norms: [],
    share: [],
    embed: { hosts: 'open' },
    updates: [],
    ...JSON.parse(row.content),
    id: row.id,
    slug: row.slug,
    city: {
      id: row.city_id,
      slug: row.city_slug,
      name: row.city_name,
      region: row.region,
      timeZone: row.time_zone,
    },
    accent: row.accent,
    contactEmail: row.contact_email,
    retentionDays: row.retention_days,
    openedAt: new Date(row.opened_at),
    updatedAt: new Date(row.updated_at),
  };
}
