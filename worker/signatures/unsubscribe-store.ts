/** The mail that somebody no longer wants: the campaign's news, or a partner's. */
type Wanted = { actionId: number; partnerId: number | null; inboxKeys: readonly string[] };

const hasChecked = `iif(?2 IS NULL, keep_informed = 1, partner_contact = 1 AND source IN (
  SELECT slug FROM sources WHERE partner_id = ?2
    AND campaign_id = (SELECT campaign_id FROM actions WHERE actions.id = ?1)))`;

const ofInboxes = `action_id = ?1 AND inbox_key IN (SELECT unhex(value) FROM json_each(?3)) AND ${hasChecked}`;

/** Which of these inboxes (hex) have the box checked. */
export function checkedInboxesStatement(
  db: D1Database,
  { actionId, partnerId, inboxKeys }: Wanted,
): D1PreparedStatement {
  return db
    .prepare(
      `SELECT DISTINCT lower(hex(inbox_key)) AS key FROM signatures INDEXED BY signatures_by_inbox
       WHERE ${ofInboxes}`,
    )
    .bind(actionId, partnerId, JSON.stringify(inboxKeys));
}

/** Clears the box, whatever the state of the signature. Counts and names stay. */
export function uncheckStatement(
  db: D1Database,
  { actionId, partnerId, inboxKeys }: Wanted,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE signatures INDEXED BY signatures_by_inbox
       SET keep_informed = iif(?2 IS NULL, 0, keep_informed),
         partner_contact = iif(?2 IS NULL, partner_contact, 0)
       WHERE ${ofInboxes}`,
    )
    .bind(actionId, partnerId, JSON.stringify(inboxKeys));
}
