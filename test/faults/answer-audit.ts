import { DatabaseSync } from 'node:sqlite';

export type AnswerAudit = {
  /** The number of response rows. */
  responses: number;
  /** Signatures of a survey that have no answers. */
  unanswered: number;
  /** Stored counts of answers that differ from a recount of the responses that count. */
  wrongAnswers: number;
};

const measures = `FROM signatures JOIN responses ON signature_id = signatures.id, json_each(measures)
  WHERE state = 'confirmed'`;
const recount = `
  SELECT action_id, question, place, key, sum(n) AS n, sum(total) AS total FROM (
    SELECT signatures.action_id, value ->> 'q' AS question, '' AS place, value ->> 'k' AS key, 1 AS n,
      value ->> 't' AS total ${measures}
    UNION ALL
    SELECT signatures.action_id, value ->> 'q', place, value ->> 'p', 1, value ->> 't' ${measures}
      AND value ->> 'p' IS NOT NULL)
  GROUP BY 1, 2, 3, 4`;

/** Reads the file of a stopped database. */
export function auditAnswers(file: string): AnswerAudit {
  const db = new DatabaseSync(file, { readOnly: true });
  const number = (sql: string) => Number(Object.values(db.prepare(sql).get() ?? {})[0] ?? 0);
  const found = {
    responses: number('SELECT count(*) FROM responses'),
    unanswered: number(
      `SELECT count(*) FROM signatures JOIN surveys USING (action_id)
      WHERE NOT EXISTS (SELECT 1 FROM responses WHERE signature_id = signatures.id)`,
    ),
    wrongAnswers: number(
      `SELECT count(*) FROM (${recount}) recount FULL JOIN answer_counts kept USING (action_id, question, place, key)
      WHERE coalesce(kept.n, 0) <> coalesce(recount.n, 0)
        OR abs(coalesce(kept.total, 0) - coalesce(recount.total, 0)) > 1e-6`,
    ),
  };
  db.close();
  return found;
}
