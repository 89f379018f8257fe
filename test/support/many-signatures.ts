/** Rows as they are after signing and confirming, without the work of it. */
export async function storeSignatures(
  db: D1Database,
  action: { id: number },
  given: {
    n: number;
    at: Date;
    state?: 'confirmed' | 'unconfirmed';
    source?: string;
    place?: string;
    connection?: string;
    domain?: string;
    prefix: string;
  },
): Promise<void> {
  const {
    n,
    at,
    state = 'confirmed',
    source = 'direct',
    place = '1',
    connection = null,
    domain = null,
    prefix,
  } = given;
  const numbers = `(WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ?1)
    SELECT i FROM numbers)`;
  await db.batch([
    db
      .prepare(
        `INSERT INTO signatures (id, action_id, text_version, state, person_key, inbox_key, name_zip_key, place, zip, source,
        language, keep_informed, sealed, received_at, changed_at, changed_week, due_at, connection_key, domain_key, name_key)
      SELECT printf('%s%0' || (22 - length(?8)) || 'd', ?8, i), ?2, 1, 'unconfirmed', randomblob(16), randomblob(16),
        randomblob(16), ?3, '28202', ?4, 'en', 0, x'00', ?5 + i * 1000, ?5, '2026-W48', ?5 + 172800000, unhex(?6),
        unhex(?7), randomblob(16)
      FROM ${numbers}`,
      )
      .bind(n, action.id, place, source, at.getTime(), connection, domain, prefix),
    ...(state === 'confirmed'
      ? [
          db
            .prepare(
              `UPDATE signatures SET state = 'confirmed', inbox_slot = 1, receipt = randomblob(16), due_at = NULL,
              confirmed_at = received_at, confirmed_on = '2026-11-25', confirmed_week = '2026-W48'
            WHERE action_id = ?1 AND state = 'unconfirmed' AND source = ?2 AND changed_at = ?3 AND connection_key IS unhex(?4)`,
            )
            .bind(action.id, source, at.getTime(), connection),
        ]
      : []),
  ]);
}
