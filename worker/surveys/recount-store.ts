import type { Numbers, Recount } from '../signatures/recount-section.ts';
import { inStep, listSteps, type Step } from '../signatures/recount-store.ts';

/** Some responses have a hundred measures. */
const responsesAtOnce = 5_000;

type Line = { question: string; place: string; key: string; n: number; total: number };

/** Nothing for an action without questions. */
export const recountAnswers: Recount = async (db, actionId, rowsAtOnce = responsesAtOnce) => {
  const steps = (await isSurvey(db, actionId)) ? await listSteps(db, actionId, rowsAtOnce) : [];
  const [kept, changes, ...measured] = await db.batch([
    keptStatement(db, actionId),
    changesStatement(db, actionId),
    ...steps.map((step) => measuresStatement(db, actionId, step)),
  ]);
  return { rows: numbersOf(measured), kept: numbersOf([kept!]), changes: numbersOf([changes!]) };
};

async function isSurvey(db: D1Database, actionId: number): Promise<boolean> {
  return (await db.prepare('SELECT 1 FROM surveys WHERE action_id = ?').bind(actionId).first()) !== null;
}

/** The counts of answers from the measures of counted responses: everybody, and by district. */
function measuresStatement(db: D1Database, actionId: number, { after, until }: Step): D1PreparedStatement {
  const measures = `FROM signatures INDEXED BY signatures_of_action
      CROSS JOIN responses ON signature_id = signatures.id CROSS JOIN json_each(measures)
    WHERE ${inStep} AND state = 'confirmed'`;
  return db
    .prepare(
      `SELECT question, place, key, sum(n) AS n, sum(total) AS total FROM (
        SELECT value ->> 'q' AS question, '' AS place, value ->> 'k' AS key, 1 AS n, value ->> 't' AS total ${measures}
        UNION ALL
        SELECT value ->> 'q', place, value ->> 'p', 1, value ->> 't' ${measures} AND value ->> 'p' IS NOT NULL)
      GROUP BY 1, 2, 3`,
    )
    .bind(actionId, after, until);
}

function keptStatement(db: D1Database, actionId: number): D1PreparedStatement {
  return db
    .prepare('SELECT question, place, key, n, total FROM answer_counts WHERE action_id = ?')
    .bind(actionId);
}

function changesStatement(db: D1Database, actionId: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT question, place, key, sum(n) AS n, sum(total) AS total FROM answer_changes
      WHERE action_id = ? GROUP BY question, place, key`,
    )
    .bind(actionId);
}

/** "answers fund yes", "answers fund@2 yes", and for amounts also "sum of budget.parks 30". */
function numbersOf(results: D1Result[]): Numbers {
  const numbers: Numbers = new Map();
  const add = (key: string, n: number) => numbers.set(key, rounded((numbers.get(key) ?? 0) + n));
  for (const { question, place, key, n, total } of results.flatMap(({ results }) => results as Line[])) {
    const name = `${question}${place && `@${place}`} ${key}`;
    add(`answers ${name}`, n);
    if (total !== 0) add(`sum of ${name}`, total);
  }
  return numbers;
}

/** The last digits of a sum of fractions depend on the order of addition. */
function rounded(n: number): number {
  return Math.round(n * 1e6) / 1e6;
}
