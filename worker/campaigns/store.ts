import { type Query, rowsQuery, runQuery, type Subquery } from '../platform/query.ts';
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
  has_districts: 0 | 1;
};

const selectCampaigns = `
  SELECT campaigns.*, cities.slug AS city_slug, cities.name AS city_name, region, time_zone,
    (SELECT count(*) FROM districts WHERE districts.city_id = cities.id AND retired = 0) > 1 AS has_districts
  FROM campaigns JOIN cities ON cities.id = city_id`;

/** The public campaign of that slug. */
export async function findCampaign(db: D1Database, slug: string): Promise<Campaign | null> {
  const row = await db
    .prepare(`${selectCampaigns} WHERE campaigns.slug = ? AND is_public = 1`)
    .bind(slug)
    .first<CampaignRow>();
  return row && campaignOf(row);
}

export async function findCampaignById(db: D1Database, id: number): Promise<Campaign | null> {
  const row = await db.prepare(`${selectCampaigns} WHERE campaigns.id = ?`).bind(id).first<CampaignRow>();
  return row && campaignOf(row);
}

/** The id of the public campaign of that slug. */
export function campaignNamed(slug: string): Subquery {
  return { sql: 'SELECT id FROM campaigns WHERE slug = ? AND is_public = 1', value: slug };
}

/** The id of a campaign's city. */
export function cityOf({ sql, value }: Subquery): Subquery {
  return { sql: `SELECT city_id FROM campaigns WHERE id = (${sql})`, value };
}

export function campaignQuery(db: D1Database, { sql, value }: Subquery): Query<Campaign | null> {
  const statement = db.prepare(`${selectCampaigns} WHERE campaigns.id = (${sql})`).bind(value);
  return rowsQuery(statement, ([row]: CampaignRow[]) => (row ? campaignOf(row) : null));
}

/** The `most` public campaigns after the one of that slug, the oldest first; null begins with the first one. */
export type PageOfCampaigns = { after: string | null; most: number };

/** The ids of a page of campaigns, as a subquery. Binds `after` as ?1 and `most` as ?2. */
export const idsOfPage = `
  SELECT id FROM campaigns
  WHERE is_public = 1 AND id > coalesce((SELECT id FROM campaigns WHERE slug = ?1), 0) ORDER BY id LIMIT ?2`;

/** Null where no campaign has the slug of `after`. */
export function pageOfCampaignsQuery(
  db: D1Database,
  { after, most }: PageOfCampaigns,
): Query<{ campaigns: Campaign[]; hasMore: boolean } | null> {
  return {
    statements: [
      db.prepare('SELECT 1 FROM campaigns WHERE slug = ? AND is_public = 1').bind(after),
      db
        .prepare(`${selectCampaigns} WHERE campaigns.id IN (${idsOfPage}) ORDER BY campaigns.id`)
        .bind(after, most + 1),
    ],
    read([named = [], rows = []]) {
      if (after !== null && named.length === 0) return null;
      const campaigns = (rows as CampaignRow[]).slice(0, most).map(campaignOf);
      return { campaigns, hasMore: rows.length > most };
    },
  };
}

/** The site's public campaign, where it has one and no more: then every page is about it. */
export async function findOnlyCampaign(db: D1Database): Promise<Campaign | null> {
  const found = await runQuery(db, pageOfCampaignsQuery(db, { after: null, most: 1 }));
  return found && !found.hasMore ? (found.campaigns[0] ?? null) : null;
}

/** The oldest first. */
export async function listCampaigns(db: D1Database): Promise<Campaign[]> {
  const { results } = await db.prepare(`${selectCampaigns} ORDER BY campaigns.id`).all<CampaignRow>();
  return results.map(campaignOf);
}

function campaignOf(row: CampaignRow): Campaign {
  return {
    // Rows from an earlier version have none.
    languages: ['en', 'es'],
    norms: [],
    areNormsPublic: false,
    share: [],
    embed: { hosts: 'open' },
    looks: 'after-a-look',
    heldWords: [],
    care: { help: null, noDetails: null, hasExit: false },
    updates: [],
    budget: [],
    rollup: null,
    ...JSON.parse(row.content),
    id: row.id,
    slug: row.slug,
    city: {
      id: row.city_id,
      slug: row.city_slug,
      name: row.city_name,
      region: row.region,
      timeZone: row.time_zone,
      hasDistricts: row.has_districts === 1,
    },
    accent: row.accent,
    contactEmail: row.contact_email,
    retentionDays: row.retention_days,
    openedAt: new Date(row.opened_at),
    updatedAt: new Date(row.updated_at),
  };
}

/** As many as one site map may hold, and more than there will be. */
const mostListed = 5000;

/** Of the public campaigns, the newest first. */
export function slugsQuery(db: D1Database): Query<string[]> {
  return rowsQuery(
    db.prepare('SELECT slug FROM campaigns WHERE is_public = 1 ORDER BY id DESC LIMIT ?').bind(mostListed),
    (rows: { slug: string }[]) => rows.map(({ slug }) => slug),
  );
}
