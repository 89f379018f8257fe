import type { SignatureState } from '../actions/account-rules.ts';
import type { CountedHooks } from '../actions/counted-hooks.ts';
import type { CityTime } from './city-time.ts';
import { countedIds } from './counted-store.ts';
import type { DecisionKind, Effect } from './decision-rules.ts';
import { byId } from './store.ts';

/** A signature in the state that the organizer saw. In another state it is not changed. */
export type Seen = { id: string; state: SignatureState };

export type NewDecision = {
  /** All signatures are of this action. */
  actionId: number;
  kind: DecisionKind;
  /** The public code of a strike; empty for others. */
  code: string;
  /** Shared by all decisions of one act, also of a bulk change in several steps. */
  batch: string;
  seen: readonly Seen[];
  cityTime: CityTime;
};

/** The rules for this kind of decision. */
type ByRules = { effect: Effect; erasedAfter: number };

/**
 * Statements for one batch that decide about any number of signatures of one action. The first statement changes as
 * many rows as are decided. A signature that is not in the state that was seen, or in a state that cannot be decided,
 * does not change. An unconfirmed one that is struck off loses its personal data when it would have anyway.
 */
export function decisionStatements(
  db: D1Database,
  { actionId, kind, code, batch, seen, cityTime, effect, erasedAfter }: NewDecision & ByRules,
  { stops }: CountedHooks,
): D1PreparedStatement[] {
  const { from, to, reason } = effect;
  const { at, week } = cityTime;
  const decided = seen.filter(({ state }) => from.includes(state));
  const counted = decided.filter(({ state }) => state === 'confirmed').map(({ id }) => id);
  const changed = { ids: countedIds, value: JSON.stringify(counted) };
  return [
    db
      .prepare(
        `INSERT INTO signature_decisions (
          signature_id, action_id, kind, code, batch, state_before, reason_before, due_before, made_at, made_week)
        SELECT signatures.id, action_id, ?2, ?3, ?4, state, reason, due_at, ?5, ?6
        FROM json_each(?1) named CROSS JOIN signatures ${byId} ON signatures.id = named.value ->> 'id'
        WHERE state = named.value ->> 'state' AND action_id = ?7 AND erased_at IS NULL`,
      )
      .bind(JSON.stringify(decided), kind, code, batch, at, week, actionId),
    ...(counted.length > 0
      ? (stops?.(db, { actionId, ids: counted, changed, now: new Date(at) }) ?? [])
      : []),
    db
      .prepare(
        `UPDATE signatures ${byId} SET state = ?4, reason = ?5, changed_at = ?6, changed_week = ?7,
          due_at = CASE WHEN state = 'unconfirmed' THEN received_at + ?8 END
        WHERE id IN (${standingIds})`,
      )
      .bind(idsOf(decided), kind, batch, to, reason, at, week, erasedAfter),
  ];
}

/** With ?1 ids in JSON, ?2 the kind and ?3 the batch: those with this current decision. */
const standingIds = `SELECT signature_id FROM json_each(?1) named
  CROSS JOIN signature_decisions INDEXED BY signature_decisions_standing
    ON signature_id = named.value AND kind = ?2 AND ended_at IS NULL AND batch = ?3`;

export type TakenBack = {
  actionId: number;
  kind: DecisionKind;
  /** Only decisions of this batch; null for any current decision. */
  batch: string | null;
  ids: readonly string[];
  /** The batch of the undo. */
  by: string;
  cityTime: CityTime;
};

/**
 * Statements that give signatures of one action the state that they had before this decision. The first statement
 * changes as many rows as are undone. Not changed: signatures that something later has changed, erased ones, and those
 * whose person or inbox now counts by other signatures.
 */
export function endDecisionStatements(
  db: D1Database,
  { actionId, kind, batch, ids, by, cityTime, effect }: TakenBack & Pick<ByRules, 'effect'>,
  { starts }: CountedHooks,
): D1PreparedStatement[] {
  const { at, week } = cityTime;
  const named = JSON.stringify(ids);
  const value = JSON.stringify({ ids, by });
  const changed = { ids: countedAgain, value };
  return [
    db
      .prepare(
        `UPDATE OR IGNORE signatures ${byId} SET state = decided.state_before, reason = decided.reason_before,
          due_at = decided.due_before, inbox_slot = decided.slot, changed_at = ?5, changed_week = ?6
        FROM (
          SELECT signature_id, state_before, reason_before, due_before,
            iif(state_before = 'confirmed' AND EXISTS (
              SELECT 1 FROM signatures other WHERE other.action_id = mine.action_id AND other.inbox_key = mine.inbox_key
                AND other.inbox_slot = mine.inbox_slot AND other.state = 'confirmed'),
              3 - inbox_slot, inbox_slot) AS slot
          FROM json_each(?1) named
            CROSS JOIN signature_decisions INDEXED BY signature_decisions_standing
              ON signature_id = named.value AND kind = ?2 AND ended_at IS NULL AND (?3 IS NULL OR batch = ?3)
            CROSS JOIN signatures mine ${byId} ON mine.id = signature_id) decided
        WHERE signatures.id = decided.signature_id AND +signatures.state = ?4 AND erased_at IS NULL
          AND signatures.action_id = ?7`,
      )
      .bind(named, kind, batch, effect.to, at, week, actionId),
    db
      .prepare(
        `UPDATE signature_decisions SET ended_at = ?4, ended_week = ?5, ended_by = ?6
        WHERE id IN (
          SELECT signature_decisions.id FROM json_each(?1) named
            CROSS JOIN signature_decisions INDEXED BY signature_decisions_standing
              ON signature_id = named.value AND kind = ?2 AND ended_at IS NULL AND (?3 IS NULL OR batch = ?3)
            CROSS JOIN signatures ${byId} ON signatures.id = signature_id
          WHERE +signatures.state = state_before AND signatures.changed_at = ?4 AND erased_at IS NULL)`,
      )
      .bind(named, kind, batch, at, week, by),
    ...(starts?.(db, { actionId, ids: [...ids], changed, now: new Date(at) }) ?? []),
  ];
}

/** Run it after the undo, with {ids, by}: selects the signatures that count again. */
function countedAgain(parameter: string): string {
  return `SELECT signature_id FROM json_each(${parameter}, '$.ids') named
    CROSS JOIN signature_decisions INDEXED BY signature_decisions_about ON signature_id = named.value
    WHERE ended_by = ${parameter} ->> 'by' AND state_before = 'confirmed'`;
}

/** Sets a confirmation aside until an organizer has looked, if there is a current decision about the person. */
export function asideStatement(
  db: D1Database,
  settled: readonly { id: string; receipt: string; cityTime: CityTime }[],
): D1PreparedStatement {
  const rows = settled.map(({ id, receipt, cityTime: { at, week } }) => ({ id, receipt, at, week }));
  return db
    .prepare(
      `INSERT INTO signature_decisions (
        signature_id, action_id, kind, code, batch, state_before, made_at, made_week)
      SELECT signatures.id, action_id, 'set-aside', 'decided-before', 'press', 'confirmed', value ->> 'at', value ->> 'week'
      FROM json_each(?1) CROSS JOIN signatures ${byId} ON signatures.id = value ->> 'id'
      WHERE state = 'flagged' AND receipt = unhex(value ->> 'receipt')
      ON CONFLICT DO NOTHING`,
    )
    .bind(JSON.stringify(rows));
}

function idsOf(seen: readonly Seen[]): string {
  return JSON.stringify(seen.map(({ id }) => id));
}

export type StandingDecision = {
  id: string;
  actionId: number;
  kind: DecisionKind;
  code: string;
  /** The state it returns to. */
  stateBefore: SignatureState;
  /** False if its person or its inbox counts by other signatures, or it is erased. */
  canBeTakenBack: boolean;
};

const room = `
  erased_at IS NULL AND (state_before <> 'confirmed' OR (
    NOT EXISTS (SELECT 1 FROM signatures other WHERE other.action_id = signatures.action_id
      AND other.inbox_key = signatures.inbox_key AND other.state = 'confirmed'
      AND (other.person_key = signatures.person_key OR other.zip <> signatures.zip))
    AND 2 > (SELECT count(*) FROM signatures other WHERE other.action_id = signatures.action_id
      AND other.inbox_key = signatures.inbox_key AND other.state = 'confirmed')))`;

/** The decisions of a batch that are current and still decide their signature's state. */
export async function listStanding(
  db: D1Database,
  { batch, to, most }: { batch: string; to: string; most: number },
): Promise<StandingDecision[]> {
  const { results } = await db
    .prepare(
      `SELECT signature_id, signatures.action_id, kind, code, state_before, ${room} AS has_room
      FROM signature_decisions INDEXED BY signature_decisions_of_batch
        CROSS JOIN signatures ${byId} ON signatures.id = signature_id
      WHERE batch = ?1 AND ended_at IS NULL AND +signatures.state = ?2
      ORDER BY signature_decisions.id LIMIT ?3`,
    )
    .bind(batch, to, most)
    .all<StandingRow>();
  return results.map(standingOf);
}

type StandingRow = {
  signature_id: string;
  action_id: number;
  kind: DecisionKind;
  code: string;
  state_before: SignatureState;
  has_room: number;
};

/** The decision behind a signature's state; null if there is none. */
export async function findStanding(
  db: D1Database,
  { id, kind }: { id: string; kind: DecisionKind },
): Promise<StandingDecision | null> {
  const row = await db
    .prepare(
      `SELECT signature_id, signatures.action_id, kind, code, state_before, ${room} AS has_room
      FROM signature_decisions INDEXED BY signature_decisions_standing
        CROSS JOIN signatures ${byId} ON signatures.id = signature_id
      WHERE signature_id = ?1 AND kind = ?2 AND ended_at IS NULL`,
    )
    .bind(id, kind)
    .first<StandingRow>();
  return row && standingOf(row);
}

function standingOf(row: StandingRow): StandingDecision {
  return {
    id: row.signature_id,
    actionId: row.action_id,
    kind: row.kind,
    code: row.code,
    stateBefore: row.state_before,
    canBeTakenBack: row.has_room === 1,
  };
}

/** The decision about a signature that an undo batch ended. */
export async function findEnded(
  db: D1Database,
  { id, by }: { id: string; by: string },
): Promise<{ batch: string; code: string } | null> {
  return await db
    .prepare(
      `SELECT batch, code FROM signature_decisions INDEXED BY signature_decisions_about
      WHERE signature_id = ? AND ended_by = ?`,
    )
    .bind(id, by)
    .first<{ batch: string; code: string }>();
}

/** The decisions about one signature, oldest first. */
export async function listDecisions(
  db: D1Database,
  signatureId: string,
): Promise<{ kind: DecisionKind; madeAt: Date; endedAt: Date | null }[]> {
  const { results } = await db
    .prepare(
      `SELECT kind, made_at, ended_at FROM signature_decisions INDEXED BY signature_decisions_about
      WHERE signature_id = ? ORDER BY id LIMIT 100`,
    )
    .bind(signatureId)
    .all<{ kind: DecisionKind; made_at: number; ended_at: number | null }>();
  return results.map(({ kind, made_at, ended_at }) => ({
    ...{ kind, madeAt: new Date(made_at) },
    endedAt: ended_at === null ? null : new Date(ended_at),
  }));
}
