import { fromBlob } from '../crypto/bytes.ts';
import { newId } from '../crypto/ids.ts';
import { day } from '../time/clock.ts';
import type { OutboxEntry } from './mail.ts';

export type MailState =
  | 'waiting'
  | 'claimed'
  | 'sent'
  | 'delivered'
  | 'bounced'
  | 'complained'
  | 'failed'
  | 'uncertain'
  | 'cancelled';

export type OutboxRow = {
  id: string;
  ref: string;
  kind: string;
  state: MailState;
  content: Uint8Array | null;
  createdAt: Date;
};

const contentKeptFor = 30 * day;
const purgedAtOnce = 1000;
/** How long a mail counts towards the cap of its inbox. */
const countedFor = day;

/**
 * Put it into the batch of the change that the mails report. A (ref, kind) that already exists is not changed. At most
 * `cap` mails are stored for one inboxKey in 24 hours, even if they are cancelled later.
 */
export function enqueueStatement(
  db: D1Database,
  entries: OutboxEntry[],
  { now, cap }: { now: Date; cap: number },
): D1PreparedStatement {
  const once = new Map(entries.map((entry) => [JSON.stringify([entry.ref, entry.kind]), entry]));
  const rows = [...once.values()].map(({ ref, kind, inboxKey, cap: own = cap }) => ({
    id: newId(now),
    ref,
    kind,
    inboxKey: inboxKey ?? null,
    cap: Math.min(own, cap),
  }));
  return db
    .prepare(
      `INSERT INTO outbox (id, ref, kind, inbox_key, state, due_at, created_at)
       SELECT id, ref, kind, inbox_key, 'waiting', ?2, ?2
       FROM (
         SELECT id, ref, kind, inbox_key, cap, row_number() OVER (PARTITION BY inbox_key ORDER BY place) AS nth
         FROM (
           SELECT value ->> 'id' AS id, value ->> 'ref' AS ref, value ->> 'kind' AS kind,
             unhex(value ->> 'inboxKey') AS inbox_key, value ->> 'cap' AS cap, key AS place
           FROM json_each(?1)
         ) AS entry
         WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.ref = entry.ref AND outbox.kind = entry.kind)
       ) AS fresh
       WHERE inbox_key IS NULL
         OR nth + (SELECT count(*) FROM outbox
           WHERE outbox.inbox_key = fresh.inbox_key AND outbox.created_at > ?3
             AND outbox.state <> 'cancelled') <= cap
       ON CONFLICT (ref, kind) DO NOTHING`,
    )
    .bind(JSON.stringify(rows), now.getTime(), now.getTime() - countedFor);
}

/**
 * For a person who withdraws: waiting mails are cancelled. Sent mails stay in the local mailbox, with the link that can
 * still erase.
 */
export function cancelStatement(db: D1Database, refs: string[]): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE outbox SET
         content = CASE WHEN state = 'waiting' OR first_tried_at IS NULL THEN NULL ELSE content END,
         lease_until = NULL,
         state = CASE WHEN state = 'waiting' OR first_tried_at IS NULL THEN 'cancelled' ELSE 'uncertain' END
       WHERE ref IN (SELECT value FROM json_each(?1)) AND state IN ('waiting', 'claimed')`,
    )
    .bind(JSON.stringify(refs));
}

/**
 * For a person who erases. Waiting mails are cancelled, and the content of all mails is deleted. A mail that may
 * already have been sent becomes `uncertain` and is never sent again. The inbox key is deleted a day after the mail, by
 * `purgeOutbox`. Put it before an enqueueStatement of the same ref.
 */
export function forgetStatement(db: D1Database, refs: string[]): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE outbox SET
         content = NULL,
         forget_at = iif(inbox_key IS NULL, NULL, created_at + ?2),
         lease_until = NULL,
         state = CASE
           WHEN state = 'waiting' OR (state = 'claimed' AND first_tried_at IS NULL) THEN 'cancelled'
           WHEN state = 'claimed' THEN 'uncertain'
           ELSE state
         END
       WHERE ref IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(refs), countedFor);
}

/**
 * Deletes the content of settled mails older than 30 days, and inbox keys that no cap needs any more. False while there
 * is more to do.
 */
export async function purgeOutbox(db: D1Database, now: Date): Promise<boolean> {
  const purged = await db.batch([contentPurgeStatement(db, now), inboxPurgeStatement(db, now)]);
  return purged.every(({ meta }) => meta.changes < purgedAtOnce);
}

function inboxPurgeStatement(db: D1Database, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE outbox SET inbox_key = NULL, forget_at = NULL
       WHERE id IN (SELECT id FROM outbox WHERE forget_at <= ?1 ORDER BY forget_at LIMIT ?2)`,
    )
    .bind(now.getTime(), purgedAtOnce);
}

function contentPurgeStatement(db: D1Database, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE outbox SET content = NULL
       WHERE id IN (
         SELECT id FROM outbox
         WHERE content IS NOT NULL AND created_at < ?1 AND state NOT IN ('waiting', 'claimed')
         ORDER BY created_at LIMIT ?2)`,
    )
    .bind(now.getTime() - contentKeptFor, purgedAtOnce);
}

/** The due time of the mail that has waited longest, or null. */
export async function findLongestDue(db: D1Database): Promise<Date | null> {
  const dueAt = await db
    .prepare("SELECT min(due_at) AS due_at FROM outbox WHERE state = 'waiting'")
    .first<number>('due_at');
  return dueAt === null ? null : new Date(dueAt);
}

export type MailAbout = { kind: string; state: MailState; created_at: number };

/** The mails about one thing, without their text. */
export async function listMailsAbout(db: D1Database, ref: string): Promise<MailAbout[]> {
  const { results } = await db
    .prepare('SELECT kind, state, created_at FROM outbox WHERE ref = ? ORDER BY created_at')
    .bind(ref)
    .all<MailAbout>();
  return results;
}

/** How many mails of a kind, whatever follows its colon, were made about one thing since then. */
export async function countMailsOfKind(
  db: D1Database,
  { ref, kind }: { ref: string; kind: string },
  since: Date,
): Promise<number> {
  const n = await db
    .prepare(
      'SELECT count(*) AS n FROM outbox WHERE ref = ?1 AND kind >= ?2 AND kind < ?3 AND created_at > ?4',
    )
    .bind(ref, `${kind}:`, `${kind};`, since.getTime())
    .first<number>('n');
  return n ?? 0;
}

/**
 * By arrival, newest first, because the times of a scheduled run may be of another day. `after`: the id that the page
 * begins after.
 */
export async function listOutbox(
  db: D1Database,
  { limit, after = null }: { limit: number; after?: string | null },
): Promise<OutboxRow[]> {
  const before = after === null ? '' : 'WHERE rowid < (SELECT rowid FROM outbox WHERE id = ?2)';
  const { results } = await db
    .prepare(
      `SELECT id, ref, kind, state, content, created_at FROM outbox ${before} ORDER BY rowid DESC LIMIT ?1`,
    )
    .bind(limit, ...(after === null ? [] : [after]))
    .all<{
      id: string;
      ref: string;
      kind: string;
      state: MailState;
      content: number[] | null;
      created_at: number;
    }>();
  return results.map(({ id, ref, kind, state, content, created_at }) => ({
    id,
    ref,
    kind,
    state,
    content: content && fromBlob(content),
    createdAt: new Date(created_at),
  }));
}
