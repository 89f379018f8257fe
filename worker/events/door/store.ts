import { type Query, rowsQuery } from '../../platform/query.ts';
import type { DoorCode, DoorStep, WalkIns } from './rules.ts';

/** A time of an event. */
export type DoorOf = { actionId: number; slot: string };

type CodeRow = { code: string; isIn: number; decidedAt: number };

const codeOfRow = ({ code, isIn, decidedAt }: CodeRow): DoorCode => ({ code, isIn: isIn === 1, decidedAt });

/** Who has a place at this time, by code. */
export function codesQuery(db: D1Database, { actionId, slot }: DoorOf, most: number): Query<DoorCode[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT code, door_codes.slot IS NOT NULL AS isIn, decided_at AS decidedAt
        FROM sign_ups INDEXED BY sign_ups_in_line CROSS JOIN door_codes USING (signature_id)
        WHERE sign_ups.action_id = ? AND sign_ups.slot = ? AND seat = 'has' LIMIT ?`,
      )
      .bind(actionId, slot, most),
    (rows: CodeRow[]) => rows.map(codeOfRow).toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  );
}

/** Of these codes, those of people who have a place at this time. */
export function namedCodesQuery(
  db: D1Database,
  { actionId, slot }: DoorOf,
  codes: string[],
): Query<DoorCode[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT code, door_codes.slot IS NOT NULL AS isIn, decided_at AS decidedAt
        FROM json_each(?3) CROSS JOIN door_codes ON door_codes.action_id = ?1 AND code = value
          CROSS JOIN sign_ups USING (signature_id)
        WHERE sign_ups.slot = ?2 AND seat = 'has'`,
      )
      .bind(actionId, slot, JSON.stringify(codes)),
    (rows: CodeRow[]) => rows.map(codeOfRow),
  );
}

export function walkInsQuery(db: D1Database, { actionId, slot }: DoorOf): Query<WalkIns[]> {
  return rowsQuery(
    db
      .prepare(
        'SELECT device, n, decided_at AS decidedAt FROM door_walk_ins WHERE action_id = ? AND slot = ? LIMIT 500',
      )
      .bind(actionId, slot),
    (rows: WalkIns[]) => rows,
  );
}

/** Does nothing to a code that was decided about meanwhile. */
export function decideStatement(
  db: D1Database,
  { actionId, slot }: DoorOf,
  steps: Extract<DoorStep, { code: string }>[],
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE door_codes SET slot = iif(value ->> 'what' = 'in', ?2, NULL), decided_at = value ->> 'at'
      FROM json_each(?3) WHERE action_id = ?1 AND code = value ->> 'code' AND decided_at < value ->> 'at'`,
    )
    .bind(actionId, slot, JSON.stringify(steps));
}

export function countWalkInsStatement(
  db: D1Database,
  { actionId, slot }: DoorOf,
  steps: Extract<DoorStep, { device: string }>[],
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO door_walk_ins (action_id, slot, device, n, decided_at)
      SELECT ?1, ?2, value ->> 'device', value ->> 'n', value ->> 'at' FROM json_each(?3) WHERE true
      ON CONFLICT (action_id, slot, device) DO UPDATE SET n = excluded.n, decided_at = excluded.decided_at
      WHERE excluded.decided_at > door_walk_ins.decided_at`,
    )
    .bind(actionId, slot, JSON.stringify(steps));
}

/** By the slug of the time: who was checked in, and who came without a sign-up. */
export type Came = Record<string, { checkedIn: number; walkIns: number }>;

export function cameQuery(db: D1Database, actionId: number): Query<Came> {
  return rowsQuery(
    db
      .prepare(
        `SELECT slug, coalesce((SELECT checked_in FROM door_counts WHERE action_id = ?1 AND slot = slug), 0) AS checkedIn,
          coalesce((SELECT sum(n) FROM door_walk_ins WHERE action_id = ?1 AND slot = slug), 0) AS walkIns
        FROM event_slots WHERE action_id = ?1`,
      )
      .bind(actionId),
    (rows: { slug: string; checkedIn: number; walkIns: number }[]) =>
      Object.fromEntries(rows.map(({ slug, ...came }) => [slug, came])),
  );
}

/** Null for a signature that is no sign-up, and for one that was erased. */
export async function findDoorCode(
  db: D1Database,
  signatureId: string,
): Promise<{ code: string; isIn: boolean } | null> {
  const row = await db
    .prepare('SELECT code, slot IS NOT NULL AS isIn FROM door_codes WHERE signature_id = ?')
    .bind(signatureId)
    .first<{ code: string; isIn: number }>();
  return row && { code: row.code, isIn: row.isIn === 1 };
}

/** By the id of the signature. */
export async function listDoorCodes(db: D1Database, ids: string[]): Promise<Map<string, string>> {
  const { results } = await db
    .prepare(
      'SELECT signature_id AS id, code FROM door_codes WHERE signature_id IN (SELECT value FROM json_each(?))',
    )
    .bind(JSON.stringify(ids))
    .all<{ id: string; code: string }>();
  return new Map(results.map(({ id, code }) => [id, code]));
}

/** Who came is no longer known of them. It stays in the count. */
export function eraseDoorCodesStatement(db: D1Database, ids: string[]): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM door_codes WHERE signature_id IN (SELECT value FROM json_each(?))
        AND EXISTS (SELECT 1 FROM signatures WHERE id = signature_id AND erased_at IS NOT NULL)`,
    )
    .bind(JSON.stringify(ids));
}

/** The titles of events, as JSON. */
export function eventTitlesQuery(
  db: D1Database,
  { campaignId, slugs }: { campaignId: number; slugs: readonly string[] },
): Query<{ slug: string; titles: string }[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT slug, listed_title AS titles FROM json_each(?2) CROSS JOIN actions ON slug = value
        WHERE kind = 'event' AND campaign_id = ?1`,
      )
      .bind(campaignId, JSON.stringify(slugs)),
    (rows: { slug: string; titles: string }[]) => rows,
  );
}
