import { withoutPersonalData } from './change-store.ts';
import type { CityTime } from './city-time.ts';
import { byId } from './store.ts';

export type NeverConfirmed = { id: string; timeZone: string };

/** Signatures whose time to confirm is over, because they came in at `receivedBy` or before. */
export async function listNeverConfirmed(
  db: D1Database,
  now: Date,
  { receivedBy, limit }: { receivedBy: Date; limit: number },
): Promise<NeverConfirmed[]> {
  const { results } = await db
    .prepare(
      `SELECT due.id, time_zone
      FROM (SELECT id, action_id FROM signatures WHERE state = 'unconfirmed' AND due_at <= ?1 AND received_at <= ?3
        ORDER BY due_at LIMIT ?2) due
        JOIN actions ON actions.id = due.action_id
        JOIN campaigns ON campaigns.id = campaign_id
        JOIN cities ON cities.id = city_id`,
    )
    .bind(now.getTime(), limit, receivedBy.getTime())
    .all<{ id: string; time_zone: string }>();
  return results.map(({ id, time_zone }) => ({ id, timeZone: time_zone }));
}

/**
 * Ends signatures that were never confirmed, and deletes their personal data. All end in the same way, because the
 * public counts would otherwise tell whose person counts. One that was confirmed since it was listed stays.
 */
export function expireStatement(db: D1Database, ids: string[], { at, week }: CityTime): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE signatures ${byId} SET state = 'invalidated', reason = 'never-confirmed', ${withoutPersonalData},
        due_at = NULL, changed_at = ?2, changed_week = ?3, erased_at = coalesce(erased_at, ?2)
      WHERE id IN (SELECT value FROM json_each(?1)) AND state = 'unconfirmed'`,
    )
    .bind(JSON.stringify(ids), at, week);
}

/** Ids of signatures that ended when their mail bounced, and whose personal data is due to be deleted. */
export async function listDueBounced(db: D1Database, now: Date, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM signatures WHERE state = 'invalidated' AND due_at <= ?1 ORDER BY due_at LIMIT ?2`,
    )
    .bind(now.getTime(), limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Ids of signatures that still have personal data. */
export async function listUnerased(db: D1Database, actionId: number, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT id FROM signatures WHERE action_id = ? AND inbox_key IS NOT NULL LIMIT ?')
    .bind(actionId, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Deletes the personal data; the counts stay. */
export function retireStatement(
  db: D1Database,
  ids: string[],
  { at }: Pick<CityTime, 'at'>,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE signatures ${byId} SET ${withoutPersonalData}, due_at = NULL, erased_at = ?2
      WHERE id IN (SELECT value FROM json_each(?1)) AND erased_at IS NULL`,
    )
    .bind(JSON.stringify(ids), at);
}
