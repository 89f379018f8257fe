import { type Query, rowsQuery } from '../platform/query.ts';
import { byId } from '../signatures/store.ts';
import type { Preset } from './preset-rules.ts';

export type Export = {
  id: string;
  campaignId: number;
  /** Null for the whole campaign. */
  actionId: number | null;
  actionSlug: string | null;
  /** Null for the campaign's news. */
  partnerId: number | null;
  partnerSlug: string | null;
  preset: Preset;
  organizerId: string;
  askedAt: Date;
  atAction: number;
  atRow: number;
  parts: number;
  people: number;
  leftOut: number;
  bytes: number | null;
  hash: string | null;
  readyAt: Date | null;
  goneAt: Date | null;
  goneWhy: GoneWhy | null;
  hasDistricts: boolean;
};

export type GoneWhy = 'an-hour' | 'erased' | 'unsubscribed' | 'deleted' | 'stopped';

type ExportRow = {
  id: string;
  campaign_id: number;
  action_id: number | null;
  action_slug: string | null;
  partner_id: number | null;
  partner_slug: string | null;
  preset: Preset;
  organizer_id: string;
  asked_at: number;
  at_action: number;
  at_row: number;
  parts: number;
  people: number;
  left_out: number;
  bytes: number | null;
  hash: string | null;
  ready_at: number | null;
  gone_at: number | null;
  gone_why: GoneWhy | null;
  has_districts: 0 | 1;
};

const selectExports = `
  SELECT exports.*, actions.slug AS action_slug, partners.slug AS partner_slug,
    (SELECT count(*) FROM districts JOIN campaigns ON campaigns.city_id = districts.city_id
     WHERE campaigns.id = exports.campaign_id AND retired = 0) > 1 AS has_districts
  FROM exports LEFT JOIN actions ON actions.id = action_id LEFT JOIN partners ON partners.id = partner_id`;

export function insertExportStatement(
  db: D1Database,
  one: Pick<Export, 'id' | 'campaignId' | 'actionId' | 'partnerId' | 'preset' | 'organizerId'>,
  now: Date,
): D1PreparedStatement {
  const { id, campaignId, actionId, partnerId, preset, organizerId } = one;
  return db
    .prepare(
      `INSERT INTO exports (id, campaign_id, action_id, partner_id, preset, organizer_id, asked_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
    )
    .bind(id, campaignId, actionId, partnerId, preset, organizerId, now.getTime());
}

export async function findExport(db: D1Database, id: string): Promise<Export | null> {
  const row = await db.prepare(`${selectExports} WHERE exports.id = ?`).bind(id).first<ExportRow>();
  return row && exportOf(row);
}

/** Newest first. */
export function exportsQuery(db: D1Database, campaignId: number, most: number): Query<Export[]> {
  return rowsQuery(
    db
      .prepare(`${selectExports} WHERE exports.campaign_id = ? ORDER BY exports.id DESC LIMIT ?`)
      .bind(campaignId, most),
    (rows: ExportRow[]) => rows.map(exportOf),
  );
}

/** When an export of the campaign was last made, for its privacy page. */
export function lastExportQuery(
  db: D1Database,
  { sql, value }: { sql: string; value: string | number },
): Query<Date | null> {
  const statement = db
    .prepare(
      `SELECT ready_at FROM exports WHERE campaign_id = (${sql}) AND ready_at IS NOT NULL ORDER BY id DESC LIMIT 1`,
    )
    .bind(value);
  return rowsQuery(statement, ([row]: { ready_at: number }[]) => (row ? new Date(row.ready_at) : null));
}

export async function listMaking(db: D1Database, most: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM exports INDEXED BY exports_making
       WHERE gone_at IS NULL AND ready_at IS NULL ORDER BY asked_at LIMIT ?`,
    )
    .bind(most)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

type Walked = Pick<Export, 'atAction' | 'atRow' | 'parts' | 'people' | 'leftOut'>;

/** Changes nothing if another run has made this step, or the file is deleted. */
export function walkStatement(db: D1Database, seen: Export, to: Walked): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE exports SET at_action = ?4, at_row = ?5, parts = ?6, people = ?7, left_out = ?8
       WHERE id = ?1 AND at_action = ?2 AND at_row = ?3 AND parts = ?9 AND gone_at IS NULL AND ready_at IS NULL`,
    )
    .bind(
      seen.id,
      seen.atAction,
      seen.atRow,
      to.atAction,
      to.atRow,
      to.parts,
      to.people,
      to.leftOut,
      seen.parts,
    );
}

/** Put it right after a `walkStatement`. Stores nothing if that changed nothing. */
export function insertPartStatement(
  db: D1Database,
  { exportId, nth, sealed }: { exportId: string; nth: number; sealed: string },
): D1PreparedStatement {
  return db
    .prepare('INSERT INTO export_parts (export_id, nth, sealed) SELECT ?1, ?2, ?3 WHERE changes() = 1')
    .bind(exportId, nth, sealed);
}

export function finishStatement(
  db: D1Database,
  { id, hash, bytes, now }: { id: string; hash: string; bytes: number; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE exports SET hash = ?2, bytes = ?3, ready_at = ?4
       WHERE id = ?1 AND gone_at IS NULL AND ready_at IS NULL`,
    )
    .bind(id, hash, bytes, now.getTime());
}

export async function listParts(
  db: D1Database,
  { exportId, from, most }: { exportId: string; from: number; most: number },
): Promise<{ nth: number; sealed: string }[]> {
  const { results } = await db
    .prepare('SELECT nth, sealed FROM export_parts WHERE export_id = ?1 AND nth >= ?2 ORDER BY nth LIMIT ?3')
    .bind(exportId, from, most)
    .all<{ nth: number; sealed: string }>();
  return results;
}

/** Deletes the file of one export; the row stays. */
export function dropStatement(
  db: D1Database,
  { id, why, now }: { id: string; why: GoneWhy; now: Date },
): D1PreparedStatement {
  return db
    .prepare('UPDATE exports SET gone_at = ?2, gone_why = ?3 WHERE id = ?1 AND gone_at IS NULL')
    .bind(id, now.getTime(), why);
}

/** Deletes every file of a campaign that is still there. */
export function dropAllStatement(
  db: D1Database,
  { campaignId, why, now }: { campaignId: number; why: GoneWhy; now: Date },
): D1PreparedStatement {
  return db
    .prepare('UPDATE exports SET gone_at = ?2, gone_why = ?3 WHERE campaign_id = ?1 AND gone_at IS NULL')
    .bind(campaignId, now.getTime(), why);
}

/** Files that became ready before then, or were requested long before. */
export function dropOldStatement(
  db: D1Database,
  { readyBefore, askedBefore, now }: { readyBefore: Date; askedBefore: Date; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE exports SET gone_at = ?3, gone_why = iif(ready_at IS NULL, 'stopped', 'an-hour')
       WHERE gone_at IS NULL AND (ready_at <= ?1 OR asked_at <= ?2)`,
    )
    .bind(readyBefore.getTime(), askedBefore.getTime(), now.getTime());
}

/** Deletes the files that may hold people who erase their data. Those who never confirmed were in no file. */
export function dropErasedStatement(db: D1Database, ids: string[]): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE exports SET gone_why = 'erased', gone_at = (
         SELECT max(erased_at) FROM json_each(?1) CROSS JOIN signatures ${byId} ON signatures.id = value)
       WHERE gone_at IS NULL AND campaign_id IN (
         SELECT actions.campaign_id FROM json_each(?1)
         CROSS JOIN signatures ${byId} ON signatures.id = value
         CROSS JOIN actions ON actions.id = action_id
         WHERE confirmed_at IS NOT NULL AND signatures.erased_at IS NOT NULL)`,
    )
    .bind(JSON.stringify(ids));
}

function exportOf(row: ExportRow): Export {
  const at = (time: number | null) => (time === null ? null : new Date(time));
  return {
    id: row.id,
    campaignId: row.campaign_id,
    actionId: row.action_id,
    actionSlug: row.action_slug,
    partnerId: row.partner_id,
    partnerSlug: row.partner_slug,
    preset: row.preset,
    organizerId: row.organizer_id,
    askedAt: new Date(row.asked_at),
    atAction: row.at_action,
    atRow: row.at_row,
    parts: row.parts,
    people: row.people,
    leftOut: row.left_out,
    bytes: row.bytes,
    hash: row.hash,
    readyAt: at(row.ready_at),
    goneAt: at(row.gone_at),
    goneWhy: row.gone_why,
    hasDistricts: row.has_districts === 1,
  };
}
