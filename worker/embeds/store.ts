/** A site that showed a campaign's frames; days are in UTC. */
export type EmbedHost = { host: string; firstOn: string; lastOn: string; n: number };

/** Sightings of one host on one day. */
export type Sighting = { campaignId: number; host: string; on: string; n: number };

/** Anybody can invent hosts, so a campaign stores at most this many. */
const mostHosts = 1000;

export async function addSightings(db: D1Database, sightings: Sighting[]): Promise<void> {
  await db
    .prepare(
      `INSERT INTO embed_hosts (campaign_id, host, first_on, last_on, n)
      SELECT value ->> 'campaignId', value ->> 'host', value ->> 'on', value ->> 'on', value ->> 'n'
      FROM json_each(?1)
      WHERE EXISTS (SELECT 1 FROM embed_hosts seen
          WHERE seen.campaign_id = value ->> 'campaignId' AND seen.host = value ->> 'host')
        OR (SELECT count(*) FROM embed_hosts seen WHERE seen.campaign_id = value ->> 'campaignId') < ?2
      ON CONFLICT DO UPDATE SET last_on = max(last_on, excluded.last_on), n = n + excluded.n`,
    )
    .bind(JSON.stringify(sightings), mostHosts)
    .run();
}

/** The most often seen first. */
export async function listEmbedHosts(
  db: D1Database,
  campaignId: number,
  most = mostHosts,
): Promise<EmbedHost[]> {
  const { results } = await db
    .prepare(
      `SELECT host, first_on AS firstOn, last_on AS lastOn, n FROM embed_hosts
      WHERE campaign_id = ? ORDER BY n DESC, host LIMIT ?`,
    )
    .bind(campaignId, most)
    .all<EmbedHost>();
  return results;
}
