import type { SampleAnswer, SampleDraw } from './rules.ts';

/** The kind of the mail in which people are asked; its ref is their signature. */
export const questionKind = 'sample-question';
export const mailKindFor = (sampleId: number) => `${questionKind}:${sampleId}`;

/** A sample that is being drawn: how far the signatures of its action were read. */
export type Drawing = { id: number; actionId: number; treeSize: number; atRow: number; isWide: boolean };

export async function findDrawing(db: D1Database, id: number): Promise<Drawing | null> {
  const row = await db
    .prepare("SELECT action_id, tree_size, at_row, is_wide FROM samples WHERE id = ? AND state = 'drawing'")
    .bind(id)
    .first<{ action_id: number; tree_size: number; at_row: number; is_wide: number }>();
  return (
    row && {
      ...{ id, actionId: row.action_id, treeSize: row.tree_size },
      ...{ atRow: row.at_row, isWide: row.is_wide === 1 },
    }
  );
}

export async function listWorking(
  db: D1Database,
  now: Date,
): Promise<{ id: number; state: 'drawing' | 'asking' }[]> {
  const { results } = await db
    .prepare(
      `SELECT id, state FROM samples INDEXED BY samples_working
       WHERE state IN ('drawing', 'asking') AND (state = 'drawing' OR closes_at <= ?) LIMIT 50`,
    )
    .bind(now.getTime())
    .all<{ id: number; state: 'drawing' | 'asking' }>();
  return results;
}

const walk = `SELECT rowid AS "row", id FROM signatures INDEXED BY signatures_of_action
  WHERE action_id = ?1 AND rowid > ?2 ORDER BY rowid LIMIT ?3`;

export type FoundLeaf = { leaf: number; id: string };

/**
 * Of the next signatures of the action, those whose leaf is a candidate and counts in the tree. `to` is the key of the
 * last signature that was read, or null if there was none left.
 */
export async function readCandidates(
  db: D1Database,
  { actionId, treeSize, atRow }: Drawing,
  { leaves, most }: { leaves: readonly number[]; most: number },
): Promise<{ found: FoundLeaf[]; to: number | null }> {
  const [found, last] = await db.batch([
    db
      .prepare(
        `SELECT members.leaf, members.signature_id AS id FROM (${walk}) AS walked
         CROSS JOIN members ON members.signature_id = walked.id
         WHERE members.leaf < ?4 AND coalesce(removed_leaf, ?4) >= ?4
           AND members.leaf IN (SELECT value FROM json_each(?5))`,
      )
      .bind(actionId, atRow, most, treeSize, JSON.stringify(leaves)),
    db.prepare(`SELECT max("row") AS last FROM (${walk})`).bind(actionId, atRow, most),
  ]);
  return {
    found: (found?.results ?? []) as FoundLeaf[],
    to: ((last?.results ?? []) as { last: number | null }[])[0]?.last ?? null,
  };
}

const isHere = "id = ?1 AND state = 'drawing' AND at_row = ?2 AND is_wide = ?3";
const hereOf = ({ id, atRow, isWide }: Drawing) => [id, atRow, isWide ? 1 : 0] as const;

/** Both change nothing if another run has made this step. */
export function saveStepStatements(
  db: D1Database,
  drawing: Drawing,
  { found, to }: { found: readonly (FoundLeaf & { nth: number })[]; to: number },
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO sample_people (sample_id, nth, leaf, signature_id)
         SELECT ?1, value ->> 'nth', value ->> 'leaf', value ->> 'id' FROM json_each(?4)
         WHERE EXISTS (SELECT 1 FROM samples WHERE ${isHere}) ON CONFLICT DO NOTHING`,
      )
      .bind(...hereOf(drawing), JSON.stringify(found)),
    db.prepare(`UPDATE samples SET at_row = ?4 WHERE ${isHere}`).bind(...hereOf(drawing), to),
  ];
}

/** From the first signature on, and for all candidates. */
export function widenStatement(db: D1Database, drawing: Drawing): D1PreparedStatement {
  return db.prepare(`UPDATE samples SET at_row = 0, is_wide = 1 WHERE ${isHere}`).bind(...hereOf(drawing));
}

export async function listFoundLeaves(db: D1Database, id: number): Promise<number[]> {
  const { results } = await db
    .prepare('SELECT leaf FROM sample_people WHERE sample_id = ?')
    .bind(id)
    .all<{ leaf: number }>();
  return results.map(({ leaf }) => leaf);
}

/** Those who were found beyond the size of the sample are forgotten. */
export function endDrawingStatements(
  db: D1Database,
  drawing: Drawing,
  { leaves, numbers, passedOver }: SampleDraw,
  now: Date,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE samples SET state = 'drawn', drawn_at = ?4, leaves = ?5, numbers = ?6, passed_over = ?7 WHERE ${isHere}`,
      )
      .bind(...hereOf(drawing), now.getTime(), JSON.stringify(leaves), numbers, passedOver),
    db
      .prepare(
        `DELETE FROM sample_people WHERE sample_id = ?1 AND leaf NOT IN (
           SELECT each.value FROM samples, json_each(samples.leaves) AS each WHERE samples.id = ?1)
         AND EXISTS (SELECT 1 FROM samples WHERE id = ?1 AND state = 'drawn')`,
      )
      .bind(drawing.id),
  ];
}

/** Who still counts, has not erased their data and did not refuse such questions. */
export async function listToAsk(db: D1Database, id: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT signature_id AS id FROM sample_people
       CROSS JOIN signatures INDEXED BY signatures_by_id ON signatures.id = signature_id
       WHERE sample_id = ? AND signatures.state = 'confirmed' AND sealed IS NOT NULL
         AND signature_id NOT IN (SELECT signature_id FROM sample_refusals)`,
    )
    .bind(id)
    .all<{ id: string }>();
  return results.map((row) => row.id);
}

export function beginAskingStatements(
  db: D1Database,
  { id, ids, closesAt }: { id: number; ids: readonly string[]; closesAt: Date },
  now: Date,
) {
  return [
    {
      statement: db
        .prepare(
          "UPDATE samples SET state = 'asking', asked_at = ?2, closes_at = ?3 WHERE id = ?1 AND state = 'drawn'",
        )
        .bind(id, now.getTime(), closesAt.getTime()),
      changes: 1,
    },
    db
      .prepare(
        `UPDATE sample_people SET is_mailed = 1
         WHERE sample_id = ?1 AND signature_id IN (SELECT value FROM json_each(?2))`,
      )
      .bind(id, JSON.stringify(ids)),
  ];
}

export type SampledPerson = { answer: SampleAnswer | null };

/** Null if the signature is not in the sample, or no longer. */
export async function findAsked(
  db: D1Database,
  { sampleId, signatureId }: { sampleId: number; signatureId: string },
): Promise<SampledPerson | null> {
  return db
    .prepare('SELECT answer FROM sample_people WHERE signature_id = ?1 AND sample_id = ?2 AND is_mailed = 1')
    .bind(signatureId, sampleId)
    .first<SampledPerson>();
}

/** Changes nothing once it is closed. */
export function answerStatement(
  db: D1Database,
  { sampleId, signatureId, answer }: { sampleId: number; signatureId: string; answer: SampleAnswer | null },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE sample_people SET answer = ?3 WHERE signature_id = ?2 AND sample_id = ?1 AND is_mailed = 1
         AND EXISTS (SELECT 1 FROM samples WHERE id = ?1 AND state = 'asking' AND closes_at > ?4)`,
    )
    .bind(sampleId, signatureId, answer, now.getTime());
}

export function refuseStatement(db: D1Database, signatureId: string): D1PreparedStatement {
  return db
    .prepare('INSERT INTO sample_refusals (signature_id) VALUES (?) ON CONFLICT DO NOTHING')
    .bind(signatureId);
}

const reached = `answer IS NOT NULL OR (is_mailed = 1 AND EXISTS (SELECT 1 FROM outbox
  WHERE outbox.ref = signature_id AND outbox.kind = '${questionKind}:' || sample_id
    AND outbox.state IN ('claimed', 'sent', 'delivered', 'complained', 'uncertain')))`;

/** How it fares: how many mails have gone and did not come back, and how many people have answered. */
export async function readProgress(
  db: D1Database,
  id: number,
): Promise<{ mailed: number; reached: number; answered: number }> {
  const row = await db
    .prepare(
      `SELECT total(is_mailed) AS mailed, total(${reached}) AS reached, count(answer) AS answered
       FROM sample_people WHERE sample_id = ?`,
    )
    .bind(id)
    .first<{ mailed: number; reached: number; answered: number }>();
  return row ?? { mailed: 0, reached: 0, answered: 0 };
}

/**
 * Counts the answers and forgets who gave them. A statement of the week in which the time ran out tells the result, unless
 * it has been made already: then it ends now.
 */
export function closeStatements(
  db: D1Database,
  { id, week }: { id: number; week: string },
  now: Date,
): D1PreparedStatement[] {
  const count = (which: string) => `(SELECT count(*) FROM sample_people WHERE sample_id = ?1 AND (${which}))`;
  return [
    db
      .prepare(
        `UPDATE samples SET state = 'closed',
           closed_at = iif(EXISTS (SELECT 1 FROM statements
             WHERE statements.action_id = samples.action_id AND statements.week >= ?3), ?2, closes_at),
           asked = ${count(reached)}, yes = ${count("answer = 'yes'")}, no = ${count("answer = 'no'")}
         WHERE id = ?1 AND state = 'asking' AND closes_at <= ?2`,
      )
      .bind(id, now.getTime(), week),
    db
      .prepare(
        `DELETE FROM sample_people WHERE sample_id = ?1
           AND EXISTS (SELECT 1 FROM samples WHERE id = ?1 AND state = 'closed')`,
      )
      .bind(id),
  ];
}

/** An answer stays as a number; whose it was is forgotten. */
export function forgetAskedStatements(db: D1Database, ids: readonly string[]): D1PreparedStatement[] {
  const erased = `SELECT signatures.id FROM json_each(?1) named
    CROSS JOIN signatures INDEXED BY signatures_by_id ON signatures.id = named.value WHERE erased_at IS NOT NULL`;
  return [
    db
      .prepare(`UPDATE sample_people SET signature_id = NULL WHERE signature_id IN (${erased})`)
      .bind(JSON.stringify(ids)),
    db.prepare(`DELETE FROM sample_refusals WHERE signature_id IN (${erased})`).bind(JSON.stringify(ids)),
  ];
}

/** What is kept about the owner of a signature. */
export async function listAskedOf(
  db: D1Database,
  signatureId: string,
): Promise<{ sample: number; answer: SampleAnswer | null }[]> {
  const { results } = await db
    .prepare('SELECT sample_id AS sample, answer FROM sample_people WHERE signature_id = ? AND is_mailed = 1')
    .bind(signatureId)
    .all<{ sample: number; answer: SampleAnswer | null }>();
  return results;
}
