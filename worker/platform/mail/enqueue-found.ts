import { newId } from '../crypto/ids.ts';

/**
 * Puts a mail into the outbox for each row of a select of (ref, kind), in the same batch as the change that it reports.
 * The select must be our own code and bind one number. A mail that already exists is not changed.
 */
export function enqueueFoundStatement(
  db: D1Database,
  found: string,
  bound: number,
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO outbox (id, ref, kind, state, due_at, created_at)
      SELECT ?3 || row_number() OVER (), found.ref, found.kind, 'waiting', ?2, ?2 FROM (${found}) found
      WHERE true ON CONFLICT (ref, kind) DO NOTHING`,
    )
    .bind(bound, now.getTime(), newId(now));
}
