import type { Accent } from './rules.ts';

export type CampaignOfKit = {
  slug: string;
  accent: Accent;
  contactEmail: string;
  retentionDays: number;
  content: object;
};

/** The slug of the city that a campaign is of; null where there is no such campaign. */
export async function findCityOfCampaign(db: D1Database, slug: string): Promise<string | null> {
  return db
    .prepare('SELECT cities.slug FROM campaigns JOIN cities ON cities.id = city_id WHERE campaigns.slug = ?')
    .bind(slug)
    .first<string>('slug');
}

/** The campaign's content, for the snapshot of a kit. */
export function campaignSnapshotStatement(db: D1Database, slug: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT 'campaign ' || slug AS label, json_patch(content, json_object('accent', accent,
        'contact', contact_email, 'retention days', retention_days)) AS fields
      FROM campaigns WHERE slug = ?`,
    )
    .bind(slug);
}

/**
 * The city must exist. `updated_at` changes only if another column does. A campaign that was not public yet becomes so:
 * see `hideStatement`.
 */
export function saveCampaignStatement(
  db: D1Database,
  campaign: CampaignOfKit,
  { city, now }: { city: string; now: Date },
): D1PreparedStatement {
  const content = JSON.stringify(campaign.content);
  return db
    .prepare(
      `INSERT INTO campaigns
        (slug, city_id, accent, contact_email, retention_days, content, opened_at, updated_at)
      SELECT ?1, id, ?3, ?4, ?5, ?6, ?7, ?7 FROM cities WHERE slug = ?2
      ON CONFLICT (slug) DO UPDATE SET accent = excluded.accent, contact_email = excluded.contact_email,
        retention_days = excluded.retention_days, content = excluded.content, updated_at = excluded.updated_at,
        opened_at = iif(is_public, opened_at, excluded.opened_at), is_public = 1
      WHERE (accent, contact_email, retention_days, content, is_public)
        <> (excluded.accent, excluded.contact_email, excluded.retention_days, excluded.content, 1)`,
    )
    .bind(
      campaign.slug,
      city,
      campaign.accent,
      campaign.contactEmail,
      campaign.retentionDays,
      content,
      now.getTime(),
    );
}

/** Until its kit is opened once more, nobody but its organizers sees the campaign. */
export function hideStatement(db: D1Database, slug: string): D1PreparedStatement {
  return db.prepare('UPDATE campaigns SET is_public = 0 WHERE slug = ?').bind(slug);
}

/** Of a campaign in which nothing has happened. */
export function deleteCampaignStatement(db: D1Database, slug: string): D1PreparedStatement {
  return db.prepare('DELETE FROM campaigns WHERE slug = ?').bind(slug);
}
