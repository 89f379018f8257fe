import { fromBlob } from '../platform/crypto/bytes.ts';
import { day } from '../platform/time/clock.ts';
import { secretHash } from './session-store.ts';

/** Why a mailed link signs nobody in. `foreign`: another browser asked for it. */
export type LinkProblem = 'unknown' | 'used' | 'late' | 'foreign';

export type NewLink = {
  ref: string;
  token: string;
  organizerId: string;
  /** The id of the browser that asked; null for a link that was printed on a terminal. */
  browser: string | null;
  expiresAt: Date;
};

export function insertLinkStatement(db: D1Database, link: NewLink, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO organizer_links (token_hash, organizer_id, browser_hash, ref, created_at, expires_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
    )
    .bind(
      secretHash(link.token),
      link.organizerId,
      link.browser === null ? null : secretHash(link.browser),
      link.ref,
      now.getTime(),
      link.expiresAt.getTime(),
    );
}

/** How many links an organizer was mailed or given since then. */
export async function countLinks(
  db: D1Database,
  { organizerId, since }: { organizerId: string; since: Date },
): Promise<number> {
  const n = await db
    .prepare('SELECT count(*) AS n FROM organizer_links WHERE organizer_id = ? AND created_at > ?')
    .bind(organizerId, since.getTime())
    .first<number>('n');
  return n ?? 0;
}

/** A link that is not mailed, because its cap was reached, is none. */
export function dropUnmailedStatement(db: D1Database, ref: string): D1PreparedStatement {
  return db
    .prepare(
      'DELETE FROM organizer_links WHERE ref = ?1 AND NOT EXISTS (SELECT 1 FROM outbox WHERE ref = ?1)',
    )
    .bind(ref);
}

type Opened = { token: string; browser: string | undefined; now: Date };

/** Why this link cannot sign in; null if it can. */
export async function findLinkProblem(
  db: D1Database,
  { token, browser, now }: Opened,
): Promise<LinkProblem | null> {
  const row = await db
    .prepare('SELECT browser_hash, expires_at, used_at FROM organizer_links WHERE token_hash = ?')
    .bind(secretHash(token))
    .first<{ browser_hash: string | null; expires_at: number; used_at: number | null }>();
  if (!row) return 'unknown';
  if (row.used_at !== null) return 'used';
  if (row.expires_at <= now.getTime()) return 'late';
  const isOwn = row.browser_hash === null || (browser && row.browser_hash === secretHash(browser));
  return isOwn ? null : 'foreign';
}

/** Uses up a link that can sign in. If it is pressed twice at once, only one press gets the organizer. */
export async function useLink(db: D1Database, { token, browser, now }: Opened): Promise<string | null> {
  return db
    .prepare(
      `UPDATE organizer_links SET used_at = ?2
       WHERE token_hash = ?1 AND used_at IS NULL AND expires_at > ?2
         AND (browser_hash IS NULL OR browser_hash = ?3)
       RETURNING organizer_id`,
    )
    .bind(secretHash(token), now.getTime(), browser ? secretHash(browser) : '')
    .first<string>('organizer_id');
}

/** For the mail. Null once the link is used or late, because then nothing has to be sent. */
export async function findMailedLink(
  db: D1Database,
  ref: string,
  now: Date,
): Promise<{ organizerId: string; sealed: Uint8Array; language: string } | null> {
  const row = await db
    .prepare(
      `SELECT organizer_id, sealed, language FROM organizer_links JOIN organizers ON organizers.id = organizer_id
       WHERE ref = ? AND used_at IS NULL AND expires_at > ?`,
    )
    .bind(ref, now.getTime())
    .first<{ organizer_id: string; sealed: number[]; language: string }>();
  return row && { organizerId: row.organizer_id, sealed: fromBlob(row.sealed), language: row.language };
}

/** Deletes links and sessions that ended a day ago. */
export async function forgetEnded(db: D1Database, now: Date): Promise<void> {
  const before = now.getTime() - day;
  await db.batch([
    db.prepare('DELETE FROM organizer_links WHERE expires_at < ?').bind(before),
    db.prepare('DELETE FROM organizer_sessions WHERE expires_at < ?').bind(before),
    db.prepare('DELETE FROM organizer_claims WHERE until < ?').bind(before),
  ]);
}
