import type { Text } from '../places/rules.ts';
import { enqueueFoundStatement } from '../platform/mail/enqueue-found.ts';
import { type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import type { Agreement, Norms } from './norms-rules.ts';

export const normsKind = 'norms-changed';

/** Null where the campaign has none. */
export function normsQuery(db: D1Database, campaign: Subquery): Query<Norms | null> {
  const statement = db
    .prepare(
      `SELECT version, text, since FROM norm_versions WHERE campaign_id = (${campaign.sql})
      ORDER BY version DESC LIMIT 1`,
    )
    .bind(campaign.value);
  return rowsQuery(statement, ([row]: { version: number; text: string; since: number }[]) => {
    const texts: Text[] = row ? JSON.parse(row.text) : [];
    return row && texts.length > 0 ? { version: row.version, texts, since: new Date(row.since) } : null;
  });
}

/** The newest version to which each partner of a campaign agrees, by the ids of the partners. */
export function agreementsQuery(db: D1Database, campaign: Subquery): Query<Map<number, Agreement>> {
  const statement = db
    .prepare(
      `SELECT partners.id, version, agreed_on FROM partners
      CROSS JOIN norm_agreements ON norm_agreements.id = (
        SELECT standing.id FROM norm_agreements AS standing
        WHERE standing.partner_id = partners.id AND standing.withdrawn_at IS NULL
        ORDER BY standing.version DESC LIMIT 1)
      WHERE partners.campaign_id = (${campaign.sql})`,
    )
    .bind(campaign.value);
  return rowsQuery(
    statement,
    (rows: { id: number; version: number; agreed_on: string }[]) =>
      new Map(rows.map(({ id, version, agreed_on }) => [id, { version, on: agreed_on }])),
  );
}

/** The text that the partner's newest agreement is to; empty where it agrees to none. */
export function agreedTextsQuery(db: D1Database, partnerId: number): Query<Text[]> {
  const statement = db
    .prepare(
      `SELECT norm_versions.text FROM norm_agreements AS standing
      CROSS JOIN partners ON partners.id = partner_id
      CROSS JOIN norm_versions
        ON norm_versions.campaign_id = partners.campaign_id AND norm_versions.version = standing.version
      WHERE partner_id = ? AND withdrawn_at IS NULL ORDER BY standing.version DESC LIMIT 1`,
    )
    .bind(partnerId);
  return rowsQuery(statement, ([row]: { text: string }[]) => JSON.parse(row?.text ?? '[]'));
}

/** Stores nothing where another text stands by now, or where the partner agrees to this one already. */
export function agreeStatement(
  db: D1Database,
  { partnerId, version, on }: { partnerId: number; version: number; on: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO norm_agreements (partner_id, version, agreed_on, by)
      SELECT id, ?2, ?3, 'link' FROM partners
      WHERE id = ?1 AND retired = 0 AND ?2 = (
        SELECT version FROM norm_versions WHERE campaign_id = partners.campaign_id ORDER BY version DESC LIMIT 1)
      ON CONFLICT DO NOTHING`,
    )
    .bind(partnerId, version, on);
}

/** Also from earlier versions; not from one that its page did not show. */
export function withdrawStatement(
  db: D1Database,
  { partnerId, version, now }: { partnerId: number; version: number; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      'UPDATE norm_agreements SET withdrawn_at = ?3 WHERE partner_id = ?1 AND version <= ?2 AND withdrawn_at IS NULL',
    )
    .bind(partnerId, version, now.getTime());
}

/**
 * A text that differs from the one that stands is a new version. A trigger marks the partners that are to be asked, so
 * this comes before partners that are new.
 */
export function saveNormsStatement(
  db: D1Database,
  { campaign, norms, now }: { campaign: string; norms: readonly Text[]; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO norm_versions (campaign_id, version, text, since)
      SELECT id, newest + 1, ?2, ?3 FROM (
        SELECT id, coalesce((SELECT max(version) FROM norm_versions WHERE campaign_id = campaigns.id), 0) AS newest
        FROM campaigns WHERE slug = ?1) AS found
      WHERE coalesce(
        (SELECT text FROM norm_versions WHERE campaign_id = found.id AND version = newest), '[]') <> ?2`,
    )
    .bind(campaign, JSON.stringify(norms), now.getTime());
}

/**
 * A date in the kit is an agreement to the text that stood when that date was first published. Publishing the kit again
 * with a new text and the old date agrees to nothing, and gives back nothing that was withdrawn.
 */
export function keepAgreementsOfKitStatement(db: D1Database, campaign: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO norm_agreements (partner_id, version, agreed_on, by)
      SELECT partners.id, newest.version, norms_on, 'kit' FROM partners
      JOIN (
        SELECT campaign_id, version FROM norm_versions
        WHERE campaign_id = (SELECT id FROM campaigns WHERE slug = ?1) ORDER BY version DESC LIMIT 1
      ) AS newest USING (campaign_id)
      WHERE norms_on IS NOT NULL AND retired = 0 AND NOT EXISTS (
        SELECT 1 FROM norm_agreements INDEXED BY norm_agreements_by_kit
        WHERE partner_id = partners.id AND agreed_on = norms_on AND by = 'kit')
      ON CONFLICT DO NOTHING`,
    )
    .bind(campaign);
}

const ofCampaign = 'campaign_id = (SELECT id FROM campaigns WHERE slug = ?1)';

/** Before the partners of the campaign are deleted. */
export function deleteNormsStatements(db: D1Database, campaign: string): D1PreparedStatement[] {
  return [
    `DELETE FROM norm_agreements WHERE partner_id IN (SELECT id FROM partners WHERE ${ofCampaign})`,
    `DELETE FROM norm_versions WHERE ${ofCampaign}`,
  ].map((sql) => db.prepare(sql).bind(campaign));
}

const toAsk = `
  SELECT 'partner:' || partners.id AS ref, '${normsKind}:' || norms_ask AS kind
  FROM partners INDEXED BY partners_to_ask CROSS JOIN campaigns ON campaigns.id = campaign_id
  WHERE norms_ask >= ?1 AND retired = 0 AND is_public = 1`;

/** One mail for each partner and version. A campaign that is not public asks by the pages alone. */
export function askPartnersStatements(db: D1Database, now: Date): D1PreparedStatement[] {
  return [
    enqueueFoundStatement(db, toAsk, 1, now),
    db.prepare('UPDATE partners INDEXED BY partners_to_ask SET norms_ask = NULL WHERE norms_ask >= 1'),
  ];
}
