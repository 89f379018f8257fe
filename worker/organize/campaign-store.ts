import type { Language, Text } from '../../web/language.ts';
import type { ConsoleCampaign } from './console-section.ts';
import type { Role } from './role-rules.ts';

type CampaignRow = {
  id: number;
  slug: string;
  accent: string;
  title: string;
  languages: string | null;
  time_zone: string;
  is_public: 0 | 1;
  has_districts: 0 | 1;
  content_keys: string;
};

const selectCampaigns = `
  SELECT campaigns.id, campaigns.slug, accent, content ->> 'title' AS title, content ->> 'languages' AS languages,
    time_zone, is_public,
    (SELECT count(*) FROM districts WHERE districts.city_id = cities.id AND retired = 0) > 1 AS has_districts,
    (SELECT json_group_array(key) FROM json_each(content) WHERE value <> '[]') AS content_keys
  FROM campaigns JOIN cities ON cities.id = city_id`;

/** The campaign of this slug, if it has organizers. */
export async function findConsoleCampaign(db: D1Database, slug: string): Promise<ConsoleCampaign | null> {
  const row = await db.prepare(`${selectCampaigns} WHERE campaigns.slug = ?`).bind(slug).first<CampaignRow>();
  return row && campaignOf(row);
}

export async function findCampaignById(db: D1Database, id: number): Promise<ConsoleCampaign | null> {
  const row = await db.prepare(`${selectCampaigns} WHERE campaigns.id = ?`).bind(id).first<CampaignRow>();
  return row && campaignOf(row);
}

/** The campaigns in which somebody has a role. */
export async function listOwnCampaigns(
  db: D1Database,
  organizerId: string,
): Promise<(ConsoleCampaign & { role: Role })[]> {
  const { results } = await db
    .prepare(
      `SELECT own.role, found.* FROM organizer_roles AS own
       JOIN (${selectCampaigns}) AS found ON found.id = own.campaign_id
       WHERE own.organizer_id = ? AND own.ended_at IS NULL ORDER BY found.id DESC LIMIT 100`,
    )
    .bind(organizerId)
    .all<CampaignRow & { role: Role }>();
  return results.map((row) => ({ ...campaignOf(row), role: row.role }));
}

function campaignOf(row: CampaignRow): ConsoleCampaign {
  const { id, slug, accent, title, languages } = row;
  const spoken: Language[] = languages === null ? ['en', 'es'] : JSON.parse(languages);
  const titles: Partial<Text> = JSON.parse(title);
  const first = titles[spoken[0] ?? 'en'] ?? slug;
  return {
    id,
    slug,
    accent,
    title: { en: titles.en || first, es: titles.es || first },
    languages: spoken,
    timeZone: row.time_zone,
    isPublic: row.is_public === 1,
    hasDistricts: row.has_districts === 1,
    content: JSON.parse(row.content_keys),
  };
}

export async function listCampaignNames(db: D1Database): Promise<{ id: number; slug: string }[]> {
  const { results } = await db
    .prepare('SELECT id, slug FROM campaigns ORDER BY id LIMIT 1000')
    .all<{ id: number; slug: string }>();
  return results;
}
