import type { Json } from '../kits/json-rules.ts';
import { type Query, rowsQuery } from '../platform/query.ts';

export type Draft = {
  id: string;
  campaignId: number;
  /** The number of the kit version that it changes; 0 where none was kept. */
  basedOn: number;
  /** Of its latest save. A save names the version that it was made from. */
  version: number;
  json: Json;
  hash: string;
  startedAt: Date;
  savedAt: Date;
  savedBy: string;
  link: { generation: number; until: Date | null };
  publishAt: Date | null;
  /** Why it was not published at its time. */
  failed: { at: Date; problems: { path: string; message: string }[] } | null;
};

type DraftRow = {
  id: string;
  campaign_id: number;
  based_on: number;
  version: number;
  kit: string;
  hash: string;
  started_at: number;
  at: number;
  actor: string;
  link_generation: number;
  link_until: number | null;
  publish_at: number | null;
  failed_at: number | null;
  failure: string | null;
};

const selectDrafts = `
  SELECT drafts.*, draft_saves.kit, draft_saves.hash, draft_saves.at, draft_saves.actor
  FROM drafts JOIN draft_saves ON draft_id = drafts.id AND draft_saves.version = drafts.version`;

/** The open draft of a campaign. */
export async function readDraft(db: D1Database, campaignId: number): Promise<Draft | null> {
  const row = await db
    .prepare(`${selectDrafts} WHERE campaign_id = ? AND state = 'open'`)
    .bind(campaignId)
    .first<DraftRow>();
  return row && draftOf(row);
}

function draftOf(row: DraftRow): Draft {
  const date = (at: number | null) => (at === null ? null : new Date(at));
  return {
    id: row.id,
    campaignId: row.campaign_id,
    basedOn: row.based_on,
    version: row.version,
    json: JSON.parse(row.kit),
    hash: row.hash,
    startedAt: new Date(row.started_at),
    savedAt: new Date(row.at),
    savedBy: row.actor,
    link: { generation: row.link_generation, until: date(row.link_until) },
    publishAt: date(row.publish_at),
    failed:
      row.failed_at === null
        ? null
        : { at: new Date(row.failed_at), problems: JSON.parse(row.failure ?? '[]') },
  };
}

/** What a draft was at one of its saves. Null where it is no longer kept. */
export async function findSave(
  db: D1Database,
  draftId: string,
  version: number,
): Promise<{ json: Json; hash: string; actor: string } | null> {
  const row = await db
    .prepare('SELECT kit, hash, actor FROM draft_saves WHERE draft_id = ? AND version = ?')
    .bind(draftId, version)
    .first<{ kit: string; hash: string; actor: string }>();
  return row && { json: JSON.parse(row.kit), hash: row.hash, actor: row.actor };
}

export type Save = { kit: string; hash: string; part: string; at: Date; actor: string };

/** A draft with its first save. It fails where the campaign has an open draft. */
export function startDraftStatements(
  db: D1Database,
  { id, campaignId, basedOn }: { id: string; campaignId: number; basedOn: number },
  save: Save,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO drafts (id, campaign_id, state, based_on, version, started_at)
        VALUES (?1, ?2, 'open', ?3, 1, ?4)`,
      )
      .bind(id, campaignId, basedOn, save.at.getTime()),
    insertSaveStatement(db, { draftId: id, version: 1 }, save),
  ];
}

function insertSaveStatement(
  db: D1Database,
  { draftId, version }: { draftId: string; version: number },
  { kit, hash, part, at, actor }: Save,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO draft_saves (draft_id, version, kit, hash, part, at, actor)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
    )
    .bind(draftId, version, kit, hash, part, at.getTime(), actor);
}

/** So many saves are kept beside the first. */
const savesKept = 50;

/** The first statement changes one row if the draft is open and still at this version. */
export function saveDraftStatements(
  db: D1Database,
  { draftId, from }: { draftId: string; from: number },
  save: Save,
): [D1PreparedStatement, ...D1PreparedStatement[]] {
  return [
    db
      .prepare(
        `UPDATE drafts SET version = version + 1, failed_at = NULL, failure = NULL
        WHERE id = ? AND version = ? AND state = 'open'`,
      )
      .bind(draftId, from),
    insertSaveStatement(db, { draftId, version: from + 1 }, save),
    db
      .prepare('DELETE FROM draft_saves WHERE draft_id = ? AND version > 1 AND version < ?')
      .bind(draftId, from + 1 - savesKept),
  ];
}

/** Changes one row if the draft is open and at this version. */
export function endDraftStatement(
  db: D1Database,
  {
    draftId,
    version,
    state,
    now,
  }: {
    draftId: string;
    version: number;
    state: 'thrown-away' | 'published';
    now: Date;
  },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE drafts SET state = ?3, ended_at = ?4, link_until = NULL, publish_at = NULL
      WHERE id = ?1 AND version = ?2 AND state = 'open'`,
    )
    .bind(draftId, version, state, now.getTime());
}

/** Changes no row where the campaign has another open draft by now. */
export function takeUpDraftStatement(db: D1Database, draftId: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE drafts SET state = 'open', ended_at = NULL WHERE id = ?1 AND state = 'thrown-away'
      AND NOT EXISTS (
        SELECT 1 FROM drafts AS other WHERE other.campaign_id = drafts.campaign_id AND other.state = 'open')`,
    )
    .bind(draftId);
}

/** When it is published by itself, and with which options; null for not at all. Changes one row if nobody was faster. */
export function setPublishTimeStatement(
  db: D1Database,
  {
    draftId,
    from,
    to,
  }: {
    draftId: string;
    from: Date | null;
    to: { at: Date; actor: string; options: string } | null;
  },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE drafts SET publish_at = ?3, publish_actor = ?4, publish_options = ?5, failed_at = NULL, failure = NULL
      WHERE id = ?1 AND state = 'open' AND publish_at IS ?2`,
    )
    .bind(draftId, from?.getTime() ?? null, to?.at.getTime() ?? null, to?.actor ?? null, to?.options ?? null);
}

/** A link of a new generation; the links before it end. */
export function setLinkStatement(
  db: D1Database,
  { draftId, generation, until }: { draftId: string; generation: number; until: Date | null },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE drafts SET link_generation = link_generation + 1, link_until = ?3
      WHERE id = ?1 AND link_generation = ?2 AND state = 'open'`,
    )
    .bind(draftId, generation, until?.getTime() ?? null);
}

/** The open draft that such a link leads to. */
export async function findLinkedDraft(
  db: D1Database,
  { draftId, generation, now }: { draftId: string; generation: number; now: Date },
): Promise<Draft | null> {
  const row = await db
    .prepare(
      `${selectDrafts} WHERE drafts.id = ? AND link_generation = ? AND link_until > ? AND state = 'open'`,
    )
    .bind(draftId, generation, now.getTime())
    .first<DraftRow>();
  return row && draftOf(row);
}

/** Puts what is public now in the place of what was public when the draft was started. */
export function rebaseStatements(
  db: D1Database,
  { draftId, version, number }: { draftId: string; version: number; number: number },
  { kit, hash }: Pick<Save, 'kit' | 'hash'>,
): [D1PreparedStatement, D1PreparedStatement] {
  return [
    db
      .prepare("UPDATE drafts SET based_on = ?3 WHERE id = ?1 AND version = ?2 AND state = 'open'")
      .bind(draftId, version, number),
    db
      .prepare('UPDATE draft_saves SET kit = ?2, hash = ?3 WHERE draft_id = ?1 AND version = 1')
      .bind(draftId, kit, hash),
  ];
}

export type DueDraft = { id: string; campaignId: number; slug: string; actor: string; options: string };

export async function listDue(db: D1Database, now: Date): Promise<DueDraft[]> {
  const { results } = await db
    .prepare(
      `SELECT drafts.id, campaign_id AS campaignId, slug, publish_actor AS actor, publish_options AS options
      FROM drafts JOIN campaigns ON campaigns.id = campaign_id
      WHERE state = 'open' AND publish_at IS NOT NULL AND publish_at <= ? ORDER BY publish_at LIMIT 20`,
    )
    .bind(now.getTime())
    .all<DueDraft>();
  return results;
}

/** It stays a draft, and what waits says why. */
export function failStatement(
  db: D1Database,
  { draftId, failure, now }: { draftId: string; failure: string; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE drafts SET publish_at = NULL, failed_at = ?2, failure = ?3 WHERE id = ?1 AND state = 'open'`,
    )
    .bind(draftId, now.getTime(), failure);
}

export function failedQuery(db: D1Database, campaignId: number): Query<Date | null> {
  return rowsQuery(
    db
      .prepare(
        "SELECT failed_at FROM drafts WHERE campaign_id = ? AND state = 'open' AND failed_at IS NOT NULL",
      )
      .bind(campaignId),
    ([row]: { failed_at: number }[]) => (row ? new Date(row.failed_at) : null),
  );
}

export function forgetEndedStatements(db: D1Database, before: Date): D1PreparedStatement[] {
  return [
    db
      .prepare('DELETE FROM draft_saves WHERE draft_id IN (SELECT id FROM drafts WHERE ended_at < ?)')
      .bind(before.getTime()),
    db.prepare('DELETE FROM drafts WHERE ended_at < ?').bind(before.getTime()),
  ];
}
