import { type Query, rowsQuery, waitingAtMost } from '../platform/query.ts';
import type { Conditions } from './condition-rules.ts';
import type { Found, InvalidationState } from './rules.ts';

export type Invalidation = {
  id: string;
  campaignId: number;
  actionId: number;
  conditions: Conditions;
  sealed: Uint8Array | null;
  state: InvalidationState;
  code: string;
  madeBy: string;
  madeAt: Date;
  askedBy: string | null;
  askedAt: Date | null;
  agreedBy: string | null;
  endedBy: string | null;
  endedAt: Date | null;
  seen: Found | null;
  isChanged: boolean;
  newest: number;
  received: number;
  cursor: number;
  passed: number;
  struck: number;
  restored: number;
  confirmedBefore: number | null;
  nextAt: Date | null;
};

type Row = {
  id: string;
  campaign_id: number;
  action_id: number;
  conditions: string;
  sealed: number[] | null;
  state: InvalidationState;
  code: string;
  made_by: string;
  made_at: number;
  asked_by: string | null;
  asked_at: number | null;
  agreed_by: string | null;
  ended_by: string | null;
  ended_at: number | null;
  seen_found: number | null;
  seen_counted: number | null;
  is_changed: number;
  newest: number;
  received: number;
  cursor: number;
  passed: number;
  struck: number;
  restored: number;
  confirmed_before: number | null;
  next_at: number | null;
};

export type NewInvalidation = Pick<
  Invalidation,
  'id' | 'campaignId' | 'actionId' | 'conditions' | 'sealed' | 'madeBy'
> & { now: Date };

/** It covers what the action has received so far. */
export function insertStatement(db: D1Database, made: NewInvalidation): D1PreparedStatement {
  const { id, campaignId, actionId, conditions, sealed, madeBy, now } = made;
  return db
    .prepare(
      `INSERT INTO invalidations (
        id, campaign_id, action_id, conditions, sealed, state, made_by, made_at, next_at, newest, received)
      SELECT ?1, ?2, ?3, ?4, ?5, 'counting', ?6, ?7, ?7,
        coalesce((SELECT rowid FROM signatures INDEXED BY signatures_of_action WHERE action_id = ?3
          ORDER BY rowid DESC LIMIT 1), 0),
        coalesce((SELECT sum(n) FROM signature_counts WHERE action_id = ?3 AND kind = 'state'), 0)`,
    )
    .bind(id, campaignId, actionId, JSON.stringify(conditions), sealed, madeBy, now.getTime());
}

type Change = Partial<{
  code: string;
  asked_by: string | null;
  asked_at: number | null;
  agreed_by: string | null;
  ended_by: string | null;
  ended_at: number | null;
  seen_found: number | null;
  seen_counted: number | null;
  is_changed: 0 | 1;
  cursor: number;
  passed: number;
  struck: number;
  restored: number;
  next_at: number | null;
}>;

/** The parameters of `alone`: what one person alone has struck off in an action since then. */
const aloneSum = (action: string, since: string) => `
  SELECT coalesce(sum(CASE WHEN state IN ('checking', 'running') THEN max(seen_found, struck)
    ELSE struck - restored END), 0) AS n
  FROM invalidations AS lately INDEXED BY invalidations_of_action
  WHERE lately.action_id = ${action} AND lately.asked_at > ${since} AND lately.agreed_by IS NULL
    AND lately.state IN ('checking', 'running', 'cancelled', 'done')`;

/** Changes one row, or none if it is in none of these states. */
export function moveStatement(
  db: D1Database,
  {
    id,
    from,
    to,
    alone,
    ...change
  }: Change & {
    id: string;
    from: readonly InvalidationState[];
    to: InvalidationState;
    /** Only while one person's word has struck off no more of the action since then. */
    alone?: { atMost: number; since: Date };
  },
): D1PreparedStatement {
  const changes = Object.entries(change).filter(([, value]) => value !== undefined);
  const set = changes.map(([column], index) => `, ${column} = ?${index + 4}`).join('');
  const next = changes.length + 4;
  const only = alone ? ` AND (${aloneSum('invalidations.action_id', `?${next}`)}) <= ?${next + 1}` : '';
  return db
    .prepare(
      `UPDATE invalidations SET state = ?3${set}
      WHERE id = ?1 AND state IN (SELECT value FROM json_each(?2))${only}`,
    )
    .bind(
      id,
      JSON.stringify(from),
      to,
      ...changes.map(([, value]) => value),
      ...(alone ? [alone.since.getTime(), alone.atMost] : []),
    );
}

/** Stores how many count now, for the account before and after. */
export function noteAccountStatement(db: D1Database, id: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE invalidations SET confirmed_before = coalesce((
        SELECT n FROM signature_counts
        WHERE action_id = invalidations.action_id AND kind = 'state' AND key = 'confirmed'), 0)
      WHERE id = ?`,
    )
    .bind(id);
}

/** With what its steps need to know about the campaign. */
export type AtWork = Invalidation & { campaignSlug: string; timeZone: string };

export async function findInvalidation(db: D1Database, id: string): Promise<AtWork | null> {
  const row = await db
    .prepare(
      `SELECT invalidations.*, campaigns.slug, time_zone FROM invalidations
        JOIN campaigns ON campaigns.id = campaign_id
        JOIN cities ON cities.id = city_id
      WHERE invalidations.id = ?`,
    )
    .bind(id)
    .first<Row & { slug: string; time_zone: string }>();
  return row && { ...invalidationOf(row), campaignSlug: row.slug, timeZone: row.time_zone };
}

/** Those of a campaign, newest first, below the id `before`. */
export function invalidationsQuery(
  db: D1Database,
  campaignId: number,
  { before, most }: { before: string | null; most: number },
): Query<(Invalidation & { found: number })[]> {
  const statement = db
    .prepare(
      `SELECT * FROM invalidations INDEXED BY invalidations_of
      WHERE campaign_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3`,
    )
    .bind(campaignId, before ?? '~', most);
  return rowsQuery(statement, (rows: (Row & { found: number })[]) =>
    rows.map((row) => ({ ...invalidationOf(row), found: row.found })),
  );
}

/** Those that wait for a second organizer, counted up to `waitingAtMost`. */
export function askedQuery(
  db: D1Database,
  campaignId: number,
): Query<{ n: number; more: boolean; oldest: number | null }> {
  const statement = db
    .prepare(
      `SELECT count(*) AS n, min(asked_at) AS oldest FROM (
        SELECT asked_at FROM invalidations WHERE campaign_id = ? AND state = 'asked' ORDER BY asked_at LIMIT ?)`,
    )
    .bind(campaignId, waitingAtMost + 1);
  return rowsQuery(
    statement,
    ([{ n, oldest } = { n: 0, oldest: null }]: { n: number; oldest: number | null }[]) => ({
      n: Math.min(n, waitingAtMost),
      more: n > waitingAtMost,
      oldest,
    }),
  );
}

/** How many signatures of an action one person alone has struck off since then. */
export async function countAlone(
  db: D1Database,
  { actionId, since }: { actionId: number; since: Date },
): Promise<number> {
  const n = await db.prepare(aloneSum('?1', '?2')).bind(actionId, since.getTime()).first<number>('n');
  return n ?? 0;
}

/** The first of those that have a next step, by its time. */
export async function listNext(db: D1Database, most: number): Promise<Invalidation[]> {
  const { results } = await db
    .prepare('SELECT * FROM invalidations WHERE next_at IS NOT NULL ORDER BY next_at LIMIT ?')
    .bind(most)
    .all<Row>();
  return results.map(invalidationOf);
}

/** When the next step is due. */
export async function findNextDue(db: D1Database): Promise<Date | null> {
  const at = await db
    .prepare('SELECT next_at FROM invalidations WHERE next_at IS NOT NULL ORDER BY next_at LIMIT 1')
    .first<number>('next_at');
  return at === null ? null : new Date(at);
}

/** Claims the next piece of work, unless another run has. */
export async function claimPiece(
  db: D1Database,
  { id, nextAt, until }: { id: string; nextAt: Date | null; until: Date },
): Promise<boolean> {
  const { meta } = await db
    .prepare('UPDATE invalidations SET next_at = ?3 WHERE id = ?1 AND next_at = ?2')
    .bind(id, nextAt?.getTime() ?? null, until.getTime())
    .run();
  return meta.changes > 0;
}

/** When its next step is due, if there is one. */
export async function postpone(db: D1Database, id: string, at: Date): Promise<void> {
  await db
    .prepare('UPDATE invalidations SET next_at = ?2 WHERE id = ?1 AND next_at IS NOT NULL')
    .bind(id, at.getTime())
    .run();
}

/** Deletes what was typed for those that ended before then. */
export async function forgetTyped(db: D1Database, before: Date): Promise<void> {
  await db
    .prepare(
      `UPDATE invalidations INDEXED BY invalidations_sealed SET sealed = NULL
      WHERE sealed IS NOT NULL AND ended_at <= ?`,
    )
    .bind(before.getTime())
    .run();
}

function invalidationOf(row: Row): Invalidation {
  const { seen_found: found, seen_counted: counted } = row;
  const instant = (at: number | null) => (at === null ? null : new Date(at));
  return {
    id: row.id,
    campaignId: row.campaign_id,
    actionId: row.action_id,
    conditions: JSON.parse(row.conditions),
    sealed: row.sealed && Uint8Array.from(row.sealed),
    state: row.state,
    code: row.code,
    madeBy: row.made_by,
    madeAt: new Date(row.made_at),
    askedBy: row.asked_by,
    askedAt: instant(row.asked_at),
    agreedBy: row.agreed_by,
    endedBy: row.ended_by,
    endedAt: instant(row.ended_at),
    seen: found === null || counted === null ? null : { found, counted },
    isChanged: row.is_changed === 1,
    newest: row.newest,
    received: row.received,
    cursor: row.cursor,
    passed: row.passed,
    struck: row.struck,
    restored: row.restored,
    confirmedBefore: row.confirmed_before,
    nextAt: instant(row.next_at),
  };
}
