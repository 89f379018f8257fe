import type { ActionLife } from './retention-rules.ts';
import type { ActionKind, ActionState } from './rules.ts';

/** Closes actions whose end has come. Retention counts from now, even if somebody typed an earlier date. */
export async function closeDueActions(db: D1Database, now: Date): Promise<number> {
  const { meta } = await db
    .prepare(
      `UPDATE actions SET state = 'closed', closed_at = ?1
      WHERE state = 'open' AND closes_at IS NOT NULL AND closes_at <= ?1`,
    )
    .bind(now.getTime())
    .run();
  return meta.changes;
}

/** Marks that no personal data is held of the action any more. */
export async function markErased(db: D1Database, actionId: number, now: Date): Promise<void> {
  await db
    .prepare('UPDATE actions SET erased_at = ? WHERE id = ? AND erased_at IS NULL')
    .bind(now.getTime(), actionId)
    .run();
}

type LifeRow = {
  id: number;
  kind: ActionKind;
  slug: string;
  state: ActionState;
  time_zone: string;
  closes_at: number | null;
  closed_at: number | null;
  retention_days: number;
  kept_until: number | null;
  erasing_told_at: number | null;
  erased_at: number | null;
};

const selectLives = `
  SELECT actions.id, kind, actions.slug, state, time_zone, closes_at, closed_at, retention_days, kept_until,
    erasing_told_at, erased_at
  FROM actions JOIN campaigns ON campaigns.id = campaign_id JOIN cities ON cities.id = city_id`;

export async function listLives(db: D1Database): Promise<ActionLife[]> {
  const { results } = await db.prepare(`${selectLives} ORDER BY actions.id`).all<LifeRow>();
  return results.map(lifeOf);
}

export async function findLife(db: D1Database, slug: string): Promise<ActionLife | null> {
  const row = await db.prepare(`${selectLives} WHERE actions.slug = ?`).bind(slug).first<LifeRow>();
  return row && lifeOf(row);
}

export async function findLifeById(db: D1Database, id: number): Promise<ActionLife | null> {
  const row = await db.prepare(`${selectLives} WHERE actions.id = ?`).bind(id).first<LifeRow>();
  return row && lifeOf(row);
}

/** Closed or removed, and still holding personal data. */
export async function listToErase(db: D1Database): Promise<ActionLife[]> {
  const { results } = await db
    .prepare(
      `${selectLives} WHERE state IN ('closed', 'removed') AND closed_at IS NOT NULL AND erased_at IS NULL`,
    )
    .all<LifeRow>();
  return results.map(lifeOf);
}

function lifeOf(row: LifeRow): ActionLife {
  return {
    id: row.id,
    kind: row.kind,
    slug: row.slug,
    state: row.state,
    timeZone: row.time_zone,
    closesAt: instantOf(row.closes_at),
    closedAt: instantOf(row.closed_at),
    retentionDays: row.retention_days,
    keptUntil: instantOf(row.kept_until),
    erasingToldAt: instantOf(row.erasing_told_at),
    erasedAt: instantOf(row.erased_at),
  };
}

/** True if it was open until then. */
export async function closeAction(db: D1Database, id: number, now: Date): Promise<boolean> {
  const { meta } = await db
    .prepare(`UPDATE actions SET state = 'closed', closed_at = ?2 WHERE id = ?1 AND state = 'open'`)
    .bind(id, now.getTime())
    .run();
  return meta.changes > 0;
}

/** The last statement changes one row if it was closed and nothing was erased. */
export function reopenStatements(
  db: D1Database,
  id: number,
  { closesAt, now }: { closesAt: Date | null; now: Date },
): [D1PreparedStatement, D1PreparedStatement] {
  const isClosed = `id = ?1 AND state = 'closed' AND erased_at IS NULL`;
  return [
    db
      .prepare(
        `INSERT INTO reopenings (action_id, reopened_at, closed_at)
        SELECT id, ?2, closed_at FROM actions WHERE ${isClosed}`,
      )
      .bind(id, now.getTime()),
    db
      .prepare(
        `UPDATE actions SET state = 'open', closed_at = NULL, closes_at = ?2, kept_until = NULL, erasing_told_at = NULL
        WHERE ${isClosed}`,
      )
      .bind(id, closesAt?.getTime() ?? null),
  ];
}

/** True if it was closed until then and nothing of it was erased. The digest of that week reports it. */
export async function reopenAction(
  db: D1Database,
  id: number,
  term: { closesAt: Date | null; now: Date },
): Promise<boolean> {
  const [, reopened] = await db.batch(reopenStatements(db, id, term));
  return (reopened?.meta.changes ?? 0) > 0;
}

/** Postpones the erasure. It is announced again before that time. */
export async function keepAction(db: D1Database, id: number, until: Date): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `UPDATE actions SET kept_until = ?2, erasing_told_at = NULL
      WHERE id = ?1 AND state = 'closed' AND erased_at IS NULL`,
    )
    .bind(id, until.getTime())
    .run();
  return meta.changes > 0;
}

/** Joins the transaction in which its mail goes into the outbox. */
export function erasingToldStatement(db: D1Database, id: number, now: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE actions SET erasing_told_at = ?2 WHERE id = ?1 AND erasing_told_at IS NULL')
    .bind(id, now.getTime());
}

function instantOf(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}

/** Actions that have reached a threshold that nobody has marked yet, such as one that was lowered. */
export async function listReached(db: D1Database): Promise<number[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM actions WHERE state IN ('open', 'closed') AND id IN (
        SELECT action_id FROM thresholds INDEXED BY thresholds_ahead WHERE reached_at IS NULL AND signatures <= (
          SELECT n FROM signature_counts
          WHERE action_id = thresholds.action_id AND kind = 'state' AND key = 'confirmed'))`,
    )
    .all<{ id: number }>();
  return results.map(({ id }) => id);
}
