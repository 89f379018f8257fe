export const mailingStates = ['counting', 'ready', 'sending', 'done', 'stopped'] as const;
export type MailingState = (typeof mailingStates)[number];

/** A mail about answers to the supporters of a petition who want news. */
export type Mailing = {
  id: number;
  actionId: number;
  /** The ids of the answers that it tells. */
  answers: number[];
  state: MailingState;
  /** How far it has come: the key of the last signature that was counted or mailed. */
  atRow: number;
  people: number;
  mailed: number;
  begunAt: Date;
  sentAt: Date | null;
};

type MailingRow = {
  id: number;
  action_id: number;
  answers: string;
  state: MailingState;
  at_row: number;
  people: number;
  mailed: number;
  begun_at: number;
  sent_at: number | null;
};

function mailingOf(row: MailingRow): Mailing {
  return {
    id: row.id,
    actionId: row.action_id,
    answers: JSON.parse(row.answers),
    state: row.state,
    atRow: row.at_row,
    people: row.people,
    mailed: row.mailed,
    begunAt: new Date(row.begun_at),
    sentAt: row.sent_at === null ? null : new Date(row.sent_at),
  };
}

export async function findMailing(db: D1Database, id: number): Promise<Mailing | null> {
  const row = await db.prepare('SELECT * FROM answer_mailings WHERE id = ?').bind(id).first<MailingRow>();
  return row && mailingOf(row);
}

/** The newest first. */
export async function listMailings(db: D1Database, actionId: number): Promise<Mailing[]> {
  const { results } = await db
    .prepare('SELECT * FROM answer_mailings WHERE action_id = ? ORDER BY id DESC LIMIT 20')
    .bind(actionId)
    .all<MailingRow>();
  return results.map(mailingOf);
}

/** Those that are being counted or sent. */
export async function listWorking(db: D1Database): Promise<Mailing[]> {
  const { results } = await db
    .prepare("SELECT * FROM answer_mailings WHERE state IN ('counting', 'sending') ORDER BY id LIMIT 20")
    .all<MailingRow>();
  return results.map(mailingOf);
}

/** Of the answers that hold, those that supporters were not told of. */
export async function listUntold(db: D1Database, actionId: number): Promise<number[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM answers WHERE action_id = ? AND undone_at IS NULL AND told_in IS NULL AND version = (
        SELECT max(version) FROM answers AS other WHERE other.action_id = answers.action_id
          AND other.committee_id = answers.committee_id AND other.ask = answers.ask AND other.undone_at IS NULL)
      ORDER BY id LIMIT 100`,
    )
    .bind(actionId)
    .all<{ id: number }>();
  return results.map(({ id }) => id);
}

export function beginMailingStatement(
  db: D1Database,
  { actionId, answers }: { actionId: number; answers: readonly number[] },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO answer_mailings (action_id, answers, state, begun_at) VALUES (?, ?, 'counting', ?)
      ON CONFLICT DO NOTHING`,
    )
    .bind(actionId, JSON.stringify(answers), now.getTime());
}

/** Signatures of one step: few enough that a batch never holds up a signing. */
const aStep = 1000;

/** The key of the last signature of the next step; null after the last one. */
const stepEnd = `(SELECT max(at) FROM (
  SELECT rowid AS at FROM signatures INDEXED BY signatures_of_action
  WHERE action_id = mailing.action_id AND rowid > mailing.at_row ORDER BY rowid LIMIT ${aStep}))`;

/** Of a step, one person of each inbox, of those who count and want news. */
const wanted = `signatures.action_id = mailing.action_id AND signatures.rowid > mailing.at_row
  AND signatures.rowid <= ${stepEnd} AND signatures.state = 'confirmed' AND keep_informed = 1 AND sealed IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM signatures AS first INDEXED BY signatures_by_inbox
    WHERE first.action_id = signatures.action_id AND first.inbox_key = signatures.inbox_key
      AND first.rowid < signatures.rowid AND first.state = 'confirmed' AND first.keep_informed = 1)`;

/** Counts one step, or ends the counting where there is none left. */
export function countStepStatement(db: D1Database, id: number): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE answer_mailings AS mailing SET
        people = people + (SELECT count(*) FROM signatures INDEXED BY signatures_of_action WHERE ${wanted}),
        at_row = coalesce(${stepEnd}, at_row),
        state = iif(${stepEnd} IS NULL, 'ready', state)
      WHERE id = ? AND state = 'counting'`,
    )
    .bind(id);
}

/** A select for the outbox: the mails of the next step of the mailing that it binds. */
export const mailsOfStep = `
  SELECT signatures.id AS ref, 'answer-news:' || mailing.id AS kind
  FROM answer_mailings AS mailing CROSS JOIN signatures INDEXED BY signatures_of_action
  WHERE mailing.id = ?1 AND mailing.state = 'sending' AND ${wanted}`;

/**
 * After the mails of a step, in the same batch. A step that is repeated finds its mails there: one mail of a kind about
 * a signature is all there ever is.
 */
export function mailedStepStatement(db: D1Database, id: number): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE answer_mailings AS mailing SET
        mailed = mailed + changes(),
        at_row = coalesce(${stepEnd}, at_row),
        state = iif(${stepEnd} IS NULL, 'done', state)
      WHERE id = ? AND state = 'sending'`,
    )
    .bind(id);
}

/** Goes from one state to the next; sending begins at the first signature again. */
export function moveMailingStatement(
  db: D1Database,
  id: number,
  { from, to, now }: { from: MailingState; to: MailingState; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE answer_mailings SET state = ?3, at_row = iif(?3 = 'sending', 0, at_row),
        sent_at = iif(?3 = 'sending', ?4, sent_at)
      WHERE id = ?1 AND state = ?2`,
    )
    .bind(id, from, to, now.getTime());
}

/** The answers were told by that mail, or somebody has decided that nobody is told. */
export function markToldStatement(db: D1Database, { id, answers }: Pick<Mailing, 'id' | 'answers'>) {
  return db
    .prepare(
      'UPDATE answers SET told_in = ?1 WHERE id IN (SELECT value FROM json_each(?2)) AND told_in IS NULL',
    )
    .bind(id, JSON.stringify(answers));
}

/** Of a mailing that nobody got: its answers wait to be told again. */
export function untellStatement(db: D1Database, id: number): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE answers SET told_in = NULL WHERE told_in = ?1
        AND EXISTS (SELECT 1 FROM answer_mailings WHERE id = ?1 AND state = 'stopped' AND mailed = 0)`,
    )
    .bind(id);
}

/** How many answers that would be. */
export async function countUntellable(db: D1Database, id: number): Promise<number> {
  const n = await db
    .prepare(
      `SELECT count(*) AS n FROM answers WHERE told_in = ?1
        AND EXISTS (SELECT 1 FROM answer_mailings WHERE id = ?1 AND state = 'stopped' AND mailed = 0)`,
    )
    .bind(id)
    .first<number>('n');
  return n ?? 0;
}
