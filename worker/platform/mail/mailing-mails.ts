import { newId } from '../crypto/ids.ts';

/** The due time of a mail that waits until somebody lets it go: the year 2100. */
export const held = new Date(Date.UTC(2100, 0));

/**
 * Puts a mail into the outbox for each row of a select of (ref, kind) that binds the id of a mailing. Its mails carry
 * that id, and a trigger counts how they fare. A mail that already exists is not changed.
 */
export function enqueueMailingStatement(
  db: D1Database,
  found: string,
  mailingId: number,
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO outbox (id, ref, kind, mailing_id, state, due_at, created_at)
       SELECT ?3 || row_number() OVER (), found.ref, found.kind, ?1, 'waiting', ?2, ?2 FROM (${found}) found
       WHERE true ON CONFLICT (ref, kind) DO NOTHING`,
    )
    .bind(mailingId, now.getTime(), newId(now));
}

/**
 * For the mails of a mailing that have surely not been sent: `refs` selects what they are about, and binds its id. Those
 * that were put off after they were claimed wait again, and are written anew when they go.
 */
export function setDueStatement(
  db: D1Database,
  refs: string,
  { mailingId, dueAt }: { mailingId: number; dueAt: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE outbox SET due_at = ?2, state = 'waiting', batch_id = NULL, lease_until = NULL, attempts = 0,
         content = NULL, error = NULL
       WHERE ref IN (${refs}) AND mailing_id = ?1 AND (+state = 'waiting'
         OR (+state = 'claimed' AND first_tried_at IS NULL AND error IS NOT NULL))`,
    )
    .bind(mailingId, dueAt.getTime());
}

/** For the mails of a mailing that wait and that nobody wants to send any more. */
export function cancelMailingStatement(db: D1Database, refs: string, mailingId: number): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE outbox SET state = 'cancelled' WHERE ref IN (${refs}) AND mailing_id = ?1 AND +state = 'waiting'`,
    )
    .bind(mailingId);
}
