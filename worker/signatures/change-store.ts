import type { CityTime } from './city-time.ts';
import { replacedIds } from './counted-store.ts';
import type { Keys } from './keys.ts';
import type { PublicWord } from './look-rules.ts';
import type { Verdict } from './rules.ts';
import { byId, contentVersion } from './store.ts';

export const withoutPersonalData = `person_key = NULL, inbox_key = NULL, name_zip_key = NULL,
  name_street_key = NULL, name_key = NULL, domain_key = NULL, connection_key = NULL, zip = NULL, shown_name = NULL, shown_comment = NULL, name_look = NULL, comment_look = NULL,
  sealed = NULL, keep_informed = 0, partner_contact = 0`;

/** A verdict about one unconfirmed signature, on its way into the database. */
export type Settlement = {
  id: string;
  actionId: number;
  /** The version of the content that was judged. */
  expectedVersion: string;
  verdict: Verdict;
  /** Hex. */
  receipt: string;
  place: string;
  /** The signature of the same inbox that this one replaces, because its owner says that it is a correction. */
  replaces: string | null;
  cityTime: CityTime;
};

/**
 * Settles unconfirmed signatures that have not changed since they were judged. OR IGNORE: if a unique index says that
 * somebody else was first, the row stays unconfirmed, and the caller has to look again. The plus keeps SQLite from
 * reading all that wait.
 */
export function settleStatement(db: D1Database, settlements: Settlement[]): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE OR IGNORE signatures SET
        state = new.state, reason = new.reason, inbox_slot = new.slot, receipt = unhex(new.receipt),
        place = new.place, confirmed_at = new.confirmed_at, confirmed_on = new.confirmed_on,
        confirmed_week = new.confirmed_week, changed_at = new.at, changed_week = new.week, due_at = NULL
      FROM (SELECT value ->> 'id' AS id, value ->> 'state' AS state, value ->> 'reason' AS reason,
        value ->> 'slot' AS slot, value ->> 'receipt' AS receipt, value ->> 'place' AS place,
        value ->> 'confirmedAt' AS confirmed_at, value ->> 'confirmedOn' AS confirmed_on,
        value ->> 'confirmedWeek' AS confirmed_week, value ->> 'at' AS at, value ->> 'week' AS week,
        value ->> 'expectedVersion' AS expected_version
        FROM json_each(?)) new
      WHERE signatures.id = new.id AND +signatures.state = 'unconfirmed' AND ${contentVersion} = new.expected_version`,
    )
    .bind(JSON.stringify(settlements.map(settledRow)));
}

function settledRow({ id, expectedVersion, verdict, receipt, place, cityTime }: Settlement) {
  const { at, on, week } = cityTime;
  const row = { id, expectedVersion, state: verdict.state, place, at, week };
  if (verdict.state === 'duplicate') return { ...row, reason: verdict.reason };
  return {
    ...row,
    ...(verdict.state === 'flagged' && { reason: verdict.reason }),
    slot: verdict.inboxSlot,
    receipt,
    confirmedAt: at,
    confirmedOn: on,
    confirmedWeek: week,
  };
}

export type Replacement = Pick<Settlement, 'id' | 'expectedVersion' | 'cityTime'> & { replaces: string };

/**
 * Run it before the new ones are settled: the replaced signatures become duplicates of them. Nothing happens if the new
 * one would not count, so that a signature never goes without another in its place.
 */
export function replaceStatement(db: D1Database, replacements: Replacement[]): D1PreparedStatement {
  const named = replacements.map(({ cityTime: { at, week }, ...one }) => ({ ...one, at, week }));
  return db
    .prepare(
      `UPDATE signatures ${byId} SET state = 'duplicate', reason = 'same-person', counted_by = new.source,
        changed_at = new.at, changed_week = new.week
      FROM (SELECT value ->> 'replaces' AS id, fresh.source, value ->> 'at' AS at, value ->> 'week' AS week
        FROM json_each(?1) CROSS JOIN signatures fresh ${byId} ON fresh.id = value ->> 'id') new
      WHERE signatures.id = new.id AND signatures.id IN (${replacedIds('?1')})`,
    )
    .bind(JSON.stringify(named));
}

/**
 * For duplicates whose own button was pressed, stores once the source by which their person counts; nothing if none of
 * the person's signatures counts any more. If nobody pressed its button, a duplicate must tell nothing to whoever made
 * it.
 */
export function acknowledgeStatement(db: D1Database, ids: string[]): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE signatures ${byId} SET counted_by = (
        SELECT counted.source FROM signatures counted WHERE counted.action_id = signatures.action_id
          AND counted.person_key = signatures.person_key AND counted.state = 'confirmed')
      WHERE id IN (SELECT value FROM json_each(?)) AND state = 'duplicate' AND reason = 'same-person'
        AND counted_by IS NULL`,
    )
    .bind(JSON.stringify(ids));
}

/** What a row must still be for a change to apply. */
export type Expected = { state: string; contentVersion: string };

export type Correction = {
  keys: Keys;
  place: string;
  zip: string;
  /** Null keeps what is public now, even if an organizer decides at this moment. */
  name: PublicWord | null;
  comment: PublicWord | null;
  keepInformed: boolean;
  partnerContact: boolean;
  source: string;
  /** Hex. */
  sealed: string;
};

export type CorrectionWrite = {
  id: string;
  actionId: number;
  correction: Correction;
  expected: Expected;
  cityTime: CityTime;
};

/** Applies only if the row is still as `expected`, and changes nothing if a unique index objects. */
export function correctStatement(
  db: D1Database,
  { id, correction, expected, cityTime }: CorrectionWrite,
): D1PreparedStatement {
  const { keys } = correction;
  return db
    .prepare(
      `UPDATE OR IGNORE signatures SET person_key = unhex(?4), inbox_key = unhex(?5), name_zip_key = unhex(?6),
        name_street_key = unhex(?7), place = ?8, zip = ?9, keep_informed = ?11, sealed = unhex(?12),
        changed_at = ?13, changed_week = ?14, partner_contact = ?15,
        shown_name = iif(?10 IS NULL, shown_name, ?10 ->> 'text'), name_look = iif(?10 IS NULL, name_look, ?10 ->> 'look'),
        shown_comment = iif(?16 IS NULL, shown_comment, ?16 ->> 'text'),
        comment_look = iif(?16 IS NULL, comment_look, ?16 ->> 'look'), source = ?17,
        name_key = unhex(?18), domain_key = unhex(?19)
      WHERE id = ?1 AND state = ?2 AND ${contentVersion} = ?3`,
    )
    .bind(
      id,
      expected.state,
      expected.contentVersion,
      keys.personKey,
      keys.inboxKey,
      keys.nameZipKey,
      keys.nameStreetKey,
      correction.place,
      correction.zip,
      correction.name && JSON.stringify(correction.name),
      correction.keepInformed ? 1 : 0,
      correction.sealed,
      cityTime.at,
      cityTime.week,
      correction.partnerContact ? 1 : 0,
      correction.comment && JSON.stringify(correction.comment),
      correction.source,
      keys.nameKey,
      keys.domainKey,
    );
}

/**
 * Put it before a change of what belongs to a signature, such as answers, whose counts are kept by the week of the
 * change. `sealed` is the person, sealed again: so the version of the signature's content covers everything that its
 * owner is shown, and a press on an older page is refused. Applies only if the row is still as `expected`.
 */
export function belongingsChangeStatement(
  db: D1Database,
  id: string,
  { expected, sealed, cityTime }: { expected: Expected; sealed: string; cityTime: CityTime },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE signatures SET sealed = unhex(?4), changed_at = ?5, changed_week = ?6
      WHERE id = ?1 AND +state = ?2 AND ${contentVersion} = ?3`,
    )
    .bind(id, expected.state, expected.contentVersion, sealed, cityTime.at, cityTime.week);
}

export function withdrawStatement(db: D1Database, id: string, { at, week }: CityTime): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE signatures SET state = 'withdrawn', reason = NULL, shown_name = NULL, shown_comment = NULL, name_look = NULL,
        comment_look = NULL, keep_informed = 0, partner_contact = 0, due_at = NULL, changed_at = ?2, changed_week = ?3
      WHERE id = ?1 AND state IN ('confirmed', 'flagged')`,
    )
    .bind(id, at, week);
}

/** Ids of all signatures of the same person on the same petition, including this one. */
export async function listOwnSignatures(db: D1Database, id: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT other.id FROM (SELECT action_id, inbox_key, person_key FROM signatures WHERE id = ?) mine
      CROSS JOIN signatures other ON other.action_id = mine.action_id
        AND other.inbox_key = mine.inbox_key AND other.person_key = mine.person_key`,
    )
    .bind(id)
    .all<{ id: string }>();
  return results.length > 0 ? results.map((row) => row.id) : [id];
}

/**
 * Deletes the personal data. A signature that counted becomes withdrawn. Every other state stays, and an unconfirmed
 * one expires when it would have expired anyway. Otherwise the public counts would tell somebody who signed in this
 * person's name that the person has been here.
 */
export function eraseStatement(db: D1Database, ids: string[], { at, week }: CityTime): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE signatures ${byId} SET
        reason = CASE WHEN state IN ('confirmed', 'flagged') THEN NULL ELSE reason END,
        state = CASE WHEN state IN ('confirmed', 'flagged') THEN 'withdrawn' ELSE state END,
        due_at = CASE WHEN state = 'unconfirmed' THEN due_at END,
        ${withoutPersonalData}, changed_at = ?2, changed_week = ?3, erased_at = ?2
      WHERE id IN (SELECT value FROM json_each(?1)) AND erased_at IS NULL`,
    )
    .bind(JSON.stringify(ids), at, week);
}

/** Ends a signature that waits for a mail that cannot arrive; `erasedAt` is when its personal data is deleted. */
export function bounceStatement(
  db: D1Database,
  { id, erasedAt }: { id: string; erasedAt: Date },
  { at, week }: CityTime,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE signatures SET state = 'invalidated', reason = 'bounced', due_at = ?2, changed_at = ?3,
        changed_week = ?4
      WHERE id = ?1 AND +state = 'unconfirmed'`,
    )
    .bind(id, erasedAt.getTime(), at, week);
}

/**
 * Ends the links that were mailed for this signature and for all others of its inbox: a link to confirm one of them
 * leads to the others too. Nothing happens where they have been replaced since the caller read it.
 */
export function replaceLinksStatement(
  db: D1Database,
  { id, linkGeneration }: { id: string; linkGeneration: number },
): D1PreparedStatement {
  const named = (column: string) =>
    `(SELECT ${column} FROM signatures ${byId} WHERE id = ?1 AND link_generation = ?2)`;
  return db
    .prepare(
      `UPDATE signatures SET link_generation = link_generation + 1
      WHERE action_id = ${named('action_id')} AND inbox_key = ${named('inbox_key')}`,
    )
    .bind(id, linkGeneration);
}

/** The rows of these signatures after a commit. */
export function readBackStatement(db: D1Database, refs: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT id AS ref, state, reason, link_generation AS linkGeneration, ${contentVersion} AS contentVersion
      FROM signatures ${byId} WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .bind(refs);
}
