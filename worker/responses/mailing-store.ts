/** Of the answers that hold, those that supporters were not told of. */
export async function listUntold(db: D1Database, actionId: number): Promise<number[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM answers WHERE action_id = ? AND undone_at IS NULL AND told_in IS NULL AND version = (
        SELECT max(version) FROM answers AS other WHERE other.action_id = answers.action_id
          AND other.committee_id = answers.committee_id AND other.ask = answers.ask AND other.undone_at IS NULL)
      ORDER BY id LIMIT 100`,
    )
    .bind(actionId)
    .all<{ id: number }>();
  return results.map(({ id }) => id);
}

/** The answers were told by that mailing, or somebody has decided that nobody is told. */
export function markToldStatement(
  db: D1Database,
  { id, answers }: { id: number; answers: readonly number[] },
) {
  return db
    .prepare(
      'UPDATE answers SET told_in = ?1 WHERE id IN (SELECT value FROM json_each(?2)) AND told_in IS NULL',
    )
    .bind(id, JSON.stringify(answers));
}

/** Of a mailing that nobody got: its answers wait to be told again. */
export function untellStatement(db: D1Database, id: number): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE answers SET told_in = NULL WHERE told_in = ?1
        AND EXISTS (SELECT 1 FROM mailings WHERE id = ?1 AND state = 'stopped' AND queued = 0)`,
    )
    .bind(id);
}

/** How many answers that would be. */
export async function countUntellable(db: D1Database, id: number): Promise<number> {
  const n = await db
    .prepare(
      `SELECT count(*) AS n FROM answers WHERE told_in = ?1
        AND EXISTS (SELECT 1 FROM mailings WHERE id = ?1 AND state = 'stopped' AND queued = 0)`,
    )
    .bind(id)
    .first<number>('n');
  return n ?? 0;
}
