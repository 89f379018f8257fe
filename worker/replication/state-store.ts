import type { Text } from '../../web/language.ts';
import { joinQueries, mapQuery, type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import type { Rollup } from './rules.ts';
import { type CityRow, cityRowsQuery } from './store.ts';

/** As many as one site map may hold. */
const mostListed = 5000;

/** Public campaigns that have the page of a state. */
export function listedQuery(db: D1Database): Query<string[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT slug FROM rollups CROSS JOIN campaigns ON campaigns.id = campaign_id
        WHERE is_public = 1 ORDER BY slug LIMIT ?`,
      )
      .bind(mostListed),
    (rows: { slug: string }[]) => rows.map(({ slug }) => slug),
  );
}

/** The roll-up of a campaign, for the committee that its kit names and to which one of its actions is addressed. */
export type RollupForCommittee = {
  campaign: { slug: string; title: Text; contactEmail: string; timeZone: string };
  rollup: Rollup;
  rows: CityRow[];
  /** Those actions; `endsAt` is null while no end is known. */
  actions: { id: number; opensAt: number; endsAt: number | null }[];
  /** The signatures that the committee was told last; null if it was told none. */
  lastTold: number | null;
};

type Row = {
  id: number;
  slug: string;
  title: string;
  contact_email: string;
  time_zone: string;
  committee: string | null;
  content: string;
  actions: string;
  last_told: number | null;
};

/** By the id of the committee. */
function campaignsFor(committeeId: number): Subquery {
  return {
    sql: `SELECT rollups.campaign_id FROM rollups WHERE committee = (
        SELECT slug FROM committees WHERE committees.id = ?1)
      AND rollups.campaign_id IN (
        SELECT campaign_id FROM actions WHERE committee_id = ?1 AND state NOT IN ('draft', 'submitted'))`,
    value: committeeId,
  };
}

/** `week`: of the digest, whose own lines are not yet told. */
export function rollupsForCommitteeQuery(
  db: D1Database,
  { committeeId, section, week }: { committeeId: number; section: string; week: string },
): Query<RollupForCommittee[]> {
  const named = campaignsFor(committeeId);
  return mapQuery(
    joinQueries({
      found: rowsQuery(
        db
          .prepare(
            `SELECT campaigns.id, campaigns.slug, campaigns.content ->> '$.title' AS title, contact_email, time_zone,
              rollups.committee, rollups.content,
              (SELECT json_group_array(json_object('id', id, 'opensAt', opens_at,
                  'endsAt', min(coalesce(closes_at, closed_at), coalesce(closed_at, closes_at))))
                FROM actions WHERE committee_id = ?1 AND actions.campaign_id = campaigns.id
                  AND state NOT IN ('draft', 'submitted')) AS actions,
              (SELECT confirmed FROM digest_lines WHERE committee_id = ?1 AND section = ?2
                AND digest_lines.slug = campaigns.slug AND week < ?3 ORDER BY week DESC LIMIT 1) AS last_told
            FROM rollups CROSS JOIN campaigns ON campaigns.id = rollups.campaign_id
              CROSS JOIN cities ON cities.id = campaigns.city_id
            WHERE rollups.campaign_id IN (${named.sql}) ORDER BY rollups.campaign_id`,
          )
          .bind(committeeId, section, week),
        (rows: Row[]) => rows,
      ),
      rows: cityRowsQuery(db, named),
    }),
    ({ found, rows }) => found.map((row) => rollupOf(row, rows)),
  );
}

function rollupOf(row: Row, rows: readonly CityRow[]): RollupForCommittee {
  return {
    campaign: {
      ...{ slug: row.slug, title: JSON.parse(row.title) },
      ...{ contactEmail: row.contact_email, timeZone: row.time_zone },
    },
    rollup: { committee: row.committee, ...JSON.parse(row.content) },
    rows: rows.filter(({ campaignId }) => campaignId === row.id),
    actions: JSON.parse(row.actions),
    lastTold: row.last_told,
  };
}
