/** Gives all stored people a place at the first time of an event, whatever its capacity is. Returns their codes. */
export async function seatAll(db: D1Database, { id }: { id: number }): Promise<string[]> {
  await db.batch([
    db
      .prepare(
        `INSERT INTO sign_ups (signature_id, action_id, slot, seat, number, changed_at)
        SELECT id, action_id, 'first', 'has', row_number() OVER (ORDER BY id), received_at
        FROM signatures WHERE action_id = ?`,
      )
      .bind(id),
    db
      .prepare(
        `UPDATE event_slots SET taken = (SELECT count(*) FROM sign_ups WHERE action_id = ?1)
        WHERE action_id = ?1 AND slug = 'first'`,
      )
      .bind(id),
  ]);
  const { results } = await db
    .prepare('SELECT code FROM door_codes WHERE action_id = ? ORDER BY code')
    .bind(id)
    .all<{ code: string }>();
  return results.map(({ code }) => code);
}
