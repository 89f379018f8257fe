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

/** One person of each inbox, of those who count and want news. */
const wanted = `
  SELECT id, rowid AS at FROM signatures INDEXED BY signatures_of_action
  WHERE action_id = ?2 AND rowid > ?3 AND rowid <= ?4 AND state = 'confirmed' AND keep_informed = 1
    AND sealed IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM signatures AS first INDEXED BY signatures_by_inbox
      WHERE first.action_id = signatures.action_id AND first.inbox_key = signatures.inbox_key
        AND first.rowid < signatures.rowid AND first.state = 'confirmed' AND first.keep_informed = 1)`;

/** The key of the last of the next `most` signatures; null where there are no more. */
export async function findStepEnd(
  db: D1Database,
  { actionId, atRow }: Pick<Mailing, 'actionId' | 'atRow'>,
  most: number,
): Promise<number | null> {
  return db
    .prepare(
      `SELECT max(at) AS at FROM (SELECT rowid AS at FROM signatures INDEXED BY signatures_of_action
        WHERE action_id = ? AND rowid > ? ORDER BY rowid LIMIT ?)`,
    )
    .bind(actionId, atRow, most)
    .first<number>('at');
}

type Step = { mailing: Mailing; until: number };

export function countStepStatement(db: D1Database, { mailing, until }: Step): D1PreparedStatement {
  const { id, actionId, atRow } = mailing;
  return db
    .prepare(
      `UPDATE answer_mailings SET at_row = ?4, people = people + (SELECT count(*) FROM (${wanted}))
      WHERE id = ?1 AND at_row = ?3 AND state = 'counting'`,
    )
    .bind(id, actionId, atRow, until);
}

/**
 * Puts the mails of a step into the outbox and moves on, in one batch. A step that is repeated finds its mails there:
 * one mail of a kind about a signature is all there ever is.
 */
export function mailStepStatements(
  db: D1Database,
  { mailing, until }: Step,
  { now, newIds, kind }: { now: Date; newIds: string; kind: string },
): D1PreparedStatement[] {
  const { id, actionId, atRow } = mailing;
  return [
    db
      .prepare(
        `INSERT INTO outbox (id, ref, kind, state, due_at, created_at)
        SELECT ?6 || found.at, found.id, ?7, 'waiting', ?5, ?5 FROM (${wanted}) AS found
        WHERE EXISTS (SELECT 1 FROM answer_mailings WHERE id = ?1 AND state = 'sending' AND at_row = ?3)
        ON CONFLICT (ref, kind) DO NOTHING`,
      )
      .bind(id, actionId, atRow, until, now.getTime(), newIds, kind),
    db
      .prepare(
        `UPDATE answer_mailings SET at_row = ?3, mailed = mailed + changes()
        WHERE id = ?1 AND at_row = ?2 AND state = 'sending'`,
      )
      .bind(id, atRow, until),
  ];
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

/** The answers were told by that mail. */
export function markToldStatement(db: D1Database, { id, answers }: Pick<Mailing, 'id' | 'answers'>) {
  return db
    .prepare(
      'UPDATE answers SET told_in = ?1 WHERE id IN (SELECT value FROM json_each(?2)) AND told_in IS NULL',
    )
    .bind(id, JSON.stringify(answers));
}
