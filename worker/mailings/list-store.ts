import { fromBlob } from '../platform/crypto/bytes.ts';
import {
  cancelMailingStatement,
  enqueueMailingStatement,
  setDueStatement,
} from '../platform/mail/mailing-mails.ts';
import type { Mailing, PausedBy } from './rules.ts';

/** How many get a mail in one step: what Resend takes in one request. */
const peopleAStep = 100;

/** The petitions and surveys that a mailing goes to, by id. */
export async function listAudience(
  db: D1Database,
  { campaignId, actionId, atAction }: Pick<Mailing, 'campaignId' | 'actionId' | 'atAction'>,
): Promise<number[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM actions WHERE campaign_id = ?1 AND id >= ?3 AND (?2 IS NULL OR id = ?2) AND erased_at IS NULL
       ORDER BY id LIMIT 2`,
    )
    .bind(campaignId, actionId, atAction)
    .all<{ id: number }>();
  return results.map(({ id }) => id);
}

export type Walker = { row: number; id: string; sealed: Uint8Array | null };

/**
 * The next signatures of an action by key: exactly as many rows as are asked for are read. Only those who count, want
 * news and are of the place come with their sealed data.
 */
export async function listNext(
  db: D1Database,
  { actionId, after, most, place }: { actionId: number; after: number; most: number; place: string | null },
): Promise<Walker[]> {
  const { results } = await db
    .prepare(
      `SELECT rowid AS "row", id,
         iif(state = 'confirmed' AND keep_informed = 1 AND (?4 IS NULL OR place = ?4), sealed, NULL) AS sealed
       FROM signatures INDEXED BY signatures_of_action
       WHERE action_id = ?1 AND rowid > ?2 ORDER BY rowid LIMIT ?3`,
    )
    .bind(actionId, after, most, place)
    .all<{ row: number; id: string; sealed: number[] | null }>();
  return results.map(({ sealed, ...row }) => ({ ...row, sealed: sealed && fromBlob(sealed) }));
}

type Listed = {
  /** A fingerprint, hex. */
  key: string;
  id: string;
};
type Walked = { atAction: number; atRow: number; leftOut: number };

/** Stores one step of the list. Both change nothing if another run has made this step, or somebody has stopped it. */
export function listStepStatements(
  db: D1Database,
  { id, round, atAction, atRow }: Pick<Mailing, 'id' | 'round' | 'atAction' | 'atRow'>,
  { listed, to }: { listed: readonly Listed[]; to: Walked },
): D1PreparedStatement[] {
  const isHere = "id = ?1 AND round = ?2 AND at_action = ?3 AND at_row = ?4 AND state = 'counting'";
  const seen = [id, round, atAction, atRow] as const;
  return [
    db
      .prepare(
        `INSERT INTO mailing_people (mailing_id, round, key, signature_id)
         SELECT ?1, ?2, unhex(value ->> 'key'), value ->> 'id' FROM json_each(?5)
         WHERE EXISTS (SELECT 1 FROM mailings WHERE ${isHere}) ON CONFLICT DO NOTHING`,
      )
      .bind(...seen, JSON.stringify(listed)),
    db
      .prepare(
        `UPDATE mailings SET people = people + changes(), left_out = left_out + ?7, at_action = ?5, at_row = ?6,
           has_list = 1
         WHERE ${isHere}`,
      )
      .bind(...seen, to.atAction, to.atRow, to.leftOut),
  ];
}

export function endListingStatement(db: D1Database, { id, round }: Pick<Mailing, 'id' | 'round'>) {
  return db
    .prepare("UPDATE mailings SET state = 'ready' WHERE id = ?1 AND round = ?2 AND state = 'counting'")
    .bind(id, round);
}

/** The people whose turn is next, of the mailing that ?1 names. */
const slice = `
  SELECT people.key, signature_id FROM mailings AS mine
  CROSS JOIN mailing_people AS people
    ON people.mailing_id = mine.id AND people.round = mine.round AND people.key > mine.at_key
  WHERE mine.id = ?1 AND mine.state = 'sending' ORDER BY people.key LIMIT ${peopleAStep}`;

/**
 * One step of the sending: a mail for each of the next people who still count and want news. The next key is in the row
 * of the mailing, so a step that is repeated is the next step.
 */
export function sendStepStatements(db: D1Database, mailing: Mailing, now: Date): D1PreparedStatement[] {
  const found = `
    SELECT signature_id AS ref,
      (SELECT iif(kind = 'news', 'news:', 'answer-news:') || id FROM mailings WHERE id = ?1) AS kind
    FROM (${slice}) AS next
    CROSS JOIN signatures INDEXED BY signatures_by_id ON signatures.id = next.signature_id
    WHERE signatures.state = 'confirmed' AND keep_informed = 1 AND sealed IS NOT NULL`;
  return [
    enqueueMailingStatement(db, found, mailing.id, now),
    db
      .prepare(
        `UPDATE mailings SET queued = queued + changes(), passed = passed + next.n, at_key = next.last
         FROM (SELECT count(*) AS n, max(key) AS last FROM (${slice})) AS next
         WHERE id = ?1 AND state = 'sending' AND next.n > 0`,
      )
      .bind(mailing.id),
  ];
}

/** Everybody’s turn has come, and no mail waits. */
export function endSendingStatement(
  db: D1Database,
  { id, passed }: Pick<Mailing, 'id' | 'passed'>,
  now: Date,
) {
  return db
    .prepare(
      `UPDATE mailings SET state = 'done', ended_at = ?3
       WHERE id = ?1 AND state = 'sending' AND passed = ?2 AND NOT EXISTS (${slice})`,
    )
    .bind(id, passed, now.getTime());
}

export function pauseByItselfStatement(db: D1Database, id: number, why: PausedBy, now: Date) {
  return db
    .prepare(
      "UPDATE mailings SET state = 'paused', paused_by = ?2, changed_at = ?3 WHERE id = ?1 AND state = 'sending'",
    )
    .bind(id, why, now.getTime());
}

/** Those whose mails may still wait in the outbox: the last whose turn came, with room for a step that ran twice. */
const latest = `
  SELECT signature_id FROM mailings AS mine
  CROSS JOIN mailing_people AS people
    ON people.mailing_id = mine.id AND people.round = mine.round AND people.key <= mine.at_key
  WHERE mine.id = ?1 ORDER BY people.key DESC LIMIT ${peopleAStep * 5}`;

/** Mails that wait stay in the outbox until `dueAt`. */
export function holdStatement(db: D1Database, mailingId: number, dueAt: Date): D1PreparedStatement {
  return setDueStatement(db, latest, { mailingId, dueAt });
}

export function cancelHeldStatement(db: D1Database, mailingId: number): D1PreparedStatement {
  return cancelMailingStatement(db, latest, mailingId);
}

/** Mailings whose list may have rows that nobody needs any more. */
export async function listListed(db: D1Database): Promise<number[]> {
  const { results } = await db
    .prepare('SELECT id FROM mailings INDEXED BY mailings_listed WHERE has_list = 1 ORDER BY id LIMIT 20')
    .all<{ id: number }>();
  return results.map(({ id }) => id);
}

/** Deletes some rows of earlier rounds or, where the mailing has `ended`, of all. */
export function dropListStatement(
  db: D1Database,
  { id, ended, most }: { id: number; ended: boolean; most: number },
): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM mailing_people WHERE (mailing_id, round, key) IN (
         SELECT mailing_id, round, key FROM mailing_people
         WHERE mailing_id = ?1 AND round < (SELECT round + ?2 FROM mailings WHERE id = ?1) LIMIT ?3)`,
    )
    .bind(id, ended ? 1 : 0, most);
}

export function noListStatement(db: D1Database, id: number): D1PreparedStatement {
  return db.prepare('UPDATE mailings SET has_list = 0 WHERE id = ?').bind(id);
}

/** A fingerprint of an inbox goes with the rest of a person’s data. */
export function forgetListedStatement(db: D1Database, ids: string[]): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM mailing_people WHERE signature_id IN (SELECT value FROM json_each(?1))
         AND EXISTS (SELECT 1 FROM signatures INDEXED BY signatures_by_id
           WHERE signatures.id = signature_id AND erased_at IS NOT NULL)`,
    )
    .bind(JSON.stringify(ids));
}
