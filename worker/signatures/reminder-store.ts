/** An unconfirmed signature whose next reminder is due. */
export type DueReminder = {
  id: string;
  receivedAt: Date;
  reminders: number;
  actionState: string;
  /** Its person already counts by another signature. */
  isCounted: boolean;
  /** Hex; empty once erased. */
  inboxKey: string;
};

/** Only those that were reminded fewer than `mostReminders` times, and came in after `receivedAfter`. */
export async function listDueReminders(
  db: D1Database,
  now: Date,
  { mostReminders, receivedAfter, limit }: { mostReminders: number; receivedAfter: Date; limit: number },
): Promise<DueReminder[]> {
  const { results } = await db
    .prepare(
      `SELECT due.id, due.received_at, due.reminders, lower(hex(due.inbox_key)) AS inbox_key,
        actions.state AS action_state,
        EXISTS (SELECT 1 FROM signatures counted WHERE counted.action_id = due.action_id
          AND counted.person_key = due.person_key AND counted.state = 'confirmed') AS is_counted
      FROM (SELECT * FROM signatures WHERE state = 'unconfirmed' AND due_at <= ?1 AND reminders < ?3 AND received_at > ?4
        ORDER BY due_at LIMIT ?2) due
        JOIN actions ON actions.id = due.action_id`,
    )
    .bind(now.getTime(), limit, mostReminders, receivedAfter.getTime())
    .all<{
      id: string;
      received_at: number;
      reminders: number;
      action_state: string;
      is_counted: number;
      inbox_key: string;
    }>();
  return results.map((row) => ({
    id: row.id,
    receivedAt: new Date(row.received_at),
    reminders: row.reminders,
    actionState: row.action_state,
    isCounted: row.is_counted === 1,
    inboxKey: row.inbox_key,
  }));
}

/** Moves each to its next check, unless another run has done so. */
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
