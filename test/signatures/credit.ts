import { env } from 'cloudflare:workers';
import { expect } from 'vitest';

type Row = { id: string; state: string; reason: string | null; source: string; person: string | null };
type Overlap = { line: string };

/**
 * Keeps its own record, to compare with the database: duplicates whose own button was pressed while their person
 * counted with another source. Call it after each act with the signature whose button was pressed.
 */
export function watchCredit(actionId: number): (pressed: string | null) => Promise<void> {
  const countedBy = new Map<string, string>();
  return async (pressed) => {
    const [people, kept] = await env.DB.batch<Row & Overlap>([
      env.DB.prepare(
        'SELECT id, state, reason, source, hex(person_key) AS person FROM signatures WHERE action_id = ?',
      ).bind(actionId),
      overlapsStatement(actionId),
    ]);
    const rows: Row[] = people!.results;
    const row = rows.find(({ id }) => id === pressed);
    const counted = rows.find(({ state, person }) => state === 'confirmed' && person === row?.person);
    if (row?.reason === 'same-person' && counted && !countedBy.has(row.id)) {
      countedBy.set(row.id, counted.source);
    }
    expect(kept!.results.map(({ line }) => line)).toEqual(tally(rows, countedBy));
  };
}

function tally(rows: Row[], countedBy: Map<string, string>): string[] {
  const n = new Map<string, number>();
  for (const { id, state, source } of rows) {
    const other = countedBy.get(id);
    if (state !== 'duplicate' || other === undefined || other === source) continue;
    n.set(`${source} ${other}`, (n.get(`${source} ${other}`) ?? 0) + 1);
  }
  return [...n].map(([pair, count]) => `${pair} ${count}`).sort();
}

/** "flyer poster 2": two people who signed with the flyer count with the poster. */
export async function overlaps(actionId: number): Promise<string[]> {
  const { results } = await overlapsStatement(actionId).all<Overlap>();
  return results.map(({ line }) => line);
}

function overlapsStatement(actionId: number): D1PreparedStatement {
  return env.DB.prepare(
    `SELECT key || ' ' || n AS line FROM signature_counts
    WHERE action_id = ? AND kind = 'overlap' AND n > 0 ORDER BY line`,
  ).bind(actionId);
}
