import type { Text } from '../../web/language.ts';
import type { StakeholderKind } from './rules.ts';

export type KitStakeholder = {
  id: string;
  kitSlug: string;
  name: Text;
  sortName: string;
  about: Text;
  kind: StakeholderKind;
  seat: string | null;
};

const campaignId = '(SELECT id FROM campaigns WHERE slug = ?1)';

/**
 * Adds those that the campaign has never had from its kit. What organizers have changed or taken away stays so, and a
 * seat that they entered themselves is not entered twice.
 */
export function addStakeholdersStatements(
  db: D1Database,
  campaign: string,
  stakeholders: readonly KitStakeholder[],
): D1PreparedStatement[] {
  if (stakeholders.length === 0) return [];
  const rows = JSON.stringify(stakeholders);
  return [
    db
      .prepare(
        `INSERT INTO stakeholders (id, campaign_id, kit_slug, state, change_id, version, sort_name, kind, seat)
        SELECT value ->> 'id', ${campaignId}, value ->> 'kitSlug', 'stands', value ->> 'id', 1, value ->> 'sortName',
          value ->> 'kind', value ->> 'seat'
        FROM json_each(?2) WHERE true ON CONFLICT DO NOTHING`,
      )
      .bind(campaign, rows),
    db
      .prepare(
        `INSERT INTO stakeholder_texts (stakeholder_id, version, name, sort_name, about, kind, seat, is_target, is_agent)
        SELECT stakeholders.id, 1, value -> 'name', sort_name, value -> 'about', kind, seat, 0, 0
        FROM json_each(?1) CROSS JOIN stakeholders ON stakeholders.id = value ->> 'id'`,
      )
      .bind(rows),
  ];
}

/** That it is there, and no more: a kit says nothing of what organizers have entered. */
export function stakeholdersSnapshotStatement(db: D1Database, campaign: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT 'stakeholder ' || kit_slug AS label, '{}' AS fields FROM stakeholders
      WHERE campaign_id = ${campaignId} AND kit_slug IS NOT NULL ORDER BY kit_slug LIMIT 500`,
    )
    .bind(campaign);
}

/** Of a campaign in which nothing has happened. */
export function deleteStakeholdersStatements(db: D1Database, campaign: string): D1PreparedStatement[] {
  return [
    `DELETE FROM road_days WHERE campaign_id = ${campaignId}`,
    `DELETE FROM stakeholder_texts WHERE stakeholder_id IN (
      SELECT id FROM stakeholders WHERE campaign_id = ${campaignId})`,
    `DELETE FROM stakeholders WHERE campaign_id = ${campaignId}`,
  ].map((sql) => db.prepare(sql).bind(campaign));
}
