/** Whether a committee is asked for answers when a petition reaches this threshold. */
export async function isAskedAt(
  db: D1Database,
  { actionId, committeeId, signatures }: { actionId: number; committeeId: number; signatures: number },
): Promise<boolean> {
  const found = await db
    .prepare(
      'SELECT 1 AS n FROM answer_requests WHERE action_id = ? AND committee_id = ? AND signatures = ? LIMIT 1',
    )
    .bind(actionId, committeeId, signatures)
    .first<number>('n');
  return found !== null;
}
