import type { Accent, CampaignContent } from './rules.ts';

export type CampaignOfKit = {
  slug: string;
  accent: Accent;
  contactEmail: string;
  retentionDays: number;
  content: CampaignContent;
};

/** The city has to be there. `updated_at` moves only where something else does. */
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
        retention_days = excluded.retention_days, content = excluded.content, updated_at = excluded.updated_at
      WHERE (accent, contact_email, retention_days, content)
        <> (excluded.accent, excluded.contact_email, excluded.retention_days, excluded.content)`,
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
