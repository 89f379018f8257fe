import { hour } from '../platform/time/clock.ts';

const claimLasts = 2 * hour;

export type Claim = { what: string; organizerId: string; until: Date };

/** Claims what nobody has claimed. Returns whether it is now theirs. */
export async function takeClaim(
  db: D1Database,
  {
    campaignId,
    what,
    organizerId,
    now,
  }: { campaignId: number; what: string; organizerId: string; now: Date },
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO organizer_claims (campaign_id, what, organizer_id, claimed_at, until) VALUES (?1, ?2, ?3, ?4, ?5)
       ON CONFLICT DO UPDATE SET organizer_id = ?3, claimed_at = ?4, until = ?5
         WHERE organizer_id = ?3 OR until <= ?4`,
    )
    .bind(campaignId, what, organizerId, now.getTime(), now.getTime() + claimLasts)
    .run();
  return meta.changes > 0;
}

export async function giveClaimBack(
  db: D1Database,
  { campaignId, what, organizerId }: { campaignId: number; what: string; organizerId: string },
): Promise<void> {
  await db
    .prepare('DELETE FROM organizer_claims WHERE campaign_id = ? AND what = ? AND organizer_id = ?')
    .bind(campaignId, what, organizerId)
    .run();
}

/** Claims that still hold, in several campaigns or for several things in one. */
export async function listClaims(
  db: D1Database,
  { campaignIds, now }: { campaignIds: readonly number[]; now: Date },
): Promise<(Claim & { campaignId: number })[]> {
  const { results } = await db
    .prepare(
      `SELECT campaign_id, what, organizer_id, until FROM organizer_claims
       WHERE campaign_id IN (SELECT value FROM json_each(?1)) AND until > ?2 LIMIT 1000`,
    )
    .bind(JSON.stringify(campaignIds), now.getTime())
    .all<{ campaign_id: number; what: string; organizer_id: string; until: number }>();
  return results.map(({ campaign_id, what, organizer_id, until }) => {
    return { campaignId: campaign_id, what, organizerId: organizer_id, until: new Date(until) };
  });
}
