import type { Text } from '../../web/language.ts';
import type { Juncture, Phase } from '../campaigns/rules.ts';
import { type Query, rowsQuery } from '../platform/query.ts';
import type { RoadCount } from './rules.ts';

export type RoadDay = { day: string; count: RoadCount };

type Row = {
  day: string;
  for_it: number;
  leans_for: number;
  leans_against: number;
  against: number;
  absent: number;
};

/** The newest days, in the order of time. */
export function roadDaysQuery(
  db: D1Database,
  { campaignId, most }: { campaignId: number; most: number },
): Query<RoadDay[]> {
  return rowsQuery(
    db
      .prepare('SELECT * FROM road_days WHERE campaign_id = ?1 ORDER BY day DESC LIMIT ?2')
      .bind(campaignId, most),
    (rows: Row[]) =>
      rows.toReversed().map((row) => ({
        day: row.day,
        count: {
          ...{ for: row.for_it, 'leans-for': row.leans_for },
          ...{ 'leans-against': row.leans_against, against: row.against, absent: row.absent },
        },
      })),
  );
}

/** `since`: the oldest day whose evidence still holds. */
export type RoadOfDay = { campaignId: number; today: string; since: string };

/** Counts the seats as they stand today. It runs after every change, and once a day because positions fade. */
export function keepRoadStatement(
  db: D1Database,
  { campaignId, today, since }: RoadOfDay,
): D1PreparedStatement {
  const of = (position: string) => `total(support = '${position}' AND support_on >= ?3)`;
  return db
    .prepare(
      `INSERT INTO road_days (campaign_id, day, for_it, leans_for, leans_against, against, absent)
      SELECT ?1, ?2, ${['for', 'leans-for', 'leans-against', 'against', 'absent'].map((one) => `CAST(${of(one)} AS INTEGER)`).join(', ')}
      FROM stakeholders WHERE campaign_id = ?1 AND state = 'stands' AND seat IS NOT NULL
      HAVING count(*) > 0 OR EXISTS (SELECT 1 FROM road_days WHERE campaign_id = ?1)
      ON CONFLICT DO UPDATE SET for_it = excluded.for_it, leans_for = excluded.leans_for,
        leans_against = excluded.leans_against, against = excluded.against, absent = excluded.absent`,
    )
    .bind(campaignId, today, since);
}

/** Campaigns with a seat on their map, a page of them by id. */
export async function listRoads(
  db: D1Database,
  { after, most }: { after: number; most: number },
): Promise<{ id: number; timeZone: string; lastDay: string | null }[]> {
  const { results } = await db
    .prepare(
      `SELECT campaigns.id, time_zone AS timeZone,
        (SELECT max(day) FROM road_days WHERE campaign_id = campaigns.id) AS lastDay
      FROM campaigns CROSS JOIN cities ON cities.id = city_id
      WHERE campaigns.id > ?1 AND EXISTS (
        SELECT 1 FROM stakeholders WHERE campaign_id = campaigns.id AND state = 'stands' AND seat IS NOT NULL)
      ORDER BY campaigns.id LIMIT ?2`,
    )
    .bind(after, most)
    .all<{ id: number; timeZone: string; lastDay: string | null }>();
  return results;
}

type DistrictRow = { title: string; place: string | null; n: number | null };

/** Confirmed signatures by district, of the petition of the campaign that most have signed. */
export function districtCountsQuery(
  db: D1Database,
  campaignId: number,
): Query<{ title: Text; counts: Map<string, number> } | null> {
  return rowsQuery(
    db
      .prepare(
        `SELECT title, place.key AS place, place.n FROM (
          SELECT actions.id, title FROM actions
            CROSS JOIN action_texts ON action_texts.action_id = actions.id AND version = text_version
            LEFT JOIN signature_counts AS counted
              ON counted.action_id = actions.id AND counted.kind = 'state' AND counted.key = 'confirmed'
          WHERE campaign_id = ? AND actions.kind = 'petition' AND actions.state IN ('open', 'closed')
          ORDER BY counted.n DESC, actions.id LIMIT 1) AS petition
        LEFT JOIN signature_counts AS place ON place.action_id = petition.id AND place.kind = 'place'`,
      )
      .bind(campaignId),
    (rows: DistrictRow[]) => {
      const [first] = rows;
      const counts = new Map(rows.map(({ place, n }) => [place ?? '', n ?? 0]));
      return first ? { title: JSON.parse(first.title), counts } : null;
    },
  );
}

/** The phases of the campaign, and the dated moments that decide. */
export function timesQuery(
  db: D1Database,
  campaignId: number,
): Query<{ phases: Phase[]; junctures: Juncture[] }> {
  return rowsQuery(
    db
      .prepare(
        `SELECT content -> '$.phases' AS phases, content -> '$.junctures' AS junctures FROM campaigns WHERE id = ?`,
      )
      .bind(campaignId),
    ([row]: Record<'phases' | 'junctures', string | null>[]) => ({
      phases: JSON.parse(row?.phases ?? '[]'),
      junctures: JSON.parse(row?.junctures ?? '[]'),
    }),
  );
}
