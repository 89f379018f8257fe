import type { Text } from '../places/rules.ts';
import {
  joinQueries,
  knownValue,
  mapQuery,
  type Query,
  rowsQuery,
  runQuery,
  type Subquery,
} from '../platform/query.ts';
import type { ActionKind, ActionState, ActionTerm, TextVersion } from './rules.ts';
import { type ShownEntry, shownQuery } from './shown-store.ts';

export type Action = ActionTerm & {
  id: number;
  kind: ActionKind;
  slug: string;
  campaignId: number;
  committee: { id: number; name: Text; council: Text };
  title: Text;
  ask: Text;
  /** Markdown. */
  body: Text;
  /** Versions of the text, rising; the last one is shown. There is always one. */
  texts: TextVersion[];
  asksStreet: boolean;
  rejection: Text | null;
  /** Rising. */
  thresholds: { signatures: number; name: Text; reachedAt: Date | null }[];
};

/** Counts as they are kept, from one transaction; `day` holds the days of confirmation. */
export type Counts = {
  state: Record<string, number>;
  place: Record<string, number>;
  source: Record<string, number>;
  day: Record<string, number>;
  possible: number;
  /** Lines on paper, which are never among the others. */
  paper: Record<string, number>;
  /** How many are struck off, by the public code; they are among the invalidated. */
  struck: Record<string, number>;
};

type ActionRow = {
  id: number;
  kind: ActionKind;
  slug: string;
  campaign_id: number;
  committee_id: number;
  committee_name: string;
  council_name: string;
  state: ActionState;
  title: string;
  ask: string;
  body: string;
  texts: string;
  asks_street: number;
  rejection: string | null;
  opens_at: number;
  closes_at: number | null;
  closed_at: number | null;
};
type ThresholdRow = { signatures: number; name: string; reached_at: number | null };

const selectActions = `
  SELECT actions.*, action_texts.title, action_texts.ask, action_texts.body,
    committees.name AS committee_name, councils.name AS council_name,
    (SELECT json_group_array(json_array(version, made_at, hash, change, json(note)))
      FROM action_texts WHERE action_id = actions.id) AS texts
  FROM actions
    JOIN action_texts ON action_texts.action_id = actions.id AND action_texts.version = text_version
    JOIN committees ON committees.id = actions.committee_id
    JOIN councils ON councils.id = committees.council_id`;

/** The id of the action of that slug. */
export function actionNamed(slug: string): Subquery {
  return { sql: 'SELECT id FROM actions WHERE slug = ?', value: slug };
}

/** The id of the campaign that an action belongs to. */
export function campaignOf({ sql, value }: Subquery): Subquery {
  return { sql: `SELECT campaign_id FROM actions WHERE id = (${sql})`, value };
}

export function actionQuery(db: D1Database, action: Subquery): Query<Action | null> {
  return mapQuery(
    joinQueries({
      row: rowsQuery(
        db.prepare(`${selectActions} WHERE actions.id = (${action.sql})`).bind(action.value),
        ([row]: ActionRow[]) => row,
      ),
      thresholds: thresholdsQuery(db, action),
    }),
    ({ row, thresholds }) => (row ? actionOf(row, thresholds) : null),
  );
}

function thresholdsQuery(db: D1Database, { sql, value }: Subquery): Query<Action['thresholds']> {
  const statement = db
    .prepare(
      `SELECT signatures, name, reached_at FROM thresholds WHERE action_id = (${sql}) ORDER BY signatures`,
    )
    .bind(value);
  return rowsQuery(statement, (rows: ThresholdRow[]) => rows.map(thresholdOf));
}

export async function readCounts(db: D1Database, actionId: number): Promise<Counts> {
  return runQuery(db, countsQuery(db, knownValue(actionId)));
}

export type StateCounts = Pick<Counts, 'state' | 'paper'>;

/** How many are in which state, and on paper: a few rows, while the other counts have one for each day. */
export async function readStates(db: D1Database, actionId: number): Promise<StateCounts> {
  const { results } = await db
    .prepare(
      `SELECT kind, key, n FROM signature_counts WHERE action_id = ?1 AND kind = 'state'
      UNION ALL SELECT kind, key, n FROM paper_counts WHERE action_id = ?1`,
    )
    .bind(actionId)
    .all<CountRow>();
  return countsOf(results);
}

/** The changing numbers of an action's page, all from one transaction. */
export type ActionFigures = {
  counts: Counts;
  thresholds: Action['thresholds'];
  /** The newest names that stand in public. */
  names: ShownEntry[];
  /** The newest comments that do, with the name where that is shown too; one more than a page shows, if there are. */
  comments: ShownEntry[];
};

export function figuresQuery(
  db: D1Database,
  action: Subquery,
  { names, comments }: { names: number; comments: number },
): Query<ActionFigures> {
  return joinQueries({
    counts: countsQuery(db, action),
    thresholds: thresholdsQuery(db, action),
    names: shownQuery(db, action, { part: 'name', most: names }),
    comments: shownQuery(db, action, { part: 'comment', most: comments + 1 }),
  });
}

export type CountRow = { kind: keyof Counts; key: string; n: number };

function countsQuery(db: D1Database, { sql, value }: Subquery): Query<Counts> {
  const statement = db
    .prepare(
      `SELECT kind, key, n FROM signature_counts
      WHERE action_id = (${sql}) AND kind IN ('state', 'place', 'source', 'day', 'possible')
      UNION ALL SELECT kind, key, n FROM paper_counts WHERE action_id = (${sql}) ORDER BY kind, key`,
    )
    .bind(value, value);
  return rowsQuery(statement, countsOf);
}

export function countsOf(rows: CountRow[]): Counts {
  const counts: Counts = { state: {}, place: {}, source: {}, day: {}, possible: 0, paper: {}, struck: {} };
  for (const { kind, key, n } of rows) {
    if (kind === 'possible') counts.possible = n;
    else if (n > 0) counts[kind][key] = n;
  }
  return counts;
}

/** Marks the thresholds that the count has reached by now. A reached threshold stays reached. */
export function reachThresholdsStatement(db: D1Database, actionId: number, now: Date): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE thresholds SET reached_at = ?2
      WHERE action_id = ?1 AND reached_at IS NULL AND signatures <= (
        SELECT n FROM signature_counts WHERE action_id = ?1 AND kind = 'state' AND key = 'confirmed')`,
    )
    .bind(actionId, now.getTime());
}

/** A select for the outbox: one mail for each threshold ever reached. */
export const reachedThresholds = `
  SELECT action_id || ':' || signatures AS ref, 'threshold' AS kind
  FROM thresholds WHERE action_id = ?1 AND reached_at IS NOT NULL`;

function actionOf(row: ActionRow, thresholds: Action['thresholds']): Action {
  return {
    id: row.id,
    kind: row.kind,
    slug: row.slug,
    campaignId: row.campaign_id,
    committee: {
      id: row.committee_id,
      name: JSON.parse(row.committee_name),
      council: JSON.parse(row.council_name),
    },
    state: row.state,
    title: JSON.parse(row.title),
    ask: JSON.parse(row.ask),
    body: JSON.parse(row.body),
    texts: textsOf(row.texts),
    asksStreet: row.asks_street === 1,
    rejection: row.rejection === null ? null : JSON.parse(row.rejection),
    opensAt: new Date(row.opens_at),
    closesAt: instantOf(row.closes_at),
    closedAt: instantOf(row.closed_at),
    thresholds,
  };
}

function textsOf(json: string): TextVersion[] {
  type Row = [number, number, string, TextVersion['change'], Text | null];
  const texts = JSON.parse(json) as Row[];
  return texts
    .map(([version, madeAt, hash, change, note]) => {
      return { version, madeAt: new Date(madeAt), hash, change, note };
    })
    .sort((a, b) => a.version - b.version);
}

function thresholdOf({ signatures, name, reached_at }: ThresholdRow): Action['thresholds'][number] {
  return { signatures, name: JSON.parse(name), reachedAt: instantOf(reached_at) };
}

function instantOf(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}
