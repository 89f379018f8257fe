import { fromBlob, sha256 } from '../platform/crypto/bytes.ts';
import { hour } from '../platform/time/clock.ts';

export const sessionLasts = 12 * hour;

export type SessionRow = {
  idHash: string;
  organizerId: string;
  sealed: Uint8Array;
  language: string;
  passkeyAt: Date | null;
  challenge: string | null;
};

/** The hash that the database keeps of a secret in a cookie or a mail. */
export function secretHash(secret: string): string {
  return sha256(secret);
}

export function insertSessionStatement(
  db: D1Database,
  { secret, organizerId, now }: { secret: string; organizerId: string; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      'INSERT INTO organizer_sessions (id_hash, organizer_id, created_at, expires_at) VALUES (?1, ?2, ?3, ?4)',
    )
    .bind(secretHash(secret), organizerId, now.getTime(), now.getTime() + sessionLasts);
}

/** A session that has not ended, of somebody who still has a role in some campaign. */
export async function findSession(db: D1Database, secret: string, now: Date): Promise<SessionRow | null> {
  const row = await db
    .prepare(
      `SELECT id_hash, organizer_id, sealed, language, passkey_at, challenge
       FROM organizer_sessions JOIN organizers ON organizers.id = organizer_id
       WHERE id_hash = ?1 AND expires_at > ?2
         AND EXISTS (SELECT 1 FROM organizer_roles AS held
           WHERE held.organizer_id = organizer_sessions.organizer_id AND ended_at IS NULL)`,
    )
    .bind(secretHash(secret), now.getTime())
    .first<{
      id_hash: string;
      organizer_id: string;
      sealed: number[];
      language: string;
      passkey_at: number | null;
      challenge: string | null;
    }>();
  return (
    row && {
      idHash: row.id_hash,
      organizerId: row.organizer_id,
      sealed: fromBlob(row.sealed),
      language: row.language,
      passkeyAt: row.passkey_at === null ? null : new Date(row.passkey_at),
      challenge: row.challenge,
    }
  );
}

export async function endSession(db: D1Database, idHash: string): Promise<void> {
  await db.prepare('DELETE FROM organizer_sessions WHERE id_hash = ?').bind(idHash).run();
}

export function endSessionsStatement(db: D1Database, organizerId: string): D1PreparedStatement {
  return db.prepare('DELETE FROM organizer_sessions WHERE organizer_id = ?').bind(organizerId);
}

/** Records when a passkey was shown, and uses up its challenge. */
export function notePasskeyStatement(db: D1Database, idHash: string, now: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE organizer_sessions SET passkey_at = ?2, challenge = NULL WHERE id_hash = ?1')
    .bind(idHash, now.getTime());
}
