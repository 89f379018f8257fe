import type { Neighbor, Rollup, RollupCity } from './rules.ts';

const campaignId = '(SELECT id FROM campaigns WHERE slug = ?1)';

type Network = {
  neighbors: readonly Neighbor[];
  rollup: Rollup | null;
  cities: readonly RollupCity[];
  now: Date;
};

const keptTables = ['rollup_cities', 'rollups', 'neighbors'];

/** What was read of a deployment stays when the kit changes. */
export function saveNetworkStatements(
  db: D1Database,
  campaign: string,
  { neighbors, rollup, cities, now }: Network,
): D1PreparedStatement[] {
  const emptied = keptTables.map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE campaign_id = ${campaignId}`).bind(campaign),
  );
  return [
    ...emptied,
    ...neighbors.map(({ slug, address, ...content }, position) =>
      db
        .prepare(
          `INSERT INTO neighbors (campaign_id, slug, position, address, content)
          VALUES (${campaignId}, ?2, ?3, ?4, ?5)`,
        )
        .bind(campaign, slug, position, address, JSON.stringify(content)),
    ),
    ...(rollup ? [saveRollupStatement(db, campaign, rollup)] : []),
    ...cities.map(({ slug, address, campaign: there, ...content }, position) =>
      db
        .prepare(
          `INSERT INTO rollup_cities (campaign_id, slug, position, address, campaign, content)
          VALUES (${campaignId}, ?2, ?3, ?4, ?5, ?6)`,
        )
        .bind(campaign, slug, position, address, there, JSON.stringify(content)),
    ),
    ...nameLogsStatements(db, campaign, now),
  ];
}

function saveRollupStatement(db: D1Database, campaign: string, { committee, ...content }: Rollup) {
  return db
    .prepare(`INSERT INTO rollups (campaign_id, committee, content) VALUES (${campaignId}, ?2, ?3)`)
    .bind(campaign, committee, JSON.stringify(content));
}

/** A log that is named anew is read with the next run. */
function nameLogsStatements(db: D1Database, campaign: string, now: Date): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE neighbor_logs SET is_named = 0 WHERE campaign_id = ${campaignId} AND is_named = 1
        AND address NOT IN (SELECT address FROM neighbors WHERE campaign_id = ${campaignId})
        AND address NOT IN (SELECT address FROM rollup_cities WHERE campaign_id = ${campaignId})`,
      )
      .bind(campaign),
    ...['neighbors', 'rollup_cities'].map((table) =>
      db
        .prepare(
          `INSERT INTO neighbor_logs (campaign_id, address, due_at)
          SELECT campaign_id, address, ?2 FROM ${table} WHERE campaign_id = ${campaignId}
          ON CONFLICT (campaign_id, address) DO UPDATE SET is_named = 1`,
        )
        .bind(campaign, now.getTime()),
    ),
  ];
}

export function networkSnapshotStatement(db: D1Database, campaign: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT 'deployment ' || slug AS label, json_set(content, '$.address', address, '$.position', position) AS fields
      FROM neighbors WHERE campaign_id = ${campaignId}
      UNION ALL
      SELECT 'roll-up', json_set(content, '$.committee', committee) FROM rollups WHERE campaign_id = ${campaignId}
      UNION ALL
      SELECT 'city of the roll-up ' || slug,
        json_set(content, '$.address', address, '$.campaign', campaign, '$.position', position)
      FROM rollup_cities WHERE campaign_id = ${campaignId}`,
    )
    .bind(campaign);
}

/** Of a campaign in which nothing has happened. */
export function deleteNetworkStatements(db: D1Database, campaign: string): D1PreparedStatement[] {
  const ofLogs = ['city_refusals', 'city_statements'].map((table) =>
    db
      .prepare(
        `DELETE FROM ${table} WHERE log_id IN (SELECT id FROM neighbor_logs WHERE campaign_id = ${campaignId})`,
      )
      .bind(campaign),
  );
  const own = ['neighbor_logs', ...keptTables].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE campaign_id = ${campaignId}`).bind(campaign),
  );
  return [...ofLogs, ...own];
}
