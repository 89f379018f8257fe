import type { Partner, Source } from './rules.ts';

const campaignId = '(SELECT id FROM campaigns WHERE slug = ?1)';

export type PartnerOfKit = Omit<Partner, 'id' | 'campaignId' | 'link' | 'keyVersion' | 'retired'>;

/** A partner that the kit no longer names is retired. A kit never changes a link or a key. */
export function savePartnersStatements(
  db: D1Database,
  campaign: string,
  list: PartnerOfKit[],
): D1PreparedStatement[] {
  const partners = JSON.stringify(list);
  return [
    db
      .prepare(
        `UPDATE partners SET retired = 1
        WHERE campaign_id = ${campaignId} AND slug NOT IN (SELECT value ->> 'slug' FROM json_each(?2))`,
      )
      .bind(campaign, partners),
    db
      .prepare(
        `INSERT INTO partners
          (campaign_id, slug, name, sector, site_url, contact_email, role, brings, decides, norms_on,
          may_ask_contact)
        SELECT ${campaignId}, value ->> 'slug', value ->> 'name', value ->> 'sector', value ->> 'siteUrl',
          value ->> 'contactEmail', value ->> 'role', value ->> 'brings', value ->> 'decides', value ->> 'normsOn',
          value ->> 'mayAskContact'
        FROM json_each(?2) WHERE true
        ON CONFLICT (campaign_id, slug) DO UPDATE SET name = excluded.name, sector = excluded.sector,
          site_url = excluded.site_url, contact_email = excluded.contact_email, role = excluded.role,
          brings = excluded.brings, decides = excluded.decides, norms_on = excluded.norms_on, may_ask_contact = excluded.may_ask_contact, retired = 0`,
      )
      .bind(campaign, partners),
  ];
}

export type SourceOfKit = Omit<Source, 'partner'> & { partner: string | null };

const hasSignatures = `EXISTS (
  SELECT 1 FROM actions JOIN signature_counts ON action_id = actions.id
  WHERE actions.campaign_id = sources.campaign_id AND signature_counts.kind = 'received'
    AND signature_counts.key = sources.slug)`;

/**
 * The partners must exist. A source that signatures refer to stays, with its partner: the credit and
 * the consent that people gave to that partner cannot move to another.
 */
export function saveSourcesStatements(
  db: D1Database,
  campaign: string,
  list: SourceOfKit[],
): D1PreparedStatement[] {
  const sources = JSON.stringify(list);
  return [
    db
      .prepare(
        `INSERT INTO sources (campaign_id, slug, name, kind, partner_id)
        SELECT ${campaignId}, value ->> 'slug', value ->> 'name', value ->> 'kind', (
          SELECT id FROM partners WHERE campaign_id = ${campaignId} AND slug = value ->> 'partner')
        FROM json_each(?2) WHERE true
        ON CONFLICT DO UPDATE SET name = excluded.name, kind = excluded.kind, partner_id = iif(
          sources.partner_id IS NOT NULL AND ${hasSignatures}, sources.partner_id, excluded.partner_id)`,
      )
      .bind(campaign, sources),
    db
      .prepare(
        `DELETE FROM sources
        WHERE campaign_id = ${campaignId} AND slug NOT IN (SELECT value ->> 'slug' FROM json_each(?2))
          AND NOT ${hasSignatures}`,
      )
      .bind(campaign, sources),
  ];
}

/** Where a short address leads: a path with its query. */
export type ShortLink = { code: string; target: string };

/** Deletes the codes that the kit no longer names. */
export function removeShortLinksStatement(
  db: D1Database,
  campaign: string,
  { except }: { except: string[] },
): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM short_links
      WHERE campaign_id = ${campaignId} AND code NOT IN (SELECT value FROM json_each(?2))`,
    )
    .bind(campaign, JSON.stringify(except));
}

export function saveShortLinksStatement(
  db: D1Database,
  campaign: string,
  links: ShortLink[],
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO short_links (code, campaign_id, target)
      SELECT value ->> 'code', ${campaignId}, value ->> 'target' FROM json_each(?2) WHERE true
      ON CONFLICT (code) DO UPDATE SET target = excluded.target WHERE campaign_id = excluded.campaign_id`,
    )
    .bind(campaign, JSON.stringify(links));
}

/** Which of the codes are taken, with the campaign that has each. */
export async function listShortLinkOwners(
  db: D1Database,
  codes: string[],
): Promise<{ code: string; owner: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT code, campaigns.slug AS owner FROM short_links JOIN campaigns ON campaigns.id = campaign_id
      WHERE code IN (SELECT value FROM json_each(?))`,
    )
    .bind(JSON.stringify(codes))
    .all<{ code: string; owner: string }>();
  return results;
}

const ofCampaign = 'JOIN campaigns ON campaigns.id = campaign_id WHERE campaigns.slug = ?1';

const entries = `
  SELECT 'partner ' || partners.slug AS label, json_object('name', json(name), 'sector', sector, 'site', site_url,
    'contact', partners.contact_email, 'role', json(role), 'brings', json(brings),
    'decides', json(decides), 'norms', norms_on, 'asking', may_ask_contact) AS fields
  FROM partners ${ofCampaign} AND NOT retired
  UNION ALL
  SELECT 'source ' || sources.slug, json_object('name', json(sources.name), 'kind', kind, 'partner', partners.slug)
  FROM sources LEFT JOIN partners ON partners.id = partner_id
    JOIN campaigns ON campaigns.id = sources.campaign_id WHERE campaigns.slug = ?1
  UNION ALL
  SELECT 'short link ' || code, json_object('target', target) FROM short_links ${ofCampaign}`;

/** Partners, sources and short links, as the snapshot of a kit has them. */
export function coalitionSnapshotStatement(db: D1Database, campaign: string): D1PreparedStatement {
  return db.prepare(entries).bind(campaign);
}

/** Of a campaign in which nothing has happened. */
export function deleteCoalitionStatements(db: D1Database, campaign: string): D1PreparedStatement[] {
  return ['coalition_entries', 'sources', 'partners'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE campaign_id = ${campaignId}`).bind(campaign),
  );
}
