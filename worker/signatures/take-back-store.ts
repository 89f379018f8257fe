import { withoutPersonalData } from './change-store.ts';
import type { CityTime } from './city-time.ts';
import { byId } from './store.ts';

/**
 * Ends signatures that an organizer entered and takes back, and deletes their personal data. One that its owner has
 * confirmed since stays.
 */
export function takeBackStatement(
  db: D1Database,
  ids: readonly string[],
  { at, week }: CityTime,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE signatures ${byId} SET state = 'invalidated', reason = 'taken-back', ${withoutPersonalData},
        due_at = NULL, changed_at = ?2, changed_week = ?3, erased_at = coalesce(erased_at, ?2)
      WHERE id IN (SELECT value FROM json_each(?1)) AND state = 'unconfirmed'`,
    )
    .bind(JSON.stringify(ids), at, week);
}
