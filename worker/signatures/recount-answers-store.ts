import type { Numbers } from './recount-store.ts';

/** Responses that one statement takes apart: some have a hundred marks. */
export const responsesAtOnce = 5_000;

type Line = { question: string; place: string; key: string; n: number; total: number };

/** What is counted of answers, by the marks of those responses that count: everybody, and by district. */
export function markedStatement(
  db: D1Database,
  actionId: number,
  { from, to }: { from: number; to: number | null },
): D1PreparedStatement {
  const measures = `FROM responses NOT INDEXED CROSS JOIN signatures ON signatures.id = signature_id
      CROSS JOIN json_each(measures)
    WHERE responses.rowid > ?2 AND responses.rowid <= coalesce(?3, 9e18) AND responses.action_id = ?1
      AND state = 'confirmed'`;
  return db
    .prepare(
      `SELECT question, place, key, sum(n) AS n, sum(total) AS total FROM (
        SELECT value ->> 'q' AS question, '' AS place, value ->> 'k' AS key, 1 AS n, value ->> 't' AS total ${measures}
        UNION ALL
        SELECT value ->> 'q', place, value ->> 'p', 1, value ->> 't' ${measures} AND value ->> 'p' IS NOT NULL)
      GROUP BY 1, 2, 3`,
    )
    .bind(actionId, from, to);
}

export function keptAnswersStatement(db: D1Database, actionId: number): D1PreparedStatement {
  return db
    .prepare('SELECT question, place, key, n, total FROM answer_counts WHERE action_id = ?')
    .bind(actionId);
}

export function changedAnswersStatement(db: D1Database, actionId: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT question, place, key, sum(n) AS n, sum(total) AS total FROM answer_changes
      WHERE action_id = ? GROUP BY question, place, key`,
    )
    .bind(actionId);
}

/** "answers fund yes", "answers fund@2 yes", and where they have values "sum of budget.parks 30". */
export function answerNumbers(results: D1Result[]): Numbers {
  const numbers: Numbers = new Map();
  const add = (key: string, n: number) => numbers.set(key, rounded((numbers.get(key) ?? 0) + n));
  for (const { question, place, key, n, total } of results.flatMap(({ results }) => results as Line[])) {
    const name = `${question}${place && `@${place}`} ${key}`;
    add(`answers ${name}`, n);
    if (total !== 0) add(`sum of ${name}`, total);
  }
  return numbers;
}

/** Sums of fractions differ in their last digits by the order in which they were added up. */
function rounded(n: number): number {
  return Math.round(n * 1e6) / 1e6;
}
