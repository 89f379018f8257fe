import type { Language } from '../../web/language.ts';
import { fromBlob, hex } from '../platform/crypto/bytes.ts';
import { type Query, rowsQuery } from '../platform/query.ts';
import type { AskedState, HiddenReason } from './rules.ts';

/** A question that somebody asked. What its owner typed is sealed; null once erased. */
export type AskedQuestion = {
  id: string;
  campaignId: number;
  state: AskedState;
  language: Language;
  sealed: Uint8Array | null;
  reason: HiddenReason | null;
  entryId: string | null;
  decisions: number;
  confirmedAt: Date | null;
};

type Row = {
  id: string;
  campaign_id: number;
  state: AskedState;
  language: Language;
  sealed: number[] | null;
  reason: HiddenReason | null;
  entry_id: string | null;
  decisions: number;
  confirmed_at: number | null;
};

function askedOf(row: Row): AskedQuestion {
  return {
    ...{ id: row.id, campaignId: row.campaign_id, state: row.state, reason: row.reason },
    language: row.language,
    sealed: row.sealed && fromBlob(row.sealed),
    ...{ entryId: row.entry_id, decisions: row.decisions },
    confirmedAt: row.confirmed_at === null ? null : new Date(row.confirmed_at),
  };
}

/** The same form sent again is the same row. */
export function insertAskedStatement(
  db: D1Database,
  asked: {
    id: string;
    campaignId: number;
    language: Language;
    sealed: Uint8Array;
    now: Date;
    keptUntil: Date;
  },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO asked_questions (id, campaign_id, state, language, sealed, received_at, kept_until)
      VALUES (?1, ?2, 'unconfirmed', ?3, unhex(?4), ?5, ?6) ON CONFLICT DO NOTHING`,
    )
    .bind(
      ...[asked.id, asked.campaignId, asked.language, hex(asked.sealed)],
      ...[asked.now.getTime(), asked.keptUntil.getTime()],
    );
}

export async function findAsked(db: D1Database, id: string): Promise<AskedQuestion | null> {
  const row = await db.prepare('SELECT * FROM asked_questions WHERE id = ?').bind(id).first<Row>();
  return row && askedOf(row);
}

export async function confirmAsked(
  db: D1Database,
  { id, now, keptUntil }: { id: string; now: Date; keptUntil: Date },
): Promise<void> {
  await db
    .prepare(
      `UPDATE asked_questions SET state = 'waiting', confirmed_at = ?2, kept_until = ?3
      WHERE id = ?1 AND state = 'unconfirmed'`,
    )
    .bind(id, now.getTime(), keptUntil.getTime())
    .run();
}

/** The public answer stays; what its owner typed goes. */
export function eraseAskedStatement(db: D1Database, id: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE asked_questions SET sealed = NULL, kept_until = NULL,
        state = iif(state IN ('unconfirmed', 'waiting'), 'withdrawn', state) WHERE id = ?`,
    )
    .bind(id);
}

export type Decided = { to: 'answered'; entryId: string } | { to: 'hidden'; reason: HiddenReason };

/** Only while it waits and nothing else was decided since the organizer saw it. */
export function decideAskedStatement(
  db: D1Database,
  {
    id,
    campaignId,
    seen,
    decided,
    keptUntil,
  }: { id: string; campaignId: number; seen: number; decided: Decided; keptUntil: Date },
): D1PreparedStatement {
  const entryId = decided.to === 'answered' ? decided.entryId : null;
  const reason = decided.to === 'hidden' ? decided.reason : null;
  return db
    .prepare(
      `UPDATE asked_questions SET state = ?3, entry_id = ?4, reason = ?5, kept_until = ?6, decisions = decisions + 1
      WHERE id = ?1 AND campaign_id = ?7 AND state = 'waiting' AND decisions = ?2 AND sealed IS NOT NULL`,
    )
    .bind(id, seen, decided.to, entryId, reason, keptUntil.getTime(), campaignId);
}

/** It waits again. Nobody can decide on what is erased, so that stays as it is. */
export function undecideAskedStatement(
  db: D1Database,
  { id, decisions, keptUntil }: { id: string; decisions: number; keptUntil: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE asked_questions SET state = 'waiting', entry_id = NULL, reason = NULL, kept_until = ?3,
        decisions = decisions + 1
      WHERE id = ?1 AND state IN ('answered', 'hidden') AND decisions = ?2 AND sealed IS NOT NULL`,
    )
    .bind(id, decisions, keptUntil.getTime());
}

export type WaitingPage = { rows: AskedQuestion[]; next: string | null };

/** Those that wait longest first. `after` is the key of the last one of the page before. */
export function waitingPageQuery(
  db: D1Database,
  { campaignId, after, most }: { campaignId: number; after: string | null; most: number },
): Query<WaitingPage> {
  const [at = -1, row = -1] = (after ?? '').split('.').filter(Boolean).map(Number);
  return rowsQuery(
    db
      .prepare(
        `SELECT rowid AS key, * FROM asked_questions INDEXED BY asked_questions_waiting
        WHERE campaign_id = ?1 AND state = 'waiting' AND (confirmed_at, rowid) > (?2, ?3)
        ORDER BY confirmed_at, rowid LIMIT ?4`,
      )
      .bind(campaignId, at, row, most + 1),
    (rows: (Row & { key: number })[]) => {
      const last = rows.length > most ? rows[most - 1] : undefined;
      return {
        rows: rows.slice(0, most).map(askedOf),
        next: last ? `${last.confirmed_at}.${last.key}` : null,
      };
    },
  );
}

export function waitingCountQuery(
  db: D1Database,
  { campaignId, most }: { campaignId: number; most: number },
): Query<{ n: number; oldestAt: Date } | null> {
  return rowsQuery(
    db
      .prepare(
        `SELECT count(*) AS n, min(confirmed_at) AS oldest FROM (
          SELECT confirmed_at FROM asked_questions INDEXED BY asked_questions_waiting
          WHERE campaign_id = ?1 AND state = 'waiting' LIMIT ?2)`,
      )
      .bind(campaignId, most),
    ([row]: { n: number; oldest: number | null }[]) =>
      row && row.oldest !== null ? { n: row.n, oldestAt: new Date(row.oldest) } : null,
  );
}

/** How many questions an entry answers, without this one. */
export async function countAnswered(
  db: D1Database,
  { entryId, without }: { entryId: string; without: string },
): Promise<number> {
  const n = await db
    .prepare('SELECT count(*) AS n FROM asked_questions WHERE entry_id = ?1 AND id <> ?2')
    .bind(entryId, without)
    .first<number>('n');
  return n ?? 0;
}

/** Ids of questions whose time is over. */
export async function listToErase(db: D1Database, now: Date, most: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM asked_questions INDEXED BY asked_questions_to_erase
      WHERE sealed IS NOT NULL AND kept_until <= ?1 LIMIT ?2`,
    )
    .bind(now.getTime(), most)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** A question that nobody confirmed leaves nothing. */
export function endKeptStatements(db: D1Database, ids: readonly string[], now: Date): D1PreparedStatement[] {
  const given = [JSON.stringify(ids), now.getTime()] as const;
  return [
    db
      .prepare(
        `DELETE FROM asked_questions WHERE id IN (SELECT value FROM json_each(?1))
          AND state = 'unconfirmed' AND kept_until <= ?2`,
      )
      .bind(...given),
    db
      .prepare(
        `UPDATE asked_questions SET sealed = NULL, kept_until = NULL, state = iif(state = 'waiting', 'lapsed', state)
        WHERE id IN (SELECT value FROM json_each(?1)) AND kept_until <= ?2`,
      )
      .bind(...given),
  ];
}
