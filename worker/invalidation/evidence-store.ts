import type { SignatureState } from '../actions/account-rules.ts';
import { joinQueries, type Query, rowsQuery } from '../platform/query.ts';
import type { Found } from './rules.ts';

export type Line = { key: string; n: number };

/** One of the signatures found, sealed. */
export type Example = {
  id: string;
  state: SignatureState;
  receivedAt: number;
  place: string;
  source: string;
};

export type Evidence = {
  found: Found;
  states: Line[];
  hours: Line[];
  /** If there are too many hours for a chart. */
  busiest: Line[];
  source: Line[];
  place: Line[];
  domain: Line[];
  connection: Line[];
  examples: Example[];
};

const hoursReadAtMost = 200;

/** Reads a bounded number of rows, however many were found. */
export function evidenceQuery(
  db: D1Database,
  id: string,
  { rows, busiest }: { rows: number; busiest: number },
): Query<Evidence> {
  const queries = joinQueries<Omit<Evidence, 'found'>>({
    states: linesQuery(db, { id, kind: 'state', most: 10 }),
    hours: rowsQuery(
      db
        .prepare(
          `SELECT key, n FROM invalidation_counts WHERE invalidation_id = ?1 AND kind = 'hour' ORDER BY key LIMIT ?2`,
        )
        .bind(id, hoursReadAtMost + 1),
      (lines: Line[]) => (lines.length > hoursReadAtMost ? [] : lines),
    ),
    busiest: linesQuery(db, { id, kind: 'hour', most: busiest }),
    source: linesQuery(db, { id, kind: 'source', most: rows }),
    place: linesQuery(db, { id, kind: 'place', most: rows }),
    domain: linesQuery(db, { id, kind: 'domain', most: rows }),
    connection: linesQuery(db, { id, kind: 'connection', most: rows }),
    examples: examplesQuery(db, id),
  });
  return {
    ...queries,
    read(results) {
      const evidence = queries.read(results);
      return { ...evidence, found: foundIn(evidence.states) };
    },
  };
}

export function foundIn(states: readonly Line[]): Found {
  const found = states.reduce((sum, { n }) => sum + n, 0);
  return { found, counted: states.find(({ key }) => key === 'confirmed')?.n ?? 0 };
}

/** How many were found so far. */
export function foundQuery(db: D1Database, id: string): Query<Found> {
  const { statements, read } = linesQuery(db, { id, kind: 'state', most: 10 });
  return { statements, read: (rows) => foundIn(read(rows)) };
}

function linesQuery(
  db: D1Database,
  { id, kind, most }: { id: string; kind: string; most: number },
): Query<Line[]> {
  const statement = db
    .prepare(
      `SELECT key, n FROM invalidation_counts INDEXED BY invalidation_counts_most
      WHERE invalidation_id = ?1 AND kind = ?2 ORDER BY n DESC LIMIT ?3`,
    )
    .bind(id, kind, most);
  return rowsQuery(statement, (rows: Line[]) => rows);
}

/** Whether the count has found this value. Other values that a form sends must not get into an act. */
export async function isCounted(
  db: D1Database,
  { id, kind, key }: { id: string; kind: string; key: string },
): Promise<boolean> {
  if (key === '') return false;
  const found = await db
    .prepare('SELECT 1 FROM invalidation_counts WHERE invalidation_id = ? AND kind = ? AND key = ?')
    .bind(id, kind, key)
    .first();
  return found !== null;
}

function examplesQuery(db: D1Database, id: string): Query<Example[]> {
  const statement = db
    .prepare(
      `SELECT id, state, received_at AS receivedAt, place, source
      FROM invalidation_examples CROSS JOIN signatures INDEXED BY signatures_by_id ON id = signature_id
      WHERE invalidation_id = ? ORDER BY signature_id`,
    )
    .bind(id);
  return rowsQuery(statement, (rows: Example[]) => rows);
}
