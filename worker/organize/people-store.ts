import { fromBlob } from '../platform/crypto/bytes.ts';
import { type Query, rowsQuery } from '../platform/query.ts';
import { hour } from '../platform/time/clock.ts';
import type { Role } from './role-rules.ts';

/** How exactly it is known when an access was last used: a click does not write each time. */
const noted = hour;

export type Access = {
  organizerId: string;
  role: Role;
  since: Date;
  lastUsedAt: Date | null;
  endedAt: Date | null;
};
export type SealedAccess = Access & { sealed: Uint8Array; passkeys: number };

type AccessRow = {
  organizer_id: string;
  role: Role;
  since: number;
  last_used_at: number | null;
  ended_at: number | null;
};

export async function findOrganizerByKey(db: D1Database, emailKey: Uint8Array): Promise<string | null> {
  return db.prepare('SELECT id FROM organizers WHERE email_key = ?').bind(emailKey).first<string>('id');
}

/** An address that is known stays as it is. */
export function insertOrganizerStatement(
  db: D1Database,
  { id, emailKey, sealed, now }: { id: string; emailKey: Uint8Array; sealed: Uint8Array; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO organizers (id, email_key, sealed, created_at) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (email_key) DO NOTHING`,
    )
    .bind(id, emailKey, sealed, now.getTime());
}

/** Gives a role, or another one. Who had ended begins again. */
export function giveRoleStatement(
  db: D1Database,
  { campaignId, organizerId, role, now }: { campaignId: number; organizerId: string; role: Role; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO organizer_roles (campaign_id, organizer_id, role, since) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT DO UPDATE SET role = ?3, since = iif(ended_at IS NULL, since, ?4),
         last_used_at = iif(ended_at IS NULL, last_used_at, NULL), ended_at = NULL`,
    )
    .bind(campaignId, organizerId, role, now.getTime());
}

/** A role that still holds. */
export async function findRole(
  db: D1Database,
  { campaignId, organizerId }: { campaignId: number; organizerId: string },
): Promise<Role | null> {
  return db
    .prepare(
      'SELECT role FROM organizer_roles WHERE campaign_id = ? AND organizer_id = ? AND ended_at IS NULL',
    )
    .bind(campaignId, organizerId)
    .first<Role>('role');
}

/** Notes that an access was used, to the hour. */
export function noteUseStatement(
  db: D1Database,
  { campaignId, organizerId, now }: { campaignId: number; organizerId: string; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE organizer_roles SET last_used_at = ?3
       WHERE campaign_id = ?1 AND organizer_id = ?2 AND coalesce(last_used_at, 0) < ?4`,
    )
    .bind(campaignId, organizerId, now.getTime(), now.getTime() - noted);
}

export function peopleQuery(db: D1Database, campaignId: number): Query<SealedAccess[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT organizer_id, role, since, last_used_at, ended_at, sealed,
           (SELECT count(*) FROM organizer_passkeys AS keys
             WHERE keys.organizer_id = organizers.id AND keys.ended_at IS NULL) AS passkeys
         FROM organizer_roles JOIN organizers ON organizers.id = organizer_id
         WHERE campaign_id = ? ORDER BY ended_at IS NOT NULL, since LIMIT 200`,
      )
      .bind(campaignId),
    (rows: (AccessRow & { sealed: number[]; passkeys: number })[]) =>
      rows.map((row) => ({ ...accessOf(row), sealed: fromBlob(row.sealed), passkeys: row.passkeys })),
  );
}

/** The sealed addresses of organizers, for pages that say who did something. */
export async function listSealedOrganizers(
  db: D1Database,
  ids: readonly string[],
): Promise<{ id: string; sealed: Uint8Array }[]> {
  const { results } = await db
    .prepare('SELECT id, sealed FROM organizers WHERE id IN (SELECT value FROM json_each(?))')
    .bind(JSON.stringify(ids))
    .all<{ id: string; sealed: number[] }>();
  return results.map(({ id, sealed }) => ({ id, sealed: fromBlob(sealed) }));
}

function accessOf(row: AccessRow): Access {
  return {
    organizerId: row.organizer_id,
    role: row.role,
    since: new Date(row.since),
    lastUsedAt: row.last_used_at === null ? null : new Date(row.last_used_at),
    endedAt: row.ended_at === null ? null : new Date(row.ended_at),
  };
}
