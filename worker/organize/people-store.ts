import type { Language } from '../../web/language.ts';
import { fromBlob } from '../platform/crypto/bytes.ts';
import { type Query, rowsQuery } from '../platform/query.ts';
import { hour } from '../platform/time/clock.ts';
import type { Role } from './role-rules.ts';

/** The precision of `last used`, so that not every click writes. */
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

type NewOrganizer = { id: string; emailKey: Uint8Array; sealed: Uint8Array; language: Language; now: Date };

/** Does not change an address that is known. */
export function insertOrganizerStatement(
  db: D1Database,
  { id, emailKey, sealed, language, now }: NewOrganizer,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO organizers (id, email_key, sealed, language, created_at) VALUES (?1, ?2, ?3, ?4, ?5)
       ON CONFLICT (email_key) DO NOTHING`,
    )
    .bind(id, emailKey, sealed, language, now.getTime());
}

/** Gives a role, also to somebody whose access had ended. Changes nothing if they have access now. */
export function giveRoleStatement(
  db: D1Database,
  { campaignId, organizerId, role, now }: { campaignId: number; organizerId: string; role: Role; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO organizer_roles (campaign_id, organizer_id, role, since) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT DO UPDATE SET role = ?3, since = ?4, last_used_at = NULL, ended_at = NULL
         WHERE ended_at IS NOT NULL`,
    )
    .bind(campaignId, organizerId, role, now.getTime());
}

/** Makes somebody the owner of a campaign that is opened in the same batch. */
export function giveNewOwnerStatement(
  db: D1Database,
  { slug, organizerId, now }: { slug: string; organizerId: string; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO organizer_roles (campaign_id, organizer_id, role, since)
       SELECT id, ?2, 'owner', ?3 FROM campaigns WHERE slug = ?1`,
    )
    .bind(slug, organizerId, now.getTime());
}

/** A role that has not ended. */
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

/** Somebody whose role has not ended. */
export async function findActiveOrganizer(db: D1Database, emailKey: Uint8Array): Promise<string | null> {
  return db
    .prepare(
      `SELECT id FROM organizers WHERE email_key = ? AND EXISTS (
         SELECT 1 FROM organizer_roles WHERE organizer_id = organizers.id AND ended_at IS NULL)`,
    )
    .bind(emailKey)
    .first<string>('id');
}

/** Ends an access. Changes no row if it is the last owner's. */
export function endAccessStatement(
  db: D1Database,
  { campaignId, organizerId, now }: { campaignId: number; organizerId: string; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE organizer_roles SET ended_at = ?3
       WHERE campaign_id = ?1 AND organizer_id = ?2 AND ended_at IS NULL AND ${anotherOwner}`,
    )
    .bind(campaignId, organizerId, now.getTime());
}

/** Changes a role. Changes no row if the campaign would have no owner left. */
export function changeRoleStatement(
  db: D1Database,
  { campaignId, organizerId, from, to }: { campaignId: number; organizerId: string; from: Role; to: Role },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE organizer_roles SET role = ?4
       WHERE campaign_id = ?1 AND organizer_id = ?2 AND role = ?3 AND ended_at IS NULL
         AND (?4 = 'owner' OR ${anotherOwner})`,
    )
    .bind(campaignId, organizerId, from, to);
}

export const anotherOwner = `(role <> 'owner' OR EXISTS (
  SELECT 1 FROM organizer_roles AS other
  WHERE other.campaign_id = ?1 AND other.organizer_id <> ?2 AND other.role = 'owner' AND other.ended_at IS NULL))`;

/** Accesses that were not used since then, a limited number. A campaign's last owner keeps theirs. */
export async function listUnused(
  db: D1Database,
  { before, most }: { before: Date; most: number },
): Promise<{ campaignId: number; slug: string; organizerId: string; role: Role }[]> {
  const { results } = await db
    .prepare(
      `SELECT campaign_id, slug, organizer_id, role FROM organizer_roles AS own
       JOIN campaigns ON campaigns.id = campaign_id
       WHERE own.ended_at IS NULL AND max(own.since, coalesce(own.last_used_at, 0)) < ?1
         AND (own.role <> 'owner' OR EXISTS (
           SELECT 1 FROM organizer_roles AS other
           WHERE other.campaign_id = own.campaign_id AND other.organizer_id <> own.organizer_id
             AND other.role = 'owner' AND other.ended_at IS NULL))
       LIMIT ?2`,
    )
    .bind(before.getTime(), most)
    .all<{ campaign_id: number; slug: string; organizer_id: string; role: Role }>();
  return results.map(({ campaign_id, slug, organizer_id, role }) => {
    return { campaignId: campaign_id, slug, organizerId: organizer_id, role };
  });
}

/** Whether an owner of the campaign has ever signed in. */
export async function hasOwnerInside(db: D1Database, campaignId: number): Promise<boolean> {
  const found = await db
    .prepare(
      `SELECT 1 FROM organizer_roles
       WHERE campaign_id = ? AND role = 'owner' AND ended_at IS NULL AND last_used_at IS NOT NULL LIMIT 1`,
    )
    .bind(campaignId)
    .first();
  return found !== null;
}

/** Whether somebody was invited as an owner, even if they have not come yet. */
export async function hasOwner(db: D1Database, campaignId: number): Promise<boolean> {
  const found = await db
    .prepare(
      "SELECT 1 FROM organizer_roles WHERE campaign_id = ? AND role = 'owner' AND ended_at IS NULL LIMIT 1",
    )
    .bind(campaignId)
    .first();
  return found !== null;
}

export async function readDailyMail(db: D1Database, id: string): Promise<boolean> {
  return (
    (await db.prepare('SELECT daily_mail FROM organizers WHERE id = ?').bind(id).first('daily_mail')) === 1
  );
}

export async function setDailyMail(
  db: D1Database,
  { id, wants, language }: { id: string; wants: boolean; language: string },
): Promise<void> {
  await db
    .prepare('UPDATE organizers SET daily_mail = ?2, language = ?3 WHERE id = ?1')
    .bind(id, wants ? 1 : 0, language)
    .run();
}

export async function setLanguage(db: D1Database, id: string, language: string): Promise<void> {
  await db.prepare('UPDATE organizers SET language = ?2 WHERE id = ?1').bind(id, language).run();
}

/** Organizers with a role who want the daily mail and did not get it today. */
export async function listToMail(
  db: D1Database,
  { today, most }: { today: string; most: number },
): Promise<{ id: string; language: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT id, language FROM organizers
       WHERE daily_mail = 1 AND coalesce(mailed_on, '') < ?1 AND EXISTS (
         SELECT 1 FROM organizer_roles WHERE organizer_id = organizers.id AND ended_at IS NULL
           AND last_used_at IS NOT NULL)
       ORDER BY mailed_on LIMIT ?2`,
    )
    .bind(today, most)
    .all<{ id: string; language: string }>();
  return results;
}

export function noteMailedStatement(db: D1Database, id: string, today: string): D1PreparedStatement {
  return db.prepare('UPDATE organizers SET mailed_on = ?2 WHERE id = ?1').bind(id, today);
}

/** Somebody's address and, for a campaign, their role. For mails. */
export async function findMailed(
  db: D1Database,
  { organizerId, campaignId }: { organizerId: string; campaignId: number | null },
): Promise<{ sealed: Uint8Array; language: string; slug: string | null; role: Role | null } | null> {
  const row = await db
    .prepare(
      `SELECT sealed, language, slug, role FROM organizers
       LEFT JOIN organizer_roles ON organizer_id = organizers.id AND campaign_id = ?2 AND ended_at IS NULL
       LEFT JOIN campaigns ON campaigns.id = campaign_id
       WHERE organizers.id = ?1`,
    )
    .bind(organizerId, campaignId)
    .first<{ sealed: number[]; language: string; slug: string | null; role: Role | null }>();
  return row && { ...row, sealed: fromBlob(row.sealed) };
}
