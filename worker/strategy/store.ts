import { type Query, rowsQuery } from '../platform/query.ts';
import type { StakeholderText } from './form-rules.ts';
import type { Influence, Keep, Position, Stakeholder, StakeholderKind } from './rules.ts';

type Row = {
  id: string;
  name: string;
  about: string;
  state: Stakeholder['state'];
  version: number;
  change_id: string;
  kind: StakeholderKind;
  seat: string | null;
  is_target: number;
  is_agent: number;
  support: Position;
  support_on: string;
  influence: Influence | -1;
  influence_on: string;
};

function stakeholderOf(row: Row): Stakeholder {
  const { id, state, version, kind, seat, support } = row;
  return {
    ...{
      id,
      name: JSON.parse(row.name),
      about: JSON.parse(row.about),
      state,
      version,
      changeId: row.change_id,
      kind,
      seat,
    },
    ...{ isTarget: row.is_target === 1, isAgent: row.is_agent === 1 },
    ...{ support, supportOn: row.support_on || null },
    influence: row.influence === -1 ? null : row.influence,
    influenceOn: row.influence_on || null,
  };
}

const selectStakeholders = `SELECT stakeholders.id, name, about, state, stakeholders.version, change_id,
    stakeholders.kind, stakeholders.seat, stakeholders.is_target, stakeholders.is_agent, support, support_on, influence, influence_on
  FROM stakeholders CROSS JOIN stakeholder_texts
    ON stakeholder_id = stakeholders.id AND stakeholder_texts.version = stakeholders.version`;

const orders = {
  name: {
    by: 'stakeholders.sort_name, stakeholders.id',
    after: '(stakeholders.sort_name, stakeholders.id) >',
  },
  influence: { by: 'influence DESC, stakeholders.id DESC', after: '(influence, stakeholders.id) <' },
  evidence: { by: 'support_on DESC, stakeholders.id DESC', after: '(support_on, stakeholders.id) <' },
};

export type StakeholdersRequest = {
  campaignId: number;
  keep: Keep;
  /** The last one of the page before, with the value that the list is in the order of. */
  after: { id: string; key: string | number } | null;
  most: number;
  /** The oldest day whose evidence still holds. */
  since: string;
};

/** Each combination that there is has an index. */
function kept({ mark, kind, position }: Keep): string {
  if (mark) return `AND stakeholders.${mark} = 1`;
  if (kind) return `AND stakeholders.kind = '${kind}'`;
  return position && position !== 'unknown' ? `AND support = '${position}'` : '';
}

/** Where a page begins: after one, or, of those whose position is unknown, with the first that has faded. */
function beginning({ keep, after, since }: StakeholdersRequest): {
  where: string;
  values: (string | number)[];
} {
  if (after) return { where: `AND ${orders[keep.by].after} (?3, ?4)`, values: [after.key, after.id] };
  return keep.position === 'unknown'
    ? { where: 'AND support_on < ?3', values: [since] }
    : { where: '', values: [] };
}

/** A page of those that stand. */
export function stakeholdersQuery(
  db: D1Database,
  asked: StakeholdersRequest,
): Query<{ rows: Stakeholder[]; next: string | null }> {
  const { campaignId, keep, most, since } = asked;
  const { where, values } = beginning(asked);
  const statement = db
    .prepare(
      `${selectStakeholders}
      WHERE campaign_id = ?1 AND state = 'stands' ${kept(keep)} ${where}
      ORDER BY ${orders[keep.by].by} LIMIT ?2`,
    )
    .bind(campaignId, most + 1, ...values);
  const holds = keep.position !== undefined && keep.position !== 'unknown';
  return rowsQuery(statement, (rows: Row[]) => {
    // The newest come first, so that those which have faded are at the end.
    const meant = holds ? rows.filter(({ support_on }) => support_on >= since) : rows;
    return {
      rows: meant.slice(0, most).map(stakeholderOf),
      next: meant.length > most ? (meant[most - 1]?.id ?? null) : null,
    };
  });
}

/** Whose English name, as lists sort it, begins so. */
export function startingQuery(
  db: D1Database,
  { campaignId, name, most }: { campaignId: number; name: string; most: number },
): Query<Stakeholder[]> {
  return rowsQuery(
    db
      .prepare(
        `${selectStakeholders}
        WHERE campaign_id = ?1 AND state = 'stands'
          AND stakeholders.sort_name >= ?2 AND stakeholders.sort_name < ?2 || char(1114111)
        ORDER BY stakeholders.sort_name, stakeholders.id LIMIT ?3`,
      )
      .bind(campaignId, name, most),
    (rows: Row[]) => rows.map(stakeholderOf),
  );
}

/** Those that stand for a seat of the council. */
export function seatedQuery(db: D1Database, campaignId: number): Query<Stakeholder[]> {
  return rowsQuery(
    db
      .prepare(
        `${selectStakeholders} WHERE campaign_id = ? AND state = 'stands' AND stakeholders.seat IS NOT NULL LIMIT 300`,
      )
      .bind(campaignId),
    (rows: Row[]) => rows.map(stakeholderOf),
  );
}

export async function findStakeholder(
  db: D1Database,
  campaignId: number,
  id: string,
): Promise<Stakeholder | null> {
  const row = await db
    .prepare(`${selectStakeholders} WHERE stakeholders.id = ?1 AND campaign_id = ?2`)
    .bind(id, campaignId)
    .first<Row>();
  return row && stakeholderOf(row);
}

/** Of these ids, the names that are still known. Of any state. */
export function namesQuery(
  db: D1Database,
  { campaignId, ids }: { campaignId: number; ids: readonly string[] },
): Query<Map<string, Stakeholder['name']>> {
  return rowsQuery(
    db
      .prepare(
        `SELECT stakeholders.id, name FROM json_each(?2) CROSS JOIN stakeholders ON stakeholders.id = value
          CROSS JOIN stakeholder_texts
            ON stakeholder_id = stakeholders.id AND stakeholder_texts.version = stakeholders.version
        WHERE campaign_id = ?1`,
      )
      .bind(campaignId, JSON.stringify(ids)),
    (rows: { id: string; name: string }[]) => new Map(rows.map(({ id, name }) => [id, JSON.parse(name)])),
  );
}

type NewStakeholder = {
  id: string;
  campaignId: number;
  text: StakeholderText;
  sortName: string;
  most: number;
};

/** Changes no row if the campaign has `most` already, or one of the same text. */
export function insertStakeholderStatement(
  db: D1Database,
  { id, campaignId, text, sortName, most }: NewStakeholder,
): D1PreparedStatement {
  const { name, about, kind, seat, isTarget, isAgent } = text;
  return db
    .prepare(
      `INSERT INTO stakeholders
        (id, campaign_id, state, change_id, version, sort_name, kind, seat, is_target, is_agent)
      SELECT ?1, ?2, 'stands', ?1, 1, ?3, ?4, ?5, ?6, ?7
      WHERE (SELECT count(*) FROM stakeholders WHERE campaign_id = ?2 AND state = 'stands') < ?8
        AND NOT EXISTS (
          SELECT 1 FROM stakeholders AS other CROSS JOIN stakeholder_texts AS text
            ON stakeholder_id = other.id AND text.version = other.version
          WHERE other.campaign_id = ?2 AND other.state = 'stands' AND other.sort_name = ?3 AND other.kind = ?4
            AND other.seat IS ?5 AND name = ?9 AND about = ?10)`,
    )
    .bind(
      ...[id, campaignId, sortName, kind, seat, Number(isTarget), Number(isAgent), most],
      ...[JSON.stringify(name), JSON.stringify(about)],
    );
}

export function insertTextStatement(
  db: D1Database,
  { id, version, text, sortName }: { id: string; version: number; text: StakeholderText; sortName: string },
): D1PreparedStatement {
  const { name, about, kind, seat, isTarget, isAgent } = text;
  return db
    .prepare(
      `INSERT INTO stakeholder_texts
        (stakeholder_id, version, name, sort_name, about, kind, seat, is_target, is_agent)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
    )
    .bind(
      ...[id, version, JSON.stringify(name), sortName, JSON.stringify(about), kind, seat],
      ...[Number(isTarget), Number(isAgent)],
    );
}

export async function newestVersion(db: D1Database, id: string): Promise<number> {
  const n = await db
    .prepare('SELECT max(version) AS n FROM stakeholder_texts WHERE stakeholder_id = ?')
    .bind(id)
    .first<number>('n');
  return n ?? 0;
}

/** A change, or its undoing. `from` is the change that the organizer saw as the last one. */
export type StakeholderChange = {
  id: string;
  from: string;
  to: string;
  set: Pick<Stakeholder, 'state' | 'version'>;
};

/** Changes no row if another change stands last. */
export function changeStakeholderStatement(
  db: D1Database,
  { id, from, to, set }: StakeholderChange,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE stakeholders SET change_id = ?3, state = ?4, version = ?5,
        (sort_name, kind, seat, is_target, is_agent) = (
          SELECT sort_name, kind, seat, is_target, is_agent FROM stakeholder_texts
          WHERE stakeholder_id = ?1 AND version = ?5)
      WHERE id = ?1 AND change_id = ?2`,
    )
    .bind(id, from, to, set.state, set.version);
}
