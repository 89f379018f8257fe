import type { Text } from '../../web/language.ts';
import { type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import type { Neighbor, Reason, Rollup, RollupCity } from './rules.ts';

/** A statement as it is kept. */
export type StoredCityStatement = {
  action: string;
  kind: string;
  week: string;
  n: number;
  trained: number;
  index: number;
  leaf: string;
  size: number;
  root: string;
  readAt: number;
  /** Whether it names the log in which it was read: 0 or 1. */
  namesLog: number;
};

export type CityRow = {
  /** Whose roll-up it is in. */
  campaignId: number;
  city: RollupCity;
  /** Null before the kit that names it is published. */
  log: {
    size: number | null;
    root: string | null;
    /** The public keys that have signed its head. */
    signedBy: string[];
    reason: Reason | null;
    reasonAt: number | null;
    isOut: boolean;
    verifiedAt: number | null;
    readAt: number | null;
  } | null;
  refusal: { reason: Reason; since: number } | null;
  /** The latest of each action. */
  statements: StoredCityStatement[];
};

type StoredRow = {
  campaign_id: number;
  slug: string;
  address: string;
  campaign: string;
  content: string;
  log_id: number | null;
  size: number | null;
  root: string | null;
  signed_by: string | null;
  log_reason: Reason | null;
  reason_at: number | null;
  is_out: 0 | 1;
  verified_at: number | null;
  read_at: number | null;
  reason: Reason | null;
  since: number | null;
  statements: string;
};

const latest = `
  SELECT json_group_array(json_object('action', action, 'kind', kind, 'week', week, 'n', n, 'trained', trained,
    'index', log_index, 'leaf', leaf, 'size', city_statements.size, 'root', city_statements.root,
    'readAt', city_statements.read_at, 'namesLog', names_log))
  FROM city_statements
  WHERE log_id = neighbor_logs.id AND city_statements.campaign = rollup_cities.campaign AND is_last = 1`;

/** The cities of roll-ups in the order of their kits, with what is kept of each. `campaign` may select several. */
export function cityRowsQuery(db: D1Database, campaign: Subquery): Query<CityRow[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT rollup_cities.campaign_id, rollup_cities.slug, rollup_cities.address, rollup_cities.campaign, content, neighbor_logs.id AS log_id,
          size, root, signed_by, neighbor_logs.reason AS log_reason, reason_at, evidence IS NOT NULL AS is_out, verified_at,
          read_at, city_refusals.reason, since, (${latest}) AS statements
        FROM rollup_cities
          LEFT JOIN neighbor_logs ON neighbor_logs.campaign_id = rollup_cities.campaign_id
            AND neighbor_logs.address = rollup_cities.address
          LEFT JOIN city_refusals ON log_id = neighbor_logs.id AND city_refusals.campaign = rollup_cities.campaign
        WHERE rollup_cities.campaign_id IN (${campaign.sql}) ORDER BY rollup_cities.campaign_id, position`,
      )
      .bind(campaign.value),
    (rows: StoredRow[]) => rows.map(cityRowOf),
  );
}

function cityRowOf({ slug, address, campaign, content, log_id, reason, since, ...row }: StoredRow): CityRow {
  const { size, root, signed_by, log_reason, reason_at, is_out, verified_at, read_at } = row;
  return {
    campaignId: row.campaign_id,
    city: { slug, address, campaign, ...JSON.parse(content) },
    log:
      log_id === null
        ? null
        : {
            signedBy: JSON.parse(signed_by ?? '[]'),
            ...{ size, root, reason: log_reason, reasonAt: reason_at, isOut: is_out === 1 },
            ...{ verifiedAt: verified_at, readAt: read_at },
          },
    refusal: reason === null || since === null ? null : { reason, since },
    statements: JSON.parse(row.statements),
  };
}

/** What the kit says of the state; null where it has no roll-up. */
export function rollupQuery(db: D1Database, campaign: Subquery): Query<Rollup | null> {
  return rowsQuery(
    db
      .prepare(`SELECT committee, content FROM rollups WHERE campaign_id = (${campaign.sql})`)
      .bind(campaign.value),
    ([row]: { committee: string | null; content: string }[]) =>
      row ? { committee: row.committee, ...JSON.parse(row.content) } : null,
  );
}

/** The other deployments that the kit names, in its order. */
export function neighborsQuery(db: D1Database, campaign: Subquery): Query<Neighbor[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT slug, address, content FROM neighbors WHERE campaign_id = (${campaign.sql}) ORDER BY position`,
      )
      .bind(campaign.value),
    (rows: { slug: string; address: string; content: string }[]) =>
      rows.map(({ slug, address, content }) => ({ slug, address, ...JSON.parse(content) })),
  );
}

export type NamedLog = {
  /** '' is this deployment. */
  address: string;
  /** As the kit calls it; null where only a city names this deployment. */
  name: Text | null;
  size: number | null;
  reason: Reason | null;
  reasonAt: number | null;
  isOut: boolean;
  verifiedAt: number | null;
  readAt: number | null;
};

/** The logs of the deployments that the kit names, in the order of their addresses. */
export function namedLogsQuery(db: D1Database, campaignId: number): Query<NamedLog[]> {
  type Row = Omit<NamedLog, 'isOut' | 'name'> & { is_out: 0 | 1; name: string | null };
  return rowsQuery(
    db
      .prepare(
        `SELECT address, size, reason, reason_at AS reasonAt, evidence IS NOT NULL AS is_out,
          verified_at AS verifiedAt, read_at AS readAt,
          (SELECT json_extract(content, '$.name') FROM neighbors
            WHERE neighbors.campaign_id = ?1 AND neighbors.address = neighbor_logs.address LIMIT 1) AS name
        FROM neighbor_logs WHERE campaign_id = ?1 AND is_named = 1 ORDER BY address`,
      )
      .bind(campaignId),
    (rows: Row[]) =>
      rows.map(({ is_out, name, ...row }) => ({
        ...row,
        isOut: is_out === 1,
        name: name === null ? null : JSON.parse(name),
      })),
  );
}
