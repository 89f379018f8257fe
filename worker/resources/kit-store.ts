import type { Asset } from './asset-rules.ts';
import type { Referral } from './referral-rules.ts';
import type { Service } from './rules.ts';

const campaignId = '(SELECT id FROM campaigns WHERE slug = ?1)';

export type PartsOfKit = {
  services: readonly Service[];
  referral: readonly Referral[];
  assets: readonly Asset[];
  /** What only organizers see. */
  'hidden-assets': readonly Asset[];
};

/** An empty part has no row. */
export function savePartsStatements(
  db: D1Database,
  campaign: string,
  parts: PartsOfKit,
): D1PreparedStatement[] {
  const kept = Object.entries(parts).flatMap(([part, content]) =>
    content.length > 0 ? [{ part, content: JSON.stringify(content) }] : [],
  );
  const checks = parts.services.flatMap(({ id, slug, checkedOn, isExample }) =>
    isExample ? [] : [{ id, slug, checkedOn }],
  );
  return [
    db.prepare(`DELETE FROM resource_parts WHERE campaign_id = ${campaignId}`).bind(campaign),
    ...kept.map(({ part, content }) =>
      db
        .prepare(`INSERT INTO resource_parts (campaign_id, part, content) VALUES (${campaignId}, ?2, ?3)`)
        .bind(campaign, part, content),
    ),
    db.prepare(`DELETE FROM service_checks WHERE campaign_id = ${campaignId}`).bind(campaign),
    db
      .prepare(
        `INSERT INTO service_checks (id, campaign_id, slug, checked_on)
        SELECT value ->> 'id', ${campaignId}, value ->> 'slug', value ->> 'checkedOn' FROM json_each(?2)`,
      )
      .bind(campaign, JSON.stringify(checks)),
  ];
}

/** Each entry of the parts, as the snapshot of a kit has it. */
export function partsSnapshotStatement(db: D1Database, campaign: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT CASE part WHEN 'referral' THEN part WHEN 'services' THEN 'service ' || (value ->> 'slug')
          ELSE 'asset ' || (value ->> 'slug') END AS label,
        value AS fields
      FROM resource_parts CROSS JOIN json_each(content) WHERE campaign_id = ${campaignId}`,
    )
    .bind(campaign);
}

/** Of a campaign in which nothing has happened. */
export function deletePartsStatements(db: D1Database, campaign: string): D1PreparedStatement[] {
  return ['service_checks', 'resource_parts'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE campaign_id = ${campaignId}`).bind(campaign),
  );
}
