import { mapQuery, type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import type { Asset } from './asset-rules.ts';
import type { Referral } from './referral-rules.ts';
import type { Service } from './rules.ts';

/** Which parts a campaign has, and its slug: at most one row for each. Their content is not read. */
export function partsQuery(
  db: D1Database,
  campaign: Subquery,
): Query<{ slug: string; parts: ReadonlySet<string> }> {
  return rowsQuery(
    db
      .prepare(
        `SELECT part, slug FROM resource_parts CROSS JOIN campaigns ON campaigns.id = campaign_id
        WHERE campaign_id = (${campaign.sql})`,
      )
      .bind(campaign.value),
    (rows: { part: string; slug: string }[]) => {
      return { slug: rows[0]?.slug ?? '', parts: new Set(rows.map(({ part }) => part)) };
    },
  );
}

/** In the order of the kit: one row, whatever their number. Null where the campaign names none. */
export function servicesQuery(db: D1Database, campaign: Subquery): Query<Service[] | null> {
  return partQuery<Service[]>(db, campaign, 'services');
}

export function referralQuery(db: D1Database, campaign: Subquery): Query<Referral | null> {
  return mapQuery(partQuery<Referral[]>(db, campaign, 'referral'), (found) => found?.[0] ?? null);
}

/** Those that are shown. */
export function assetsQuery(db: D1Database, campaign: Subquery): Query<Asset[]> {
  return mapQuery(partQuery<Asset[]>(db, campaign, 'assets'), (found) => found ?? []);
}

/** Those that only organizers see. */
export function hiddenAssetsQuery(db: D1Database, campaign: Subquery): Query<Asset[]> {
  return mapQuery(partQuery<Asset[]>(db, campaign, 'hidden-assets'), (found) => found ?? []);
}

function partQuery<Content>(db: D1Database, campaign: Subquery, part: string): Query<Content | null> {
  return rowsQuery(
    db
      .prepare(`SELECT content FROM resource_parts WHERE campaign_id = (${campaign.sql}) AND part = ?`)
      .bind(campaign.value, part),
    ([row]: { content: string }[]) => (row ? JSON.parse(row.content) : null),
  );
}

/** Of services that were last checked on that day or earlier: how many, at most `most`, and the oldest day. */
export function checkedUntilQuery(
  db: D1Database,
  { campaignId, day, most }: { campaignId: number; day: string; most: number },
): Query<{ n: number; oldest: string } | null> {
  return rowsQuery(
    db
      .prepare(
        `SELECT count(*) AS n, min(checked_on) AS oldest FROM (
          SELECT checked_on FROM service_checks WHERE campaign_id = ?1 AND checked_on <= ?2
          ORDER BY checked_on LIMIT ?3)`,
      )
      .bind(campaignId, day, most),
    ([row]: { n: number; oldest: string }[]) => (row && row.n > 0 ? row : null),
  );
}

/** As many as one site map may hold. */
const mostListed = 5000;

export function campaignsWithQuery(db: D1Database, part: string): Query<string[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT slug FROM campaigns WHERE EXISTS (
          SELECT 1 FROM resource_parts WHERE campaign_id = campaigns.id AND part = ?)
        ORDER BY id DESC LIMIT ?`,
      )
      .bind(part, mostListed),
    (rows: { slug: string }[]) => rows.map(({ slug }) => slug),
  );
}

export type CheckedService = { campaign: string; slug: string };

const checkedSince = `
  FROM service_checks CROSS JOIN campaigns ON campaigns.id = campaign_id
  WHERE checked_on >= ?1 AND (?2 IS NULL OR campaigns.slug = ?2)`;

/** Services of all campaigns, or of one, that were checked on that day or later: a page of them, and how many. */
export function checkedServicesQuery(
  db: D1Database,
  { since, campaign, from, most }: { since: string; campaign: string | null; from: number; most: number },
): Query<{ total: number; services: CheckedService[] }> {
  return {
    statements: [
      db.prepare(`SELECT count(*) AS n ${checkedSince}`).bind(since, campaign),
      db
        .prepare(
          `SELECT campaigns.slug AS campaign, service_checks.slug AS slug ${checkedSince}
          ORDER BY campaign_id, checked_on, service_checks.slug LIMIT ?3 OFFSET ?4`,
        )
        .bind(since, campaign, most, from),
    ],
    read([counted = [], services = []]) {
      const [{ n } = { n: 0 }] = counted as { n: number }[];
      return { total: n, services: services as CheckedService[] };
    },
  };
}

export function checkedServiceQuery(
  db: D1Database,
  { id, since }: { id: string; since: string },
): Query<CheckedService | null> {
  return rowsQuery(
    db
      .prepare(
        `SELECT campaigns.slug AS campaign, service_checks.slug AS slug
        FROM service_checks JOIN campaigns ON campaigns.id = campaign_id WHERE service_checks.id = ? AND checked_on >= ?`,
      )
      .bind(id, since),
    ([row]: CheckedService[]) => row ?? null,
  );
}
