export type KitVersion = { number: number; hash: string; at: Date; actor: string; note: string };

type VersionRow = Omit<KitVersion, 'at'> & { at: number };

const campaignId = '(SELECT id FROM campaigns WHERE slug = ?1)';

/** Keeps a kit that was opened, unless it is the same as the latest. The campaign must exist. */
export function keepVersionStatement(
  db: D1Database,
  campaign: string,
  { kit, hash, at, actor, note }: { kit: string; hash: string; at: Date; actor: string; note: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO kit_versions (campaign_id, number, kit, hash, at, actor, note)
      SELECT ${campaignId}, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5, ?6
      FROM kit_versions WHERE campaign_id = ${campaignId}
      HAVING NOT EXISTS (
        SELECT 1 FROM kit_versions AS latest WHERE campaign_id = ${campaignId} AND hash = ?3 AND number = (
          SELECT max(number) FROM kit_versions WHERE campaign_id = ${campaignId}))`,
    )
    .bind(campaign, kit, hash, at.getTime(), actor, note);
}

/** The latest version, or that of this number. Null where none was kept. */
export async function findKitVersion(
  db: D1Database,
  campaignId: number,
  number?: number,
): Promise<(KitVersion & { kit: string }) | null> {
  const row = await db
    .prepare(
      `SELECT number, kit, hash, at, actor, note FROM kit_versions
      WHERE campaign_id = ?1 AND (?2 IS NULL OR number = ?2) ORDER BY number DESC LIMIT 1`,
    )
    .bind(campaignId, number ?? null)
    .first<VersionRow & { kit: string }>();
  return row && { ...row, at: new Date(row.at) };
}

/** Without their texts, newest first, from below a number on. */
export async function listKitVersions(
  db: D1Database,
  campaignId: number,
  { below, most }: { below: number | null; most: number },
): Promise<KitVersion[]> {
  const { results } = await db
    .prepare(
      `SELECT number, hash, at, actor, note FROM kit_versions
      WHERE campaign_id = ?1 AND (?2 IS NULL OR number < ?2) ORDER BY number DESC LIMIT ?3`,
    )
    .bind(campaignId, below, most)
    .all<VersionRow>();
  return results.map((row) => ({ ...row, at: new Date(row.at) }));
}

export async function findTimeZone(db: D1Database, campaignId: number): Promise<string> {
  const found = await db
    .prepare('SELECT time_zone FROM campaigns JOIN cities ON cities.id = city_id WHERE campaigns.id = ?')
    .bind(campaignId)
    .first<string>('time_zone');
  return found ?? 'UTC';
}

export async function findCampaignBySlug(db: D1Database, slug: string): Promise<number | null> {
  return db.prepare('SELECT id FROM campaigns WHERE slug = ?').bind(slug).first<number>('id');
}
