import { knownValue, type Query, rowsQuery, runQuery, type Subquery } from '../platform/query.ts';
import type { Partner, Sector, Source, SourceKind } from './rules.ts';

type SourceRow = {
  slug: string;
  name: string;
  kind: SourceKind;
  partner_slug: string | null;
  partner_name: string | null;
  asks: number | null;
};

const selectSources = `
  SELECT sources.slug, sources.name, kind, partners.slug AS partner_slug, partners.name AS partner_name,
    may_ask_contact AND NOT retired AS asks
  FROM sources LEFT JOIN partners ON partners.id = partner_id`;

/** A campaign's sources, including `direct` and `other`. A retired partner keeps its credit but asks for nothing. */
export async function listSources(db: D1Database, campaignId: number): Promise<Source[]> {
  return runQuery(db, sourcesQuery(db, knownValue(campaignId)));
}

export function sourcesQuery(db: D1Database, campaign: Subquery): Query<Source[]> {
  const statement = db
    .prepare(`${selectSources} WHERE sources.campaign_id = (${campaign.sql}) ORDER BY sources.slug`)
    .bind(campaign.value);
  return rowsQuery(statement, (rows: SourceRow[]) => rows.map(sourceOfRow));
}

function sourceOfRow({ slug, name, kind, partner_slug, partner_name, asks }: SourceRow): Source {
  return {
    slug,
    name: JSON.parse(name),
    kind,
    partner:
      partner_slug === null
        ? null
        : { slug: partner_slug, name: JSON.parse(partner_name ?? ''), mayAskContact: asks === 1 },
  };
}

type PartnerRow = {
  id: number;
  campaign_id: number;
  slug: string;
  name: string;
  sector: Sector;
  site_url: string | null;
  contact_email: string;
  role: string;
  brings: string | null;
  decides: string | null;
  norms_on: string | null;
  may_ask_contact: number;
  link: number;
  key_version: number;
  retired: number;
};

/** Including retired ones. */
export async function listPartners(db: D1Database, campaignId: number): Promise<Partner[]> {
  return runQuery(db, partnersQuery(db, knownValue(campaignId)));
}

export function partnersQuery(db: D1Database, campaign: Subquery): Query<Partner[]> {
  const statement = db
    .prepare(`SELECT * FROM partners WHERE campaign_id = (${campaign.sql}) ORDER BY id`)
    .bind(campaign.value);
  return rowsQuery(statement, (rows: PartnerRow[]) => rows.map(partnerOf));
}

/** The id of a partner's campaign. */
export function campaignOfPartner(partnerId: number): Subquery {
  return { sql: 'SELECT campaign_id FROM partners WHERE id = ?', value: partnerId };
}

export function partnerQuery(db: D1Database, id: number): Query<Partner | null> {
  const statement = db.prepare('SELECT * FROM partners WHERE id = ?').bind(id);
  return rowsQuery(statement, ([row]: PartnerRow[]) => (row ? partnerOf(row) : null));
}

export async function findPartner(db: D1Database, id: number): Promise<Partner | null> {
  return runQuery(db, partnerQuery(db, id));
}

/** Openings of pages and widgets on one day, by UTC. */
export type Views = { actionId: number; source: string; day: string; n: number };

export async function addViews(db: D1Database, views: Views[]): Promise<void> {
  await db
    .prepare(
      `INSERT INTO source_views
      SELECT value ->> 'actionId', value ->> 'source', value ->> 'day', value ->> 'n' FROM json_each(?) WHERE true
      ON CONFLICT DO UPDATE SET n = n + excluded.n`,
    )
    .bind(JSON.stringify(views))
    .run();
}

/** Ends the link of this version; the next one holds. Nothing changes where somebody else has replaced it. */
export function replaceLinkStatement(
  db: D1Database,
  { id, link }: Pick<Partner, 'id' | 'link'>,
): D1PreparedStatement {
  return db.prepare('UPDATE partners SET link = link + 1 WHERE id = ?1 AND link = ?2').bind(id, link);
}

/** Ends the key of this version; the next one holds. */
export function replaceKeyStatement(
  db: D1Database,
  { id, keyVersion }: Pick<Partner, 'id' | 'keyVersion'>,
): D1PreparedStatement {
  return db
    .prepare('UPDATE partners SET key_version = key_version + 1 WHERE id = ?1 AND key_version = ?2')
    .bind(id, keyVersion);
}

function partnerOf(row: PartnerRow): Partner {
  return {
    id: row.id,
    campaignId: row.campaign_id,
    slug: row.slug,
    name: JSON.parse(row.name),
    sector: row.sector,
    siteUrl: row.site_url,
    contactEmail: row.contact_email,
    role: JSON.parse(row.role),
    brings: row.brings === null ? null : JSON.parse(row.brings),
    decides: row.decides === null ? null : JSON.parse(row.decides),
    normsOn: row.norms_on,
    mayAskContact: row.may_ask_contact === 1,
    link: row.link,
    keyVersion: row.key_version,
    retired: row.retired === 1,
  };
}

/** Where the code of a short address leads, or null. */
export async function findShortLink(db: D1Database, code: string): Promise<string | null> {
  return db.prepare('SELECT target FROM short_links WHERE code = ?').bind(code).first<string>('target');
}
