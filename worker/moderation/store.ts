import type { Text } from '../../web/language.ts';
import { type Query, rowsQuery } from '../platform/query.ts';
import type { HiddenReason, Look } from './look-rules.ts';

/** A petition or a survey whose texts are moderated. */
export type ModeratedAction = { id: number; kind: string; slug: string; title: Text };

/** The actions of a campaign, and the words that its kit holds back. */
export async function findModeratedActions(
  db: D1Database,
  campaignId: number,
): Promise<{ actions: ModeratedAction[]; heldWords: string[] }> {
  const { results } = await db
    .prepare(
      `SELECT actions.id, kind, actions.slug, listed_title AS title, content ->> 'heldWords' AS held
       FROM campaigns CROSS JOIN actions INDEXED BY actions_by_campaign ON campaign_id = campaigns.id
       WHERE campaigns.id = ? ORDER BY actions.id LIMIT 100`,
    )
    .bind(campaignId)
    .all<{ id: number; kind: string; slug: string; title: string; held: string | null }>();
  return {
    actions: results.map(({ title, held: _, ...action }) => ({ ...action, title: JSON.parse(title) })),
    heldWords: JSON.parse(results[0]?.held ?? '[]'),
  };
}

/** A decision about one text. */
export type Decided = {
  actionId: number;
  kind: string;
  item: string;
  before: Look;
  after: Look;
  reason: string;
  by: string;
  at: Date;
};
export type DecisionRow = Decided & { id: number };

type Row = {
  id: number;
  action_id: number;
  kind: string;
  item: string;
  before: Look;
  after: Look;
  reason: string;
  decided_by: string;
  decided_at: number;
};

/** They replace earlier decisions about the same texts. */
export function insertDecisionsStatements(
  db: D1Database,
  { batch, decided }: { batch: string; decided: readonly Decided[] },
): D1PreparedStatement[] {
  const rows = JSON.stringify(decided.map(({ at, ...one }) => ({ ...one, at: at.getTime() })));
  return [
    db
      .prepare(
        `UPDATE word_decisions SET state = 'replaced' WHERE state = 'current' AND (item, kind) IN (
           SELECT value ->> 'item', value ->> 'kind' FROM json_each(?))`,
      )
      .bind(rows),
    db
      .prepare(
        `INSERT INTO word_decisions
           (action_id, kind, item, before, after, reason, decided_by, decided_at, batch)
         SELECT value ->> 'actionId', value ->> 'kind', value ->> 'item', value ->> 'before', value ->> 'after',
           value ->> 'reason', value ->> 'by', value ->> 'at', ?2 FROM json_each(?1)`,
      )
      .bind(rows, batch),
  ];
}

/** The decisions of one act that were not replaced or undone. */
export async function listStandingDecisions(db: D1Database, batch: string): Promise<DecisionRow[]> {
  const { results } = await db
    .prepare("SELECT * FROM word_decisions WHERE batch = ? AND state = 'current' ORDER BY id LIMIT 1000")
    .bind(batch)
    .all<Row>();
  return results.map(decisionOf);
}

/**
 * Marks rows of an act as undone; afterwards the decisions that they had replaced stand again. Where a later decision
 * has replaced one of the act, undoing that one leads back to what was before both.
 */
export function undoDecisionsSteps(
  db: D1Database,
  { batch, rows }: { batch: string | null; rows: readonly DecisionRow[] },
) {
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const texts = JSON.stringify(rows.map(({ item, kind }) => ({ item, kind })));
  return [
    {
      statement: db
        .prepare(
          `UPDATE word_decisions SET state = 'undone'
           WHERE state = 'current' AND id IN (SELECT value FROM json_each(?))`,
        )
        .bind(ids),
      changes: rows.length,
    },
    db
      .prepare(
        `UPDATE word_decisions SET state = 'current' WHERE id IN (
           SELECT (SELECT max(id) FROM word_decisions AS earlier
             WHERE item = value ->> 'item' AND kind = value ->> 'kind' AND state = 'replaced') FROM json_each(?))`,
      )
      .bind(texts),
    db
      .prepare(
        `UPDATE word_decisions SET before = gone.before FROM (
           SELECT mine.before, mine.after, (SELECT min(id) FROM word_decisions AS later
             WHERE later.item = mine.item AND later.kind = mine.kind AND later.id > mine.id
               AND later.state <> 'undone') AS next
           FROM word_decisions AS mine WHERE mine.batch = ?1 AND mine.state = 'replaced') AS gone
         WHERE word_decisions.id = gone.next AND word_decisions.before = gone.after`,
      )
      .bind(batch),
    db
      .prepare("UPDATE word_decisions SET state = 'undone' WHERE batch = ? AND state = 'replaced'")
      .bind(batch),
  ];
}

/** Hidden texts of one kind in one action, newest decision first. */
export function hiddenQuery(
  db: D1Database,
  {
    actionId,
    kind,
    before,
    until,
    most,
  }: { actionId: number; kind: string; before: number; until: number; most: number },
): Query<DecisionRow[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT * FROM word_decisions INDEXED BY word_decisions_hidden
         WHERE action_id = ? AND kind = ? AND state = 'current' AND after = 'hidden' AND id < ?
           AND id >= ? ORDER BY id DESC LIMIT ?`,
      )
      .bind(actionId, kind, before, until, most),
    (rows: Row[]) => rows.map(decisionOf),
  );
}

/** The current decisions about these texts. */
export async function listDecisionsAbout(
  db: D1Database,
  texts: readonly { item: string; kind: string }[],
): Promise<DecisionRow[]> {
  if (texts.length === 0) return [];
  const { results } = await db
    .prepare(
      `SELECT word_decisions.* FROM json_each(?) CROSS JOIN word_decisions INDEXED BY word_decisions_current
         ON item = value ->> 'item' AND word_decisions.kind = value ->> 'kind' AND state = 'current'`,
    )
    .bind(JSON.stringify(texts))
    .all<Row>();
  return results.map(decisionOf);
}

/** Why texts of one person are hidden, by kind. For the person's own page. */
export async function findHiddenReasons(db: D1Database, item: string): Promise<Record<string, HiddenReason>> {
  const { results } = await db
    .prepare(
      `SELECT kind, reason FROM word_decisions
       WHERE item = ? AND state = 'current' AND after = 'hidden' AND reason <> ''`,
    )
    .bind(item)
    .all<{ kind: string; reason: HiddenReason }>();
  return Object.fromEntries(results.map(({ kind, reason }) => [kind, reason]));
}

/** Deletes the decisions about texts of people whose data is erased. */
export function forgetDecisionsStatement(
  db: D1Database,
  signatureIds: readonly string[],
): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM word_decisions WHERE item IN (SELECT value FROM json_each(?))
        AND EXISTS (SELECT 1 FROM signatures WHERE id = item AND erased_at IS NOT NULL)`,
    )
    .bind(JSON.stringify(signatureIds));
}

function decisionOf({ action_id, decided_by, decided_at, ...row }: Row): DecisionRow {
  return { ...row, actionId: action_id, by: decided_by, at: new Date(decided_at) };
}
