import { anotherOwner } from './people-store.ts';
import type { Role } from './role-rules.ts';

/** Takes an end back, unless the access began again since. */
export function reopenAccessStatement(
  db: D1Database,
  {
    campaignId,
    organizerId,
    endedAt,
    now,
  }: { campaignId: number; organizerId: string; endedAt: Date; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE organizer_roles SET ended_at = NULL, last_used_at = ?4
       WHERE campaign_id = ?1 AND organizer_id = ?2 AND ended_at = ?3`,
    )
    .bind(campaignId, organizerId, endedAt.getTime(), now.getTime());
}

/** An access that ended, as it was; null where somebody never had one. */
export async function findEndedAccess(
  db: D1Database,
  { campaignId, organizerId }: { campaignId: number; organizerId: string },
): Promise<EndedAccess | null> {
  const row = await db
    .prepare(
      `SELECT role, since, ended_at FROM organizer_roles
       WHERE campaign_id = ? AND organizer_id = ? AND ended_at IS NOT NULL`,
    )
    .bind(campaignId, organizerId)
    .first<{ role: Role; since: number; ended_at: number }>();
  return row && { role: row.role, since: new Date(row.since), endedAt: new Date(row.ended_at) };
}

export type EndedAccess = { role: Role; since: Date; endedAt: Date };

/** Ends an access that began then, unless it is the last owner's. An earlier one is what it was. */
export function endBegunStatement(
  db: D1Database,
  {
    campaignId,
    organizerId,
    since,
    earlier,
    now,
  }: { campaignId: number; organizerId: string; since: Date; earlier: EndedAccess | null; now: Date },
): D1PreparedStatement {
  const ended = (earlier?.endedAt ?? now).getTime();
  return db
    .prepare(
      `UPDATE organizer_roles SET ended_at = ?4, role = coalesce(?5, role), since = coalesce(?6, since)
       WHERE campaign_id = ?1 AND organizer_id = ?2 AND since = ?3 AND ended_at IS NULL AND ${anotherOwner}`,
    )
    .bind(
      ...[campaignId, organizerId, since.getTime(), ended],
      ...[earlier?.role ?? null, earlier?.since.getTime() ?? null],
    );
}
