import { type Signature, type SignatureRow, signatureOf } from './store.ts';

/** The signatures of an inbox on one action that its owner may decide about. */
export type InboxForms = {
  /** Neither the links of the one that is named nor, once it is erased, those of the others were replaced since. */
  isLinkHeld: boolean;
  /** The signature that was asked for, whatever its state. */
  named: Signature;
  /** One page of those that wait to be confirmed, newest first. */
  waiting: Signature[];
  hasMore: boolean;
  /** Those that count, at most two. */
  counted: Signature[];
};

/** `inboxKey` (hex) if it is known without the row, because an erased row has none. */
type Named = { id: string; actionId: number; inboxKey: string | null; linkGeneration: number };

const ofInbox = `action_id = ?1
  AND inbox_key = coalesce(unhex(?2), (SELECT inbox_key FROM signatures WHERE id = ?3))`;

/** In one round trip; null if there is no such signature. */
export async function findInboxForms(
  db: D1Database,
  { id, actionId, inboxKey, linkGeneration }: Named,
  { page, pageLength }: { page: number; pageLength: number },
): Promise<InboxForms | null> {
  const whose = [actionId, inboxKey, id];
  const [named, waiting, counted] = await db.batch<SignatureRow & { held: number }>([
    db
      .prepare(
        `SELECT *, link_generation = ?4 AND (erased_at IS NULL OR NOT EXISTS (
          SELECT 1 FROM signatures INDEXED BY signatures_by_inbox
          WHERE action_id = ?1 AND inbox_key = unhex(?2) AND link_generation > ?4)) AS held
        FROM signatures WHERE id = ?3`,
      )
      .bind(...whose, linkGeneration),
    db
      .prepare(
        `SELECT * FROM signatures INDEXED BY signatures_by_inbox WHERE ${ofInbox} AND state = 'unconfirmed'
        ORDER BY received_at DESC, id LIMIT ?4 OFFSET ?5`,
      )
      .bind(...whose, pageLength + 1, page * pageLength),
    db
      .prepare(
        `SELECT * FROM signatures INDEXED BY signatures_two_an_inbox WHERE ${ofInbox} AND state = 'confirmed'`,
      )
      .bind(...whose),
  ]);
  const row = named?.results[0];
  if (!row) return null;
  const rows = waiting?.results ?? [];
  return {
    isLinkHeld: row.held === 1,
    named: signatureOf(row),
    waiting: rows.slice(0, pageLength).map(signatureOf),
    hasMore: rows.length > pageLength,
    counted: (counted?.results ?? []).map(signatureOf),
  };
}

/** Whether another form waits for the inbox of this one. */
export async function doOthersWait(db: D1Database, id: string): Promise<boolean> {
  const found = await db
    .prepare(
      `SELECT 1 FROM (SELECT id, action_id, inbox_key FROM signatures WHERE id = ?) mine
      CROSS JOIN signatures other ON other.action_id = mine.action_id AND other.inbox_key = mine.inbox_key
        AND +other.state = 'unconfirmed' AND other.id <> mine.id LIMIT 1`,
    )
    .bind(id)
    .first();
  return found !== null;
}

/** The signatures of an inbox that still wait, newest first, as many as are worth reading. */
export async function listWaiting(db: D1Database, actionId: number, inboxKey: string): Promise<Signature[]> {
  const { results } = await db
    .prepare(
      `SELECT * FROM signatures INDEXED BY signatures_by_inbox
      WHERE action_id = ? AND inbox_key = unhex(?) AND state = 'unconfirmed'
      ORDER BY received_at DESC, id LIMIT 50`,
    )
    .bind(actionId, inboxKey)
    .all<SignatureRow>();
  return results.map(signatureOf);
}
