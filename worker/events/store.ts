import { fromBlob } from '../platform/crypto/bytes.ts';
import { knownValue, type Query, rowsQuery, runQuery, type Subquery } from '../platform/query.ts';
import { contentVersion } from '../signatures/store.ts';
import type { Held, Met, Missing } from './conditions/rules.ts';
import type { Guests } from './guests/rules.ts';
import type { Event, Seat, Seats } from './rules.ts';

export type EventRow = { content: string; sequence: number; changed_at: number; cancelled_at: number | null };

export async function findEvent(db: D1Database, actionId: number): Promise<Event | null> {
  const row = await db
    .prepare('SELECT content, sequence, changed_at, cancelled_at FROM events WHERE action_id = ?')
    .bind(actionId)
    .first<EventRow>();
  return row && eventOf(row);
}

export function eventOf({ content, sequence, changed_at, cancelled_at }: EventRow): Event {
  // Texts of JSON where the type has instants. Most events have no program, no guests, no public comment and no roles.
  const stored = JSON.parse(content) as Omit<Event, Optional> & Partial<Pick<Event, Optional>>;
  const { sessions = [], guests = noGuests, comment = null, roles = [] } = stored;
  return {
    ...stored,
    slots: stored.slots.map(({ role = null, ...slot }) => withInstants({ ...slot, role })),
    sessions: sessions.map(withInstants),
    guests,
    roles,
    comment: comment && {
      ...comment,
      registerBy: comment.registerBy === null ? null : new Date(comment.registerBy),
    },
    sequence,
    changedAt: new Date(changed_at),
    cancelledAt: cancelled_at === null ? null : new Date(cancelled_at),
  };
}

const noGuests: Guests = {
  forWhom: null,
  isByInvitation: false,
  takeHome: null,
  materials: [],
  quoting: null,
};

type Optional = 'sessions' | 'guests' | 'comment' | 'roles';

function withInstants<Span extends { startsAt: Date; endsAt: Date }>(span: Span): Span {
  return { ...span, startsAt: new Date(span.startsAt), endsAt: new Date(span.endsAt) };
}

export function seatsQuery(db: D1Database, { sql, value }: Subquery): Query<Seats> {
  return rowsQuery(
    db.prepare(`SELECT slug, taken, waiting FROM event_slots WHERE action_id = (${sql})`).bind(value),
    (rows: { slug: string; taken: number; waiting: number }[]) =>
      Object.fromEntries(rows.map(({ slug, taken, waiting }) => [slug, { taken, waiting }])),
  );
}

export function readSeats(db: D1Database, actionId: number): Promise<Seats> {
  return runQuery(db, seatsQuery(db, knownValue(actionId)));
}

/** A sign-up on its way into the database, as plain JSON: blobs are hex. */
export type NewSignUp = {
  id: string;
  action: number;
  slot: string;
  /** Null where nothing was said. */
  sealed: string | null;
  isNeutral: 0 | 1;
  met: Met;
  at: number;
};

/** The signatures must exist. Sign-ups that are stored already stay as they are. */
export function insertSignUpsStatement(db: D1Database, signUps: NewSignUp[]): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO sign_ups (signature_id, action_id, slot, sealed, is_neutral, changed_at, norms_version, norms_at,
        lessons, lessons_at)
      SELECT value ->> 'id', value ->> 'action', value ->> 'slot', unhex(value ->> 'sealed'), value ->> 'isNeutral',
        value ->> 'at', value ->> '$.met.norms', iif(value ->> '$.met.norms' IS NULL, NULL, value ->> 'at'),
        value -> '$.met.lessons', iif(json_array_length(value, '$.met.lessons') = 0, NULL, value ->> 'at')
      FROM json_each(?) WHERE true ON CONFLICT (signature_id) DO NOTHING`,
    )
    .bind(JSON.stringify(signUps));
}

/** `ahead` is how many wait before it, up to `mostCounted`. */
export type SignUp = {
  id: string;
  actionId: number;
  slot: string;
  seat: Seat;
  number: number | null;
  ahead: number;
  sealed: Uint8Array | null;
  isNeutral: boolean;
  changedAt: Date;
  held: Held;
};

type SignUpRow = HeldRow & {
  signature_id: string;
  action_id: number;
  slot: string;
  seat: Seat;
  number: number | null;
  ahead: number;
  sealed: number[] | null;
  is_neutral: number;
  changed_at: number;
};

export type HeldRow = {
  norms_version: number | null;
  norms_at: number | null;
  lessons: string;
  lessons_at: number | null;
};

export function heldOf({ norms_version, norms_at, lessons, lessons_at }: HeldRow): Held {
  return {
    norms: norms_version,
    normsAt: norms_at === null ? null : new Date(norms_at),
    lessons: JSON.parse(lessons),
    lessonsAt: lessons_at === null ? null : new Date(lessons_at),
  };
}

/** A page that says how many wait before somebody counts no further. */
export const mostCounted = 100;

export async function findSignUp(db: D1Database, id: string): Promise<SignUp | null> {
  const row = await db
    .prepare(
      `SELECT *, iif(mine.seat <> 'waits', 0, (SELECT count(*) FROM (
          SELECT 1 FROM sign_ups other WHERE other.action_id = mine.action_id AND other.slot = mine.slot
            AND other.seat = 'waits' AND other.number < mine.number LIMIT ${mostCounted}))) AS ahead
      FROM sign_ups mine WHERE signature_id = ?`,
    )
    .bind(id)
    .first<SignUpRow>();
  return (
    row && {
      id: row.signature_id,
      actionId: row.action_id,
      slot: row.slot,
      seat: row.seat,
      number: row.number,
      ahead: row.ahead,
      sealed: row.sealed && fromBlob(row.sealed),
      isNeutral: row.is_neutral === 1,
      changedAt: new Date(row.changed_at),
      held: heldOf(row),
    }
  );
}

export type Change = {
  /** Null: only what is met is kept, and all else stays. */
  slot: string | null;
  /** Hex; null where nothing is said. */
  sealed: string | null;
  isNeutral: 0 | 1;
  met: Met;
  /** Into the line of a time that is full. Otherwise such a change does nothing. */
  mayWait: 0 | 1;
};

type Changing = { change: Change; signatureVersion: string; at: number };

/**
 * Comes before the change of the time, which asks for a place. What is shown again keeps its first day, and a late
 * request with an older text of the norms takes nothing back.
 */
export function meetStatement(
  db: D1Database,
  id: string,
  { change: { met }, signatureVersion, at }: Changing,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE sign_ups SET
        norms_at = iif(?3 > coalesce(norms_version, 0), ?5, norms_at),
        norms_version = nullif(max(coalesce(?3, 0), coalesce(norms_version, 0)), 0),
        lessons_at = iif(EXISTS (SELECT 1 FROM json_each(?4) AS shown
            WHERE shown.value NOT IN (SELECT value FROM json_each(lessons))), ?5, lessons_at),
        lessons = (SELECT json_group_array(value) FROM (
          SELECT value FROM json_each(lessons) UNION SELECT value FROM json_each(?4)) AS joined)
      WHERE signature_id = ?1 AND EXISTS (SELECT 1 FROM signatures WHERE id = ?1 AND ${contentVersion} = ?2)`,
    )
    .bind(id, signatureVersion, met.norms, JSON.stringify(met.lessons), at);
}

/**
 * Applies only to the signature's version that the same transaction has made. Triggers free the place that is left, and
 * give one at the new time or put it at the end of its line. Somebody who counts stays where they are if they do not meet
 * the conditions of the new time.
 */
export function changeSignUpStatement(
  db: D1Database,
  id: string,
  { change, signatureVersion, at }: Changing,
): D1PreparedStatement {
  const { slot, sealed, isNeutral, mayWait } = change;
  return db
    .prepare(
      `UPDATE sign_ups SET slot = coalesce(?3, slot), sealed = iif(?3 IS NULL, sealed, unhex(?4)),
        is_neutral = iif(?3 IS NULL, is_neutral, ?5), changed_at = ?7,
        seat = iif(slot = coalesce(?3, slot), seat, 'none'), number = iif(slot = coalesce(?3, slot), number, NULL)
      WHERE signature_id = ?1
        AND EXISTS (SELECT 1 FROM signatures WHERE id = ?1 AND ${contentVersion} = ?2)
        AND (?3 IS NULL OR slot = ?3 OR NOT EXISTS (SELECT 1 FROM signatures WHERE id = ?1 AND state = 'confirmed')
          OR EXISTS (SELECT 1 FROM shift_conditions WHERE signature_id = ?1 AND slot = ?3 AND norms_met AND lessons_met))
        AND (?3 IS NULL OR slot = ?3 OR ?6 OR NOT EXISTS (SELECT 1 FROM signatures WHERE id = ?1 AND state = 'confirmed')
          OR EXISTS (SELECT 1 FROM event_slots WHERE event_slots.action_id = sign_ups.action_id AND slug = ?3
            AND (capacity IS NULL OR (taken < capacity AND waiting = 0))))`,
    )
    .bind(id, signatureVersion, slot, sealed, isNeutral, mayWait, at);
}

/** Deletes what erased people said about their safety and what they had shown. Who has which place stays in the counts. */
export function eraseSignUpsStatement(db: D1Database, ids: string[]): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE sign_ups SET sealed = NULL, is_neutral = 0, norms_version = NULL, norms_at = NULL, lessons = '[]',
        lessons_at = NULL
      WHERE signature_id IN (SELECT value FROM json_each(?))
        AND EXISTS (SELECT 1 FROM signatures WHERE id = signature_id AND erased_at IS NOT NULL)`,
    )
    .bind(JSON.stringify(ids));
}

export type SeatOf = { slot: string; seat: Seat };

/** How sign-ups stand, by the id of the signature. */
export async function listSeats(db: D1Database, ids: string[]): Promise<Map<string, SeatOf>> {
  const { results } = await db
    .prepare(
      'SELECT signature_id AS id, slot, seat FROM sign_ups WHERE signature_id IN (SELECT value FROM json_each(?))',
    )
    .bind(JSON.stringify(ids))
    .all<SeatOf & { id: string }>();
  return new Map(results.map(({ id, ...seat }) => [id, seat]));
}

/** What a sign-up does not meet of the conditions of a time, as the database decides. */
export async function findMissing(
  db: D1Database,
  { id, slot }: { id: string; slot: string },
): Promise<Missing> {
  const row = await db
    .prepare('SELECT norms_met, lessons_met FROM shift_conditions WHERE signature_id = ? AND slot = ?')
    .bind(id, slot)
    .first<{ norms_met: number; lessons_met: number }>();
  return { norms: row?.norms_met === 0, lessons: row?.lessons_met === 0 };
}
