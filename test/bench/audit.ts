import { DatabaseSync } from 'node:sqlite';

export type Audit = {
  /** All rows in the database. */
  stored: number;
  /** The number received according to the stored counts. */
  counted: number;
  /** Acknowledged submissions that do not have exactly one row. */
  missing: number;
  /** Rows of this run that nobody sent. */
  unasked: number;
  /** Acknowledged confirmations whose row does not count as confirmed. */
  uncounted: number;
  /** Signatures without their mail. */
  unmailed: number;
  /** Stored counts that differ from a recount. */
  wrong: { kind: string; key: string; kept: number; recounted: number }[];
};

/** The ids that people were told are stored or confirmed, each once. */
export type Promised = { signed: Set<string>; confirmed: Set<string>; asked: Set<string> };

/** Reads the file of a stopped database. */
export function audit(file: string, promised: Promised | null): Audit {
  const db = new DatabaseSync(file, { readOnly: true });
  const number = (sql: string) => Number(Object.values(db.prepare(sql).get() ?? {})[0] ?? 0);
  const ids = promised && new Map<string, string>();
  if (ids)
    for (const row of db.prepare('SELECT id, state FROM signatures').iterate())
      ids.set(`${row.id}`, `${row.state}`);
  const found: Audit = {
    stored: number('SELECT count(*) FROM signatures'),
    counted: number("SELECT sum(n) FROM signature_counts WHERE kind = 'state'"),
    missing: countIn(promised?.signed, (id) => !ids!.has(id)),
    unasked: countIn(ids && new Set(ids.keys()), (id) => !promised!.asked.has(id)),
    uncounted: countIn(promised?.confirmed, (id) => ids!.get(id) !== 'confirmed'),
    unmailed: number('SELECT count(*) FROM signatures WHERE id NOT IN (SELECT ref FROM outbox)'),
    wrong: db.prepare(differences).all() as Audit['wrong'],
  };
  db.close();
  return found;
}

export function isBalanced({
  stored,
  counted,
  missing,
  unasked,
  uncounted,
  unmailed,
  wrong,
}: Audit): boolean {
  return stored === counted && missing + unasked + uncounted + unmailed + wrong.length === 0;
}

function countIn(ids: Set<string> | null | undefined, isWrong: (id: string) => boolean): number {
  return [...(ids ?? [])].filter(isWrong).length;
}

const counts = "SELECT action_id, place, source, confirmed_on FROM signatures WHERE state = 'confirmed'";

const differences = `
  WITH recount AS (
    SELECT action_id, 'state' AS kind, state AS key, count(*) AS n FROM signatures GROUP BY 1, 3
    UNION ALL SELECT action_id, 'place', place, count(*) FROM (${counts}) GROUP BY 1, 3
    UNION ALL SELECT action_id, 'source', source, count(*) FROM (${counts}) GROUP BY 1, 3
    UNION ALL SELECT action_id, 'day', confirmed_on, count(*) FROM (${counts}) GROUP BY 1, 3
    UNION ALL SELECT action_id, 'received', source, count(*) FROM signatures GROUP BY 1, 3
    UNION ALL SELECT action_id, 'overlap', source || ' ' || counted_by, count(*) FROM signatures
      WHERE state = 'duplicate' AND counted_by <> source GROUP BY 1, 3
    UNION ALL SELECT action_id, 'possible', '', count(*) - count(DISTINCT name_zip_key) FROM signatures
      WHERE state = 'confirmed' GROUP BY 1)
  SELECT kind, key, coalesce(kept.n, 0) AS kept, coalesce(recount.n, 0) AS recounted
  FROM recount FULL JOIN signature_counts kept USING (action_id, kind, key)
  WHERE coalesce(kept.n, 0) <> coalesce(recount.n, 0)
  UNION ALL
  SELECT kind || ' by week', key, kept, recounted FROM (
    SELECT kind, key, sum(changes.n) AS kept, coalesce(recount.n, 0) AS recounted
    FROM signature_changes changes LEFT JOIN recount USING (action_id, kind, key)
    WHERE kind <> 'correction' GROUP BY action_id, kind, key)
  WHERE kept <> recounted`;
