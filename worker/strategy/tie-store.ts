import { type Query, rowsQuery } from '../platform/query.ts';
import type { Tie, TieKind } from './rules.ts';

type Row = { id: string; from_id: string; to_id: string; kind: TieKind };

function tieOf({ id, from_id, to_id, kind }: Row): Tie {
  return { id, fromId: from_id, toId: to_id, kind };
}

/** Ties from and to these, whose other end stands as well: at most `most` of each. */
export function tiesAtQuery(
  db: D1Database,
  { ids, most }: { ids: readonly string[]; most: number },
): Query<Tie[]> {
  const at = (end: 'from_id' | 'to_id') =>
    db
      .prepare(
        `SELECT ties.id, from_id, to_id, ties.kind FROM json_each(?1) CROSS JOIN stakeholder_ties AS ties
          ON ${end} = value AND ties.state = 'stands'
        WHERE EXISTS (SELECT 1 FROM stakeholders WHERE id = from_id AND state = 'stands')
          AND EXISTS (SELECT 1 FROM stakeholders WHERE id = to_id AND state = 'stands') LIMIT ?2`,
      )
      .bind(JSON.stringify(ids), most);
  return {
    statements: [at('from_id'), at('to_id')],
    read([from = [], to = []]) {
      const ties = ([...from, ...to] as Row[]).map(tieOf);
      return [...new Map(ties.map((tie) => [tie.id, tie])).values()];
    },
  };
}

/** Ties between these: at most `most`. */
export function tiesAmongQuery(
  db: D1Database,
  { ids, most }: { ids: readonly string[]; most: number },
): Query<Tie[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT ties.id, from_id, to_id, ties.kind FROM json_each(?1) CROSS JOIN stakeholder_ties AS ties
          ON from_id = value AND state = 'stands'
        WHERE +to_id IN (SELECT value FROM json_each(?1)) LIMIT ?2`,
      )
      .bind(JSON.stringify(ids), most),
    (rows: Row[]) => rows.map(tieOf),
  );
}

export type FoundTie = Tie & { state: 'stands' | 'gone' };

export async function findTie(db: D1Database, campaignId: number, id: string): Promise<FoundTie | null> {
  const row = await db
    .prepare('SELECT * FROM stakeholder_ties WHERE id = ?1 AND campaign_id = ?2')
    .bind(id, campaignId)
    .first<Row & { state: FoundTie['state'] }>();
  return row && { ...tieOf(row), state: row.state };
}

/** Changes no row unless both ends stand in the campaign, and if it has `most` ties already. */
export function insertTieStatement(
  db: D1Database,
  { tie, campaignId, most }: { tie: Tie; campaignId: number; most: number },
): D1PreparedStatement {
  const { id, fromId, toId, kind } = tie;
  return db
    .prepare(
      `INSERT INTO stakeholder_ties (id, campaign_id, from_id, to_id, kind, state)
      SELECT ?1, ?2, one.id, other.id, ?5, 'stands' FROM stakeholders AS one, stakeholders AS other
      WHERE one.id = ?3 AND one.campaign_id = ?2 AND one.state = 'stands'
        AND other.id = ?4 AND other.campaign_id = ?2 AND other.state = 'stands'
        AND (SELECT count(*) FROM stakeholder_ties WHERE campaign_id = ?2 AND state = 'stands') < ?6`,
    )
    .bind(id, campaignId, fromId, toId, kind, most);
}

/** Changes no row that is not in the other state. */
export function turnTieStatement(
  db: D1Database,
  { id, to }: { id: string; to: 'stands' | 'gone' },
): D1PreparedStatement {
  return db.prepare('UPDATE stakeholder_ties SET state = ?2 WHERE id = ?1 AND state <> ?2').bind(id, to);
}
