/** A time of which a reminder is due. `of` is when the reminder was due, which also tells the two apart. */
export type DueSlot = {
  actionId: number;
  slot: string;
  startsAt: number;
  of: number;
  remindedUntil: number;
  isCancelled: boolean;
};

export async function listDueSlots(db: D1Database, now: Date, most: number): Promise<DueSlot[]> {
  const { results } = await db
    .prepare(
      `SELECT event_slots.action_id AS actionId, slug AS slot, starts_at AS startsAt, remind_at AS "of",
        reminded_until AS remindedUntil, cancelled_at IS NOT NULL AS isCancelled
      FROM event_slots INDEXED BY event_slots_to_remind
        CROSS JOIN events ON events.action_id = event_slots.action_id
      WHERE remind_at <= ? ORDER BY remind_at LIMIT ?`,
    )
    .bind(now.getTime(), most)
    .all<Omit<DueSlot, 'isCancelled'> & { isCancelled: number }>();
  return results.map((row) => ({ ...row, isCancelled: row.isCancelled === 1 }));
}

export type InLine = { id: string; number: number };

/** Who has a place at a time and has not got this reminder, in the order of the line. */
export async function listToRemind(
  db: D1Database,
  { actionId, slot, remindedUntil }: DueSlot,
  most: number,
): Promise<InLine[]> {
  const { results } = await db
    .prepare(
      `SELECT signature_id AS id, number FROM sign_ups
      WHERE action_id = ? AND slot = ? AND seat = 'has' AND number > ? ORDER BY number LIMIT ?`,
    )
    .bind(actionId, slot, remindedUntil, most)
    .all<InLine>();
  return results;
}

/** Joins the transaction in which their mails go into the outbox. */
export function remindedStatement(
  db: D1Database,
  { actionId, slot, of }: DueSlot,
  until: number,
): D1PreparedStatement {
  return db
    .prepare(
      'UPDATE event_slots SET reminded_until = ?4 WHERE action_id = ?1 AND slug = ?2 AND remind_at = ?3',
    )
    .bind(actionId, slot, of, until);
}

/** All have got it; `next` is when the next one is due. */
export async function remindNextAt(
  db: D1Database,
  { actionId, slot, of }: DueSlot,
  next: number | null,
): Promise<void> {
  await db
    .prepare(
      `UPDATE event_slots SET remind_at = ?4, reminded_until = 0
      WHERE action_id = ?1 AND slug = ?2 AND remind_at = ?3`,
    )
    .bind(actionId, slot, of, next)
    .run();
}

export type Telling = {
  actionId: number;
  telling: 'cancelled' | 'place' | 'times';
  toldUntil: string;
  changedAt: number;
  cancelledAt: number | null;
};

/** Events of which something is being told. */
export async function listTelling(db: D1Database, most: number): Promise<Telling[]> {
  const { results } = await db
    .prepare(
      `SELECT action_id AS actionId, telling, told_until AS toldUntil, changed_at AS changedAt,
        cancelled_at AS cancelledAt
      FROM events INDEXED BY events_telling WHERE telling IS NOT NULL ORDER BY action_id LIMIT ?`,
    )
    .bind(most)
    .all<Telling>();
  return results;
}

/** The next sign-ups of an event; `isConcerned` if it has or waits for a place to which the change matters. */
export async function listToTell(
  db: D1Database,
  { actionId, telling, toldUntil, changedAt }: Telling,
  most: number,
): Promise<{ id: string; isConcerned: number }[]> {
  const { results } = await db
    .prepare(
      `SELECT signature_id AS id, seat <> 'none' AND (?4 <> 'times' OR moved_at = ?5) AS isConcerned
      FROM sign_ups CROSS JOIN event_slots ON event_slots.action_id = sign_ups.action_id AND slug = slot
      WHERE sign_ups.action_id = ?1 AND signature_id > ?2 ORDER BY signature_id LIMIT ?3`,
    )
    .bind(actionId, toldUntil, most, telling, changedAt)
    .all<{ id: string; isConcerned: number }>();
  return results;
}

/** Joins the transaction in which their mails go into the outbox; null once all are told. */
export function toldStatement(
  db: D1Database,
  { actionId, telling, toldUntil, changedAt }: Telling,
  until: string | null,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE events SET told_until = coalesce(?5, ''), telling = iif(?5 IS NULL, NULL, telling)
      WHERE action_id = ?1 AND telling = ?2 AND told_until = ?3 AND changed_at = ?4`,
    )
    .bind(actionId, telling, toldUntil, changedAt, until);
}

/** Deletes what people said about their safety at times that ended before this. Returns how many. */
export async function forgetNotes(db: D1Database, endedBefore: Date, most: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `UPDATE sign_ups SET sealed = NULL WHERE signature_id IN (
        SELECT signature_id FROM event_slots CROSS JOIN sign_ups INDEXED BY sign_ups_with_notes
          ON sign_ups.action_id = event_slots.action_id AND slot = slug AND sealed IS NOT NULL
        WHERE ends_at < ? LIMIT ?)`,
    )
    .bind(endedBefore.getTime(), most)
    .run();
  return meta.changes;
}
