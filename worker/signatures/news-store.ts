/** `inboxKey` is hex. */
export type ActionInbox = { actionId: number; inboxKey: string };

/** Whether an inbox gets news by something that it has signed; null if it has not. */
export function wishStatement(db: D1Database, { actionId, inboxKey }: ActionInbox): D1PreparedStatement {
  return db
    .prepare(
      `SELECT max(keep_informed) AS wanted FROM signatures INDEXED BY signatures_by_inbox
       WHERE action_id = ? AND inbox_key = unhex(?) AND state = 'confirmed'`,
    )
    .bind(actionId, inboxKey);
}

/** Checks the box of one signature of the inbox: two people who share it get one mail. */
export function wantStatement(db: D1Database, { actionId, inboxKey }: ActionInbox): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE signatures SET keep_informed = 1 WHERE rowid = (
         SELECT min(rowid) FROM signatures INDEXED BY signatures_by_inbox
         WHERE action_id = ? AND inbox_key = unhex(?) AND state = 'confirmed' AND sealed IS NOT NULL)`,
    )
    .bind(actionId, inboxKey);
}
