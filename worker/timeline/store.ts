import type { Text } from '../../web/language.ts';
import type { ActionKind } from '../actions/rules.ts';
import type { Campaign } from '../campaigns/rules.ts';
import { type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import type { Tactic, TacticText } from './rules.ts';

/** As it is stored. */
export type StoredText = TacticText & { savedBy: string };

type Row = {
  id: string;
  state: Tactic['state'];
  version: number;
  change_id: string;
  remind_at: number | null;
  content: string;
};

function tacticOf({ id, state, version, change_id, remind_at, content }: Row): Tactic {
  const remindAt = remind_at === null ? null : new Date(remind_at);
  return { ...JSON.parse(content), id, state, version, changeId: change_id, remindAt };
}

const selectTactics = (
  index = '',
) => `SELECT tactics.id, campaign_id, state, tactics.version, change_id, remind_at, content
  FROM tactics ${index} CROSS JOIN tactic_texts ON tactic_id = tactics.id AND tactic_texts.version = tactics.version`;

/** All that stand, up to as many as a plan holds. */
export function tacticsQuery(
  db: D1Database,
  { campaignId, most }: { campaignId: number; most: number },
): Query<Tactic[]> {
  return rowsQuery(
    db
      .prepare(`${selectTactics('INDEXED BY tactics_standing')}
        WHERE campaign_id = ? AND state = 'stands' ORDER BY tactics.id LIMIT ?`)
      .bind(campaignId, most),
    (rows: Row[]) => rows.map(tacticOf),
  );
}

export async function findTactic(db: D1Database, campaignId: number, id: string): Promise<Tactic | null> {
  const row = await db
    .prepare(`${selectTactics()} WHERE tactics.id = ?1 AND campaign_id = ?2`)
    .bind(id, campaignId)
    .first<Row>();
  return row && tacticOf(row);
}

export async function findText(db: D1Database, id: string, version: number): Promise<StoredText | null> {
  const content = await db
    .prepare('SELECT content FROM tactic_texts WHERE tactic_id = ? AND version = ?')
    .bind(id, version)
    .first<string>('content');
  return content === null ? null : JSON.parse(content);
}

export async function newestVersion(db: D1Database, id: string): Promise<number> {
  const n = await db
    .prepare('SELECT max(version) AS n FROM tactic_texts WHERE tactic_id = ?')
    .bind(id)
    .first<number>('n');
  return n ?? 0;
}

export type DatesOfCampaign = Pick<Campaign, 'slug' | 'phases' | 'junctures'>;

/** The phases and junctures of a campaign, also of one that is not public yet. */
export function datesQuery(db: D1Database, { sql, value }: Subquery): Query<DatesOfCampaign | null> {
  return rowsQuery(
    db
      .prepare(
        `SELECT slug, content -> '$.phases' AS phases, content -> '$.junctures' AS junctures
        FROM campaigns WHERE id = (${sql})`,
      )
      .bind(value),
    ([row]: { slug: string; phases: string; junctures: string }[]) =>
      row ? { slug: row.slug, phases: JSON.parse(row.phases), junctures: JSON.parse(row.junctures) } : null,
  );
}

export type CountedAction = { slug: string; kind: ActionKind; title: Text; n: number };

/** What is counted here anyway: confirmed ones of actions, and who finished the training (null where there is none). */
export type Counted = { actions: CountedAction[]; trained: number | null };

/**
 * Stored counts: no row of a person is read. With `all`, also of actions by which no tactic is measured; without, an
 * action comes once for each tactic that it measures.
 */
export function countedQuery(
  db: D1Database,
  { campaignId, all }: { campaignId: number; all: boolean },
): Query<Counted> {
  const from = all
    ? 'actions'
    : `tactics INDEXED BY tactics_standing
      CROSS JOIN tactic_texts ON tactic_id = tactics.id AND tactic_texts.version = tactics.version
      CROSS JOIN actions ON tactics.campaign_id = ?1 AND tactics.state = 'stands'
        AND actions.slug = tactic_texts.content ->> '$.measure.action'`;
  return {
    statements: [
      db
        .prepare(
          `SELECT actions.slug, actions.kind, title, coalesce(n, 0) AS n FROM ${from}
          CROSS JOIN action_texts ON action_texts.action_id = actions.id AND action_texts.version = text_version
          LEFT JOIN signature_counts AS counted
            ON counted.action_id = actions.id AND counted.kind = 'state' AND counted.key = 'confirmed'
          WHERE actions.campaign_id = ?1 AND actions.state IN ('draft', 'open', 'closed')`,
        )
        .bind(campaignId),
      db
        .prepare(
          `SELECT (SELECT coalesce(sum(n), 0) FROM training_totals
            WHERE training_totals.campaign_id = trainings.campaign_id AND what = 'finished') AS n
          FROM trainings WHERE campaign_id = ?`,
        )
        .bind(campaignId),
    ],
    read: ([actions = [], trained = []]) => ({
      actions: (actions as (Omit<CountedAction, 'title'> & { title: string })[]).map((row) => {
        return { ...row, title: JSON.parse(row.title) };
      }),
      trained: (trained as { n: number }[])[0]?.n ?? null,
    }),
  };
}

type NewTactic = { id: string; campaignId: number; remindAt: Date | null; text: TacticText; most: number };

/** Changes no row if the campaign has `most` already, or the same one: a form may be sent twice. */
export function insertTacticStatement(
  db: D1Database,
  { id, campaignId, remindAt, text, most }: NewTactic,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO tactics (id, campaign_id, state, change_id, version, remind_at)
      SELECT ?1, ?2, 'stands', ?1, 1, ?3
      WHERE (SELECT count(*) FROM tactics INDEXED BY tactics_standing WHERE campaign_id = ?2 AND state = 'stands') < ?4
        AND NOT EXISTS (
          SELECT 1 FROM tactics AS other INDEXED BY tactics_standing CROSS JOIN tactic_texts AS written
            ON tactic_id = other.id AND written.version = other.version
          WHERE campaign_id = ?2 AND state = 'stands' AND json_remove(content, '$.savedBy') = ?5)`,
    )
    .bind(id, campaignId, remindAt?.getTime() ?? null, most, JSON.stringify(text));
}

export function insertTextStatement(
  db: D1Database,
  { id, version, text }: { id: string; version: number; text: StoredText },
): D1PreparedStatement {
  return db
    .prepare('INSERT INTO tactic_texts (tactic_id, version, content) VALUES (?, ?, ?)')
    .bind(id, version, JSON.stringify(text));
}

/** A change, or its undoing. `from` is the change that the organizer saw as the last one. */
export type TacticChange = {
  id: string;
  from: string;
  to: string;
  set: Pick<Tactic, 'state' | 'version' | 'remindAt'>;
  /** As many may stand in a plan. */
  most: number;
};

const standBeside = (id: string) => `(SELECT count(*) FROM tactics AS other INDEXED BY tactics_standing
  WHERE other.campaign_id = (SELECT campaign_id FROM tactics WHERE id = ${id}) AND other.state = 'stands')`;

/** How many stand in the campaign of a tactic. */
export async function countBeside(db: D1Database, id: string): Promise<number> {
  const n = await db
    .prepare(`SELECT ${standBeside('?1')} AS n`)
    .bind(id)
    .first<number>('n');
  return n ?? 0;
}

/**
 * Changes no row if another change stands last, if one that was taken off would come back to a full plan, or if the
 * tactic would wait for itself: two organizers may have closed a circle at the same time, each with one half of it.
 */
export function changeTacticStatement(
  db: D1Database,
  { id, from, to, set, most }: TacticChange,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE tactics SET change_id = ?3, state = ?4, version = ?5, remind_at = ?6
      WHERE id = ?1 AND change_id = ?2
      AND (state = 'stands' OR ?4 = 'gone' OR ${standBeside('?1')} < ?7) AND NOT EXISTS (
        WITH RECURSIVE reached (id) AS (
          SELECT need.value FROM tactic_texts CROSS JOIN json_each(content, '$.needs') AS need
          WHERE tactic_id = ?1 AND version = ?5
          UNION
          SELECT need.value FROM reached CROSS JOIN tactics AS other ON other.id = reached.id AND other.state = 'stands'
            CROSS JOIN tactic_texts ON tactic_id = other.id AND tactic_texts.version = other.version
            CROSS JOIN json_each(content, '$.needs') AS need)
        SELECT 1 FROM reached WHERE reached.id = ?1)`,
    )
    .bind(id, from, to, set.state, set.version, set.remindAt?.getTime() ?? null, most);
}

/** A reminder that is due. */
export type DueTactic = { id: string; remindAt: Date; timeZone: string; text: StoredText };

export async function listDue(db: D1Database, now: Date, most: number): Promise<DueTactic[]> {
  const { results } = await db
    .prepare(
      `SELECT tactics.id, remind_at, time_zone, tactic_texts.content
      FROM tactics INDEXED BY tactics_to_remind
        CROSS JOIN tactic_texts ON tactic_id = tactics.id AND tactic_texts.version = tactics.version
        CROSS JOIN campaigns ON campaigns.id = tactics.campaign_id
        CROSS JOIN cities ON cities.id = city_id
      WHERE remind_at <= ? ORDER BY remind_at LIMIT ?`,
    )
    .bind(now.getTime(), most)
    .all<{ id: string; remind_at: number; time_zone: string; content: string }>();
  return results.map(({ id, remind_at, time_zone, content }) => {
    return { id, remindAt: new Date(remind_at), timeZone: time_zone, text: JSON.parse(content) };
  });
}

/** Joins the transaction in which its mail goes into the outbox. Changes nothing if it was put off meanwhile. */
export function remindNextStatement(
  db: D1Database,
  { id, remindAt }: Pick<DueTactic, 'id' | 'remindAt'>,
  next: Date | null,
): D1PreparedStatement {
  return db
    .prepare('UPDATE tactics SET remind_at = ?3 WHERE id = ?1 AND remind_at = ?2')
    .bind(id, remindAt.getTime(), next?.getTime() ?? null);
}

/** A tactic for its mail, of any campaign. */
export async function findMailedTactic(
  db: D1Database,
  id: string,
): Promise<{ tactic: Tactic; campaignId: number } | null> {
  const row = await db
    .prepare(`${selectTactics()} WHERE tactics.id = ?`)
    .bind(id)
    .first<Row & { campaign_id: number }>();
  return row && { tactic: tacticOf(row), campaignId: row.campaign_id };
}

/** As many as one site map may hold. */
const mostListed = 5000;

/** Public campaigns with a phase or a juncture. */
export function datedCampaignsQuery(db: D1Database): Query<string[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT slug FROM campaigns
        WHERE is_public = 1 AND (content ->> '$.phases' <> '[]' OR content ->> '$.junctures' <> '[]')
        ORDER BY id DESC LIMIT ?`,
      )
      .bind(mostListed),
    (rows: { slug: string }[]) => rows.map(({ slug }) => slug),
  );
}
