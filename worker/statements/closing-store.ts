import { type CountRow, type Counts, countsOf } from '../actions/store.ts';
import type { CountChange } from '../digests/counts-rules.ts';
import { joinQueries, mapQuery, type Query, rowsQuery } from '../platform/query.ts';
import { type MemberTree, type TreeRow, treeColumns, treeOf } from './leaf-store.ts';

/** What the statement of an action is made of, beside the tiles of its member tree. */
export type ClosingAction = {
  id: number;
  slug: string;
  kind: string;
  asksStreet: boolean;
  opensAt: Date;
  closesAt: Date | null;
  tree: MemberTree;
  texts: { version: number; sha256: string }[];
  thresholds: number[];
  counts: Counts;
  /** Of all weeks after its last statement. */
  changes: CountChange[];
  /** The newest act of its campaign. */
  acts: string | null;
  previous: { index: number; week: string; entry: string } | null;
};

export type LoadedClosing = {
  /** Of weeks that had ended then there is no statement. */
  startsAt: Date;
  /** How many entries the log has. */
  logSize: number;
  /** The newest act of the whole site. */
  siteActs: string | null;
  actions: ClosingAction[];
};

type ActionRow = Omit<TreeRow, 'action_id'> & {
  id: number;
  slug: string;
  kind: string;
  asks_street: number;
  opens_at: number;
  closes_at: number | null;
  texts: string;
  thresholds: string;
  acts: string | null;
  previous: string | null;
};
type Of<Row> = Row & { action_id: number };

/** Its texts are as of the end of the week (?3): later ones could not be signed in it. */
const selectActions = `
  SELECT actions.id, slug, kind, asks_street, opens_at, closes_at, ${treeColumns('?2')},
    (SELECT json_group_array(json_object('version', version, 'sha256', hash)) FROM (
      SELECT version, hash FROM action_texts WHERE action_texts.action_id = actions.id
        AND (made_at < ?3 OR version = 1) ORDER BY version DESC LIMIT 300)) AS texts,
    (SELECT json_group_array(signatures) FROM thresholds WHERE thresholds.action_id = actions.id) AS thresholds,
    (SELECT hash FROM acts WHERE acts.campaign_id = actions.campaign_id ORDER BY seq DESC LIMIT 1) AS acts,
    (SELECT json_object('index', log_index, 'week', week, 'entry', entry) FROM statements
      WHERE statements.action_id = actions.id ORDER BY week DESC LIMIT 1) AS previous
  FROM actions CROSS JOIN member_trees ON member_trees.action_id = actions.id
  WHERE committee_id = ?1 AND state NOT IN ('draft', 'submitted') ORDER BY actions.id`;

const selectLog = `
  SELECT (SELECT at FROM log_start) AS starts_at,
    coalesce((SELECT max(log_index) + 1 FROM statements), 0) AS log_size,
    (SELECT hash FROM acts WHERE campaign_id IS NULL ORDER BY seq DESC LIMIT 1) AS site_acts`;

/** Both tables of each pair have the same columns: numbers of signatures, and of lines on paper. */
const selectCounts = `
  SELECT counts.* FROM actions CROSS JOIN signature_counts counts ON counts.action_id = actions.id
  WHERE committee_id = ?1 AND counts.kind IN ('state', 'place', 'source')
  UNION ALL SELECT counts.* FROM actions CROSS JOIN paper_counts counts ON counts.action_id = actions.id
  WHERE committee_id = ?1`;

const sinceStatedLast = `week >= coalesce((SELECT max(week) || '~' FROM statements
  WHERE statements.action_id = actions.id AND week < ?2), ?2)`;

const selectChanges = `
  SELECT changes.* FROM actions CROSS JOIN signature_changes changes ON changes.action_id = actions.id
  WHERE committee_id = ?1 AND ${sinceStatedLast} AND changes.kind IN ('state', 'place', 'source', 'correction')
  UNION ALL SELECT changes.* FROM actions CROSS JOIN paper_changes changes ON changes.action_id = actions.id
  WHERE committee_id = ?1 AND ${sinceStatedLast}`;

export function closingQuery(
  db: D1Database,
  committeeId: number,
  { week, until }: { week: string; until: Date },
): Query<LoadedClosing> {
  const queries = {
    log: rowsQuery(
      db.prepare(selectLog),
      ([row]: { starts_at: number | null; log_size: number; site_acts: string | null }[]) => row,
    ),
    rows: rowsQuery(
      db.prepare(selectActions).bind(committeeId, week, until.getTime()),
      (rows: ActionRow[]) => rows,
    ),
    counts: rowsQuery(db.prepare(selectCounts).bind(committeeId), (rows: Of<CountRow>[]) => rows),
    changes: rowsQuery(db.prepare(selectChanges).bind(committeeId, week), (rows: Of<CountChange>[]) => rows),
  };
  return mapQuery(joinQueries(queries), ({ log, rows, counts, changes }) => ({
    startsAt: new Date(log?.starts_at ?? 0),
    logSize: log?.log_size ?? 0,
    siteActs: log?.site_acts ?? null,
    actions: rows.map((row) => {
      const isOwn = ({ action_id }: { action_id: number }) => action_id === row.id;
      return actionOf(row, { counts: counts.filter(isOwn), changes: changes.filter(isOwn) });
    }),
  }));
}

function actionOf(
  row: ActionRow,
  { counts, changes }: { counts: CountRow[]; changes: CountChange[] },
): ClosingAction {
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    asksStreet: row.asks_street === 1,
    opensAt: new Date(row.opens_at),
    closesAt: row.closes_at === null ? null : new Date(row.closes_at),
    tree: treeOf({ ...row, action_id: row.id }),
    texts: (JSON.parse(row.texts) as ClosingAction['texts']).toSorted((a, b) => a.version - b.version),
    thresholds: (JSON.parse(row.thresholds) as number[]).toSorted((a, b) => a - b),
    counts: countsOf(counts),
    changes,
    acts: row.acts,
    previous: row.previous === null ? null : JSON.parse(row.previous),
  };
}

/** A statement on its way into the log, with the tree that it tells of as it was read. */
export type NewStatement = { index: number; entry: string; tree: MemberTree };

export type ClosingWrite = {
  committeeId: number;
  week: string;
  /** The size of the log before it. */
  logSize: number;
  statements: readonly NewStatement[];
  head: { size: number; note: string };
  /** The keys that signed the head. */
  vkeys: readonly string[];
};

/**
 * Put it first in the transaction. It fails where the trees, the log or the digest are not as they were read, or a
 * change of the week has come since.
 */
export function checkClosingStatement(
  db: D1Database,
  { committeeId, week, logSize, statements }: Omit<ClosingWrite, 'head' | 'vkeys'>,
): D1PreparedStatement {
  const trees = statements.map(({ tree: { actionId, size, built, step } }) => ({
    actionId,
    size,
    built,
    step,
  }));
  return db
    .prepare(
      `INSERT INTO closing_checks (holds) SELECT
        (SELECT count(*) FROM json_each(?1) named CROSS JOIN member_trees
          ON member_trees.action_id = named.value ->> 'actionId' AND size = named.value ->> 'size'
            AND built = named.value ->> 'built' AND step = named.value ->> 'step') = json_array_length(?1)
        AND coalesce((SELECT max(log_index) + 1 FROM statements), 0) = ?2
        AND NOT EXISTS (SELECT 1 FROM json_each(?1) named CROSS JOIN member_changes AS change
          ON change.action_id = named.value ->> 'actionId' AND change.week <= ?3)
        AND NOT EXISTS (SELECT 1 FROM digests WHERE committee_id = ?4 AND digests.week = ?3)`,
    )
    .bind(JSON.stringify(trees), logSize, week, committeeId);
}

export function closeStatements(
  db: D1Database,
  { week, statements, head, vkeys }: ClosingWrite,
  now: Date,
): D1PreparedStatement[] {
  const at = now.getTime();
  const rows = statements.map(({ index, entry, tree }) => ({ index, entry, actionId: tree.actionId }));
  return [
    db
      .prepare(
        `INSERT INTO statements (log_index, action_id, week, entry, made_at)
        SELECT value ->> 'index', value ->> 'actionId', ?2, value ->> 'entry', ?3 FROM json_each(?1)`,
      )
      .bind(JSON.stringify(rows), week, at),
    db
      .prepare(
        `UPDATE member_trees SET size = built, added = built_added, removed = built_removed, built_to = NULL,
          step = step + 1,
          is_closed = EXISTS (SELECT 1 FROM member_leaves WHERE member_leaves.action_id = member_trees.action_id)
        WHERE action_id IN (SELECT value ->> 'actionId' FROM json_each(?))`,
      )
      .bind(JSON.stringify(rows)),
    db.prepare('INSERT INTO log_heads (size, note, made_at) VALUES (?, ?, ?)').bind(head.size, head.note, at),
    db
      .prepare(
        'INSERT INTO log_keys (vkey, since) SELECT value, ?2 FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING',
      )
      .bind(JSON.stringify(vkeys), at),
  ];
}
