import { type Query, rowsQuery } from '../platform/query.ts';
import type { Evidence, EvidenceKind, Influence, Position } from './rules.ts';

type Row = {
  id: string;
  kind: EvidenceKind;
  on_day: string;
  support: Position | null;
  influence: Influence | null;
  said_by: string;
  link: string | null;
  what: string;
};

function evidenceOf(row: Row): Evidence {
  const { id, kind, support, influence, link, what } = row;
  return { id, kind, on: row.on_day, support, influence, saidBy: row.said_by, link, what };
}

/** The newest that stands first, after one of them. */
export function evidenceQuery(
  db: D1Database,
  { stakeholderId, after, most }: { stakeholderId: string; after: Evidence | null; most: number },
): Query<{ rows: Evidence[]; next: string | null }> {
  const statement = db
    .prepare(
      `SELECT id, kind, on_day, support, influence, said_by, link, what FROM stakeholder_evidence
      WHERE stakeholder_id = ?1 AND state = 'stands' ${after ? 'AND (on_day, id) < (?3, ?4)' : ''}
      ORDER BY on_day DESC, id DESC LIMIT ?2`,
    )
    .bind(stakeholderId, most + 1, ...(after ? [after.on, after.id] : []));
  return rowsQuery(statement, (rows: Row[]) => ({
    rows: rows.slice(0, most).map(evidenceOf),
    next: rows.length > most ? (rows[most - 1]?.id ?? null) : null,
  }));
}

export type FoundEvidence = Evidence & { stakeholderId: string; state: 'stands' | 'gone' };

export async function findEvidence(
  db: D1Database,
  campaignId: number,
  id: string,
): Promise<FoundEvidence | null> {
  const row = await db
    .prepare('SELECT * FROM stakeholder_evidence WHERE id = ?1 AND campaign_id = ?2')
    .bind(id, campaignId)
    .first<Row & { stakeholder_id: string; state: FoundEvidence['state'] }>();
  return row && { ...evidenceOf(row), stakeholderId: row.stakeholder_id, state: row.state };
}

type NewEvidence = {
  evidence: Evidence;
  campaignId: number;
  stakeholderId: string;
  /** Changes no row if the stakeholder has so much already, has the same already, or is gone. */
  most: number;
};

/** A form that was sent twice. */
const same = `stakeholder_id = ?2 AND state = 'stands' AND on_day = ?5 AND kind = ?4 AND support IS ?6
  AND influence IS ?7 AND said_by = ?8 AND link IS ?9 AND what = ?10`;

export function insertEvidenceStatement(
  db: D1Database,
  { evidence, campaignId, stakeholderId, most }: NewEvidence,
): D1PreparedStatement {
  const { id, kind, on, support, influence, saidBy, link, what } = evidence;
  return db
    .prepare(
      `INSERT INTO stakeholder_evidence
        (id, stakeholder_id, campaign_id, state, kind, on_day, support, influence, said_by, link, what)
      SELECT ?1, id, campaign_id, 'stands', ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM stakeholders
      WHERE id = ?2 AND campaign_id = ?3 AND state = 'stands'
        AND NOT EXISTS (SELECT 1 FROM stakeholder_evidence WHERE ${same})
        AND (SELECT count(*) FROM stakeholder_evidence WHERE stakeholder_id = ?2 AND state = 'stands') < ?11`,
    )
    .bind(...[id, stakeholderId, campaignId, kind, on, support, influence, saidBy, link, what, most]);
}

/** Whether the same stands. */
export async function hasEvidence(
  db: D1Database,
  { stakeholderId, evidence }: { stakeholderId: string; evidence: Omit<Evidence, 'id'> },
): Promise<boolean> {
  const { kind, on, support, influence, saidBy, link, what } = evidence;
  const found = await db
    .prepare(`SELECT 1 AS found FROM stakeholder_evidence WHERE ${same} LIMIT 1`)
    .bind(...[null, stakeholderId, null, kind, on, support, influence, saidBy, link, what])
    .first('found');
  return found !== null;
}

/** Changes no row that is not in the other state. */
export function turnEvidenceStatement(
  db: D1Database,
  { id, to }: { id: string; to: 'stands' | 'gone' },
): D1PreparedStatement {
  return db.prepare('UPDATE stakeholder_evidence SET state = ?2 WHERE id = ?1 AND state <> ?2').bind(id, to);
}

/** Runs after every change of the evidence: the newest that stands says where a stakeholder stands. */
export function weighEvidenceStatement(db: D1Database, stakeholderId: string): D1PreparedStatement {
  const newest = (column: string, isGiven: string) => `(
    SELECT ${column} FROM stakeholder_evidence
    WHERE stakeholder_id = ?1 AND state = 'stands' AND ${isGiven} IS NOT NULL
    ORDER BY on_day DESC, id DESC LIMIT 1)`;
  return db
    .prepare(
      `UPDATE stakeholders SET
        support = coalesce(${newest('support', 'support')}, 'unknown'),
        support_on = coalesce(${newest("iif(support = 'unknown', '', on_day)", 'support')}, ''),
        influence = coalesce(${newest('influence', 'influence')}, -1),
        influence_on = coalesce(${newest('on_day', 'influence')}, '')
      WHERE id = ?1`,
    )
    .bind(stakeholderId);
}
