import { type Query, rowsQuery } from '../platform/query.ts';
import type { Act } from './act-rules.ts';

type ActRow = Omit<Act, 'campaignId' | 'at' | 'before' | 'after' | 'count' | 'undoneKind' | 'undoneBy'> & {
  campaign_id: number | null;
  at: number;
  before: string;
  after: string;
  n: number;
  undone_kind: string | null;
  undone_by: string | null;
};

const selectActs = `
  SELECT acts.*, (SELECT id FROM acts AS later WHERE later.undoes = acts.id) AS undone_by,
    (SELECT kind FROM acts AS undone WHERE undone.id = acts.undoes) AS undone_kind FROM acts`;

/** The hash of the newest act of a chain; null for an empty chain. */
export async function findHead(db: D1Database, campaignId: number | null): Promise<string | null> {
  return await db
    .prepare('SELECT hash FROM acts WHERE campaign_id IS ? ORDER BY seq DESC LIMIT 1')
    .bind(campaignId)
    .first<string>('hash');
}

export function insertActStatement(
  db: D1Database,
  act: Omit<Act, 'seq' | 'undoneKind' | 'undoneBy'>,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO acts (id, campaign_id, at, actor, kind, subject, reason, before, after, n, batch, undoes, prev, hash)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)`,
    )
    .bind(
      act.id,
      act.campaignId,
      act.at.getTime(),
      act.actor,
      act.kind,
      act.subject,
      act.reason,
      JSON.stringify(act.before),
      JSON.stringify(act.after),
      act.count,
      act.batch,
      act.undoes,
      act.prev,
      act.hash,
    );
}

/** Fails, and the batch with it, if the statement before it did not change this many rows. */
export function checkStatement(db: D1Database, changes: number): D1PreparedStatement {
  return db.prepare('INSERT INTO act_checks (holds) SELECT changes() = ?').bind(changes);
}

export function clearChecksStatement(db: D1Database): D1PreparedStatement {
  return db.prepare('DELETE FROM act_checks');
}

export async function findAct(db: D1Database, id: string): Promise<Act | null> {
  const row = await db.prepare(`${selectActs} WHERE acts.id = ?`).bind(id).first<ActRow>();
  return row && actOf(row);
}

/** Whether an act of this batch was undone; `subjects` names what the act is about. */
export async function isUndone(
  db: D1Database,
  { campaignId, subjects, batch }: { campaignId: number; subjects: readonly string[]; batch: string },
): Promise<boolean> {
  const found = await db
    .prepare(
      `SELECT 1 FROM json_each(?2) named CROSS JOIN acts INDEXED BY acts_about
        ON campaign_id = ?1 AND subject = named.value
      WHERE undoes IS NOT NULL AND batch = ?3 LIMIT 1`,
    )
    .bind(campaignId, JSON.stringify(subjects), batch)
    .first();
  return found !== null;
}

export type ActFilter = {
  kind?: string | undefined;
  actor?: string | undefined;
  subject?: string | undefined;
  /** One day: from its first instant to the first instant of the next day. */
  day?: { from: Date; until: Date } | null;
};

/** Newest first, below the seq `before`. With `campaignId` null, the acts of the whole site. */
export function actsQuery(
  db: D1Database,
  campaignId: number | null,
  { filter = {}, before = null, most }: { filter?: ActFilter; before?: number | null; most: number },
): Query<Act[]> {
  const { day = null, ...named } = filter;
  const wanted = Object.entries(named).flatMap(([column, value]) =>
    value === undefined || value === '' ? [] : [{ column: column as keyof typeof named, value }],
  );
  const where = wanted.map(({ column }, index) => ` AND acts.${column} = ?${index + 6}`).join('');
  return rowsQuery(
    db
      .prepare(
        `${selectActs} WHERE acts.campaign_id IS ?1 AND ${day ? ofDay : 'acts.seq < ?2'}${where}
         AND ?4 <= ?5 ORDER BY acts.seq DESC LIMIT ?3`,
      )
      .bind(
        campaignId,
        before ?? Number.MAX_SAFE_INTEGER,
        most,
        day?.from.getTime() ?? 0,
        day?.until.getTime() ?? 0,
        ...wanted.map(({ value }) => value),
      ),
    (rows: ActRow[]) => rows.map(actOf),
  );
}

/** Bounds the seq to the day's first and last act, so that no act of another day is read. */
const ofDay = `
  acts.seq >= (SELECT seq FROM acts AS first INDEXED BY acts_of_day
    WHERE first.campaign_id IS ?1 AND first.at >= ?4 ORDER BY first.at, first.seq LIMIT 1)
  AND acts.seq < min(?2, (SELECT seq + 1 FROM acts AS last INDEXED BY acts_of_day
    WHERE last.campaign_id IS ?1 AND last.at < ?5 ORDER BY last.at DESC, last.seq DESC LIMIT 1))`;

/** Oldest first, behind a seq. */
export async function listActsAfter(
  db: D1Database,
  campaignId: number | null,
  { after, most }: { after: number; most: number },
): Promise<Act[]> {
  const { results } = await db
    .prepare(
      `SELECT acts.*, NULL AS undone_by, NULL AS undone_kind FROM acts
      WHERE campaign_id IS ?1 AND seq > ?2 ORDER BY seq LIMIT ?3`,
    )
    .bind(campaignId, after, most)
    .all<ActRow>();
  return results.map(actOf);
}

export async function findActHash(db: D1Database, seq: number): Promise<string | null> {
  return db.prepare('SELECT hash FROM acts WHERE seq = ?').bind(seq).first<string>('hash');
}

/** How many heads the statements of a campaign have told of that are no act of it; of the site, with null. */
export async function countHeadsNotThere(db: D1Database, campaignId: number | null): Promise<number> {
  const told = campaignId === null ? 'site' : 'campaign';
  const n = await db
    .prepare(
      `SELECT count(*) AS n FROM actions CROSS JOIN statements ON action_id = actions.id
      WHERE (?1 IS NULL OR actions.campaign_id = ?1) AND entry ->> '$.acts.${told}' IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM acts
          WHERE acts.hash = entry ->> '$.acts.${told}' AND acts.campaign_id IS ?1)`,
    )
    .bind(campaignId)
    .first<number>('n');
  return n ?? 0;
}

function actOf({ campaign_id, at, before, after, n, undone_kind, undone_by, ...row }: ActRow): Act {
  return {
    ...row,
    campaignId: campaign_id,
    at: new Date(at),
    before: JSON.parse(before),
    after: JSON.parse(after),
    count: n,
    undoneKind: undone_kind,
    undoneBy: undone_by,
  };
}
