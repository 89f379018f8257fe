import { withoutPersonalData } from './change-store.ts';
import type { CityTime } from './city-time.ts';
import { byId } from './store.ts';

/** An unconfirmed signature whose next look has come. */
export type DueSignature = {
  id: string;
  actionId: number;
  receivedAt: Date;
  reminders: number;
  timeZone: string;
  actionState: string;
  isTwin: boolean;
  /** Hex. */
  inboxKey: string;
};

/** `remindedTimes`: only those that were reminded so often or more. */
export async function listDueSignatures(
  db: D1Database,
  now: Date,
  { remindedTimes, limit }: { remindedTimes: number; limit: number },
): Promise<DueSignature[]> {
  const { results } = await db
    .prepare(
      `SELECT due.id, due.action_id, due.received_at, due.reminders, lower(hex(due.inbox_key)) AS inbox_key, actions.state AS action_state, time_zone,
        EXISTS (SELECT 1 FROM signatures twin WHERE twin.action_id = due.action_id
          AND twin.person_key = due.person_key AND twin.state = 'confirmed') AS is_twin
      FROM (SELECT * FROM signatures WHERE state = 'unconfirmed' AND due_at <= ?1 AND reminders >= ?3
        ORDER BY due_at LIMIT ?2) due
        JOIN actions ON actions.id = due.action_id
        JOIN campaigns ON campaigns.id = campaign_id
        JOIN cities ON cities.id = city_id`,
    )
    .bind(now.getTime(), limit, remindedTimes)
    .all<{
      id: string;
      action_id: number;
      received_at: number;
      reminders: number;
      action_state: string;
      time_zone: string;
      is_twin: number;
      inbox_key: string;
    }>();
  return results.map((row) => ({
    id: row.id,
    actionId: row.action_id,
    receivedAt: new Date(row.received_at),
    reminders: row.reminders,
    timeZone: row.time_zone,
    actionState: row.action_state,
    isTwin: row.is_twin === 1,
    inboxKey: row.inbox_key,
  }));
}

/** Moves each to its next look, unless somebody else has done so. */
export function lookedAtStatement(
  db: D1Database,
  looks: { id: string; reminders: number; dueAt: Date }[],
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE signatures SET reminders = look.reminders + 1, due_at = look.due_at
      FROM (SELECT value ->> 'id' AS id, value ->> 'reminders' AS reminders, value ->> 'dueAt' AS due_at
        FROM json_each(?1)) look
      WHERE signatures.id = look.id AND +signatures.state = 'unconfirmed'
        AND signatures.reminders = look.reminders`,
    )
    .bind(
      JSON.stringify(looks.map(({ id, reminders, dueAt }) => ({ id, reminders, dueAt: dueAt.getTime() }))),
    );
}

/**
 * Ends signatures that were never confirmed, with the personal data in them, all in one way: the public counts would
 * otherwise tell whose person counts. One that has been confirmed since it was listed stays.
 */
export function expireStatement(db: D1Database, ids: string[], { at, week }: CityTime): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE signatures ${byId} SET state = 'invalidated', reason = 'never-confirmed', ${withoutPersonalData},
        changed_at = ?2, changed_week = ?3, erased_at = ?2
      WHERE id IN (SELECT value FROM json_each(?1)) AND state = 'unconfirmed'`,
    )
    .bind(JSON.stringify(ids), at, week);
}

/** Ids of signatures that ended when their mail came back, and whose personal data has been kept long enough. */
export async function listDueBounced(db: D1Database, now: Date, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM signatures WHERE state = 'invalidated' AND due_at <= ?1 ORDER BY due_at LIMIT ?2`,
    )
    .bind(now.getTime(), limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

export type Retained = { actionId: number; timeZone: string };

/** Closed petitions whose retention has run out and that still hold personal data. */
export async function listRetained(db: D1Database, now: Date): Promise<Retained[]> {
  const { results } = await db
    .prepare(
      `SELECT actions.id, time_zone
      FROM actions JOIN campaigns ON campaigns.id = campaign_id JOIN cities ON cities.id = city_id
      WHERE state = 'closed' AND erased_at IS NULL AND closed_at + retention_days * 86400000 <= ?`,
    )
    .bind(now.getTime())
    .all<{ id: number; time_zone: string }>();
  return results.map(({ id, time_zone }) => ({ actionId: id, timeZone: time_zone }));
}

/** Ids of signatures that still hold personal data. */
export async function listUnerased(db: D1Database, actionId: number, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT id FROM signatures WHERE action_id = ? AND inbox_key IS NOT NULL LIMIT ?')
    .bind(actionId, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** The end of retention: the personal data goes, what was counted stays counted. */
export function retireStatement(
  db: D1Database,
  ids: string[],
  { at }: Pick<CityTime, 'at'>,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE signatures ${byId} SET ${withoutPersonalData}, erased_at = ?2
      WHERE id IN (SELECT value FROM json_each(?1)) AND erased_at IS NULL`,
    )
    .bind(JSON.stringify(ids), at);
}
