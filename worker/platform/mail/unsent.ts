import { type Query, rowsQuery } from '../query.ts';

/** Counts of what waits stop here: a page says "more than". */
export const countedAtMost = 80;

export type UnsentMail = {
  id: string;
  kind: string;
  state: 'failed' | 'uncertain';
  error: string | null;
  at: Date;
};
type UnsentRow = Omit<UnsentMail, 'at'> & { created_at: number };

const unsent = "FROM outbox INDEXED BY outbox_unsent WHERE state IN ('failed', 'uncertain')";

/** Refused by the mail service, or perhaps sent. The oldest first. */
export function unsentQuery(db: D1Database, most: number): Query<UnsentMail[]> {
  return rowsQuery(
    db.prepare(`SELECT id, kind, state, error, created_at ${unsent} ORDER BY created_at LIMIT ?`).bind(most),
    (rows: UnsentRow[]) => rows.map(({ created_at, ...row }) => ({ ...row, at: new Date(created_at) })),
  );
}

/** How many there are, up to `most`, and since when. */
export function unsentCountQuery(
  db: D1Database,
  most: number,
): Query<{ n: number; more: boolean; oldest: Date } | null> {
  return rowsQuery(
    db
      .prepare(
        `SELECT count(*) AS n, min(created_at) AS oldest
         FROM (SELECT created_at ${unsent} ORDER BY created_at LIMIT ?)`,
      )
      .bind(most + 1),
    ([row]: { n: number; oldest: number | null }[]) =>
      row && row.oldest !== null
        ? { n: Math.min(row.n, most), more: row.n > most, oldest: new Date(row.oldest) }
        : null,
  );
}

export type Queued = {
  waiting: number;
  oldest: Date | null;
  claimed: number;
  bounced: number;
  complained: number;
};

/** What waits, is being sent, and the addresses that get no mail any more. */
export function queuedQuery(db: D1Database): Query<Queued> {
  const most = countedAtMost + 1;
  const statement = db
    .prepare(
      `SELECT
         (SELECT count(*) FROM (SELECT 1 FROM outbox INDEXED BY outbox_due WHERE state = 'waiting' LIMIT ?1)) AS waiting,
         (SELECT min(due_at) FROM outbox WHERE state = 'waiting') AS oldest,
         (SELECT count(*) FROM (
           SELECT 1 FROM outbox INDEXED BY outbox_claimed WHERE state = 'claimed' LIMIT ?1)) AS claimed,
         coalesce((SELECT n FROM suppression_counts WHERE reason = 'bounced'), 0) AS bounced,
         coalesce((SELECT n FROM suppression_counts WHERE reason = 'complained'), 0) AS complained`,
    )
    .bind(most);
  return rowsQuery(statement, ([row]: (Omit<Queued, 'oldest'> & { oldest: number | null })[]) => ({
    waiting: row?.waiting ?? 0,
    claimed: row?.claimed ?? 0,
    bounced: row?.bounced ?? 0,
    complained: row?.complained ?? 0,
    oldest: row?.oldest ? new Date(row.oldest) : null,
  }));
}

/** A new mail of the same content: it is written again, and not at all where its person has erased their data. */
export function sendAgainStatement(
  db: D1Database,
  { id, from, now }: { id: string; from: UnsentMail['state']; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE outbox SET state = 'waiting', due_at = ?3, attempts = 0, batch_id = NULL, lease_until = NULL,
         first_tried_at = NULL, content = NULL, error = NULL
       WHERE id = ?1 AND state = ?2 AND forget_at IS NULL`,
    )
    .bind(id, from, now.getTime());
}

/** From one settled state to another, such as a refused mail that nobody wants to send any more. */
export function moveMailStatement(
  db: D1Database,
  { id, from, to }: { id: string; from: string; to: string },
): D1PreparedStatement {
  return db.prepare('UPDATE outbox SET state = ?3 WHERE id = ?1 AND state = ?2').bind(id, from, to);
}
