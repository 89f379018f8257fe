import type { Language } from '../../web/language.ts';
import type { Given } from './form-rules.ts';
import type { GivenBy } from './rules.ts';

const day = 24 * 60 * 60 * 1000;
/** No more are taken from one committee about one petition within a day. */
const versionsADay = 60;

export type Recording = {
  actionId: number;
  committeeId: number;
  language: Language;
  answeredOn: string;
  givenBy: GivenBy;
  place: string | null;
  now: Date;
};

const ofAsk = 'answers.action_id = ?1 AND answers.committee_id = ?2 AND answers.ask = given.value';

/**
 * All of them or none: none if one has another version by now than its author saw, or if there were too many versions
 * within 24 hours. A text that stays as it was keeps its language.
 */
export function insertAnswersStatement(
  db: D1Database,
  given: readonly Given[],
  { actionId, committeeId, language, answeredOn, givenBy, place, now }: Recording,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO answers (action_id, committee_id, ask, version, answer, text, language, document, answered_on, due_on,
        given_by, place, recorded_at)
      SELECT ?1, ?2, given.value ->> 'ask',
        1 + coalesce((SELECT max(version) FROM answers WHERE ${ofAsk} ->> 'ask'), 0),
        given.value ->> 'answer', given.value ->> 'text',
        coalesce((SELECT language FROM answers WHERE ${ofAsk} ->> 'ask' AND text = given.value ->> 'text' LIMIT 1), ?4),
        given.value ->> 'document', ?5, given.value ->> 'dueOn',
        ?6, ?7, ?8
      FROM json_each(?3) AS given
      WHERE NOT EXISTS (
          SELECT 1 FROM json_each(?3) AS given
          WHERE given.value ->> 'seen' <> coalesce((
            SELECT max(version) FROM answers WHERE ${ofAsk} ->> 'ask' AND undone_at IS NULL), 0))
        AND (SELECT count(*) FROM answers
          WHERE action_id = ?1 AND committee_id = ?2 AND recorded_at > ?8 - ${day}) < ${versionsADay}`,
    )
    .bind(actionId, committeeId, JSON.stringify(given), language, answeredOn, givenBy, place, now.getTime());
}

/** A select for the outbox: tells the committee what was answered in its name. Binds the action. */
export const answeredByLink = `
  SELECT action_id || '.' || committee_id AS ref, 'answer-receipt:' || id AS kind FROM answers
  WHERE id = (SELECT max(id) FROM answers WHERE action_id = ?1 AND given_by = 'link')`;

/** A kind of mail by the instant at which an organizer entered what took the place of the committee's own answer. */
export const replacedKind = 'answer-replaced';

/** While it is the version that holds, and nobody has marked its commitment. */
const canBeUndone = `undone_at IS NULL AND outcome IS NULL
  AND NOT EXISTS (SELECT 1 FROM answers AS later
    WHERE later.action_id = answers.action_id AND later.committee_id = answers.committee_id
      AND later.ask = answers.ask AND later.version > answers.version AND later.undone_at IS NULL)`;

/** Takes back what an organizer recorded. */
export function undoAnswersStatement(db: D1Database, ids: readonly number[], now: Date): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE answers SET undone_at = ?2 WHERE id IN (SELECT value FROM json_each(?1)) AND ${canBeUndone}`,
    )
    .bind(JSON.stringify(ids), now.getTime());
}

/** Sets or takes away how a commitment ended; `was` is what the organizer saw. */
export function setOutcomeStatement(
  db: D1Database,
  { id, was }: { id: number; was: string | null },
  to: { outcome: string; on: string; source: string } | null,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE answers SET outcome = ?3, outcome_on = ?4, outcome_source = ?5
      WHERE id = ?1 AND outcome IS ?2 AND due_on IS NOT NULL AND undone_at IS NULL
        AND answer NOT IN ('no', 'not-addressed')`,
    )
    .bind(id, was, to?.outcome ?? null, to?.on ?? null, to?.source ?? null);
}

/** Of the answers that were recorded at this instant, those that can be taken back: what was corrected since stays. */
export async function listUndoable(
  db: D1Database,
  { actionId, committeeId, at }: { actionId: number; committeeId: number; at: Date },
): Promise<number[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM answers
      WHERE action_id = ? AND committee_id = ? AND recorded_at = ? AND given_by <> 'link' AND ${canBeUndone}`,
    )
    .bind(actionId, committeeId, at.getTime())
    .all<{ id: number }>();
  return results.map(({ id }) => id);
}
