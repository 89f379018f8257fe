import type { Language, Text } from '../../web/language.ts';
import { knownValue, type Query, rowsQuery, runQuery, type Subquery } from '../platform/query.ts';
import type { AnswerCode, Ask, AskedCommittee, GivenBy, OfficialAnswer, Outcome } from './rules.ts';

export type AnswerRow = {
  id: number;
  version: number;
  answer: AnswerCode;
  answer_text: string;
  language: Language;
  document: string | null;
  answered_on: string;
  due_on: string | null;
  given_by: GivenBy;
  place: string | null;
  replaces_own: number;
  outcome: Outcome | null;
  outcome_on: string | null;
  outcome_source: string | null;
};

type AskRow = {
  ask: string;
  ask_text: string;
  committee_id: number | null;
  committee_slug: string;
  committee_name: string;
  council_name: string;
  signatures: number;
  within_days: number;
  asked_at: number | null;
  first_on: string | null;
} & (AnswerRow | { [Key in keyof AnswerRow]: null });

/** The version that holds: the newest that was not undone. */
const holds = `answers.version = (
  SELECT max(version) FROM answers AS other
  WHERE other.action_id = answer_requests.action_id AND other.committee_id = answer_requests.committee_id
    AND other.ask = answer_requests.ask AND other.undone_at IS NULL)`;

export const answerColumns = `answers.id, answers.version, answers.answer, answers.text AS answer_text, answers.language,
  answers.document, answers.answered_on, answers.due_on, answers.given_by, answers.place, answers.outcome,
  answers.outcome_on, answers.outcome_source, (answers.given_by <> 'link' AND EXISTS (
    SELECT 1 FROM answers AS own
    WHERE own.action_id = answers.action_id AND own.committee_id = answers.committee_id AND own.ask = answers.ask
      AND own.version < answers.version AND own.given_by = 'link')) AS replaces_own`;

const selectAsks = `
  SELECT asks.action_id AS of_action, asks.position, asks.slug AS ask, asks.text AS ask_text, answer_requests.committee_id, committees.slug AS committee_slug,
    committees.name AS committee_name, councils.name AS council_name, answer_requests.signatures,
    answer_requests.within_days, answer_requests.asked_at,
    (SELECT min(answered_on) FROM answers AS first
      WHERE first.action_id = answer_requests.action_id AND first.committee_id = answer_requests.committee_id
        AND first.ask = answer_requests.ask AND first.undone_at IS NULL) AS first_on,
    ${answerColumns}
  FROM asks
    LEFT JOIN answer_requests ON answer_requests.action_id = asks.action_id AND answer_requests.ask = asks.slug
    LEFT JOIN committees ON committees.id = answer_requests.committee_id
    LEFT JOIN councils ON councils.id = committees.council_id
    LEFT JOIN answers ON answers.action_id = answer_requests.action_id
      AND answers.committee_id = answer_requests.committee_id AND answers.ask = answer_requests.ask AND ${holds}`;

/** What a petition asks, of whom, and the answers that hold. One statement, for the batch of the petition's page. */
export function asksQuery(db: D1Database, { sql, value }: Subquery): Query<Ask[]> {
  const statement = db
    .prepare(
      `${selectAsks} WHERE asks.action_id = (${sql})
      ORDER BY asks.position, asks.slug, answer_requests.signatures, answer_requests.committee_id`,
    )
    .bind(value);
  return rowsQuery(statement, asksOf);
}

export function findAsks(db: D1Database, actionId: number): Promise<Ask[]> {
  return runQuery(db, asksQuery(db, knownValue(actionId)));
}

export function asksOf(rows: AskRow[]): Ask[] {
  const asks = new Map<string, Ask>();
  for (const row of rows) {
    const ask: Ask = asks.get(row.ask) ?? { slug: row.ask, text: JSON.parse(row.ask_text), asked: [] };
    asks.set(row.ask, ask);
    if (row.committee_id !== null) ask.asked.push(askedOf(row, row.committee_id));
  }
  return [...asks.values()];
}

function askedOf(row: AskRow, committeeId: number): AskedCommittee {
  return {
    committee: {
      id: committeeId,
      slug: row.committee_slug,
      name: JSON.parse(row.committee_name),
      council: JSON.parse(row.council_name),
    },
    signatures: row.signatures,
    withinDays: row.within_days,
    askedAt: row.asked_at === null ? null : new Date(row.asked_at),
    firstAnsweredOn: row.first_on,
    answer: row.id === null ? null : answerOf(row),
  };
}

export function answerOf(row: AnswerRow): OfficialAnswer {
  const { outcome, outcome_on: on, outcome_source: source } = row;
  return {
    id: row.id,
    version: row.version,
    answer: row.answer,
    text: row.answer_text,
    language: row.language,
    document: row.document,
    answeredOn: row.answered_on,
    dueOn: row.due_on,
    givenBy: row.given_by,
    place: row.place,
    replacesOwn: row.replaces_own === 1,
    outcome: outcome && on ? { outcome, on, source: source ?? '' } : null,
  };
}

/** One version of one answer, with whose it is. */
export type Version = OfficialAnswer & { committeeId: number; ask: string };

const versionsShown = 100;

/** The newest versions of all answers to a petition that were not undone. */
export function versionsQuery(db: D1Database, actionId: number): Query<Version[]> {
  const statement = db
    .prepare(
      `SELECT committee_id, ask, ${answerColumns} FROM answers
      WHERE action_id = ? AND undone_at IS NULL ORDER BY id DESC LIMIT ?`,
    )
    .bind(actionId, versionsShown);
  return rowsQuery(statement, (rows: (AnswerRow & { committee_id: number; ask: string })[]) =>
    rows.map((row) => ({ ...answerOf(row), committeeId: row.committee_id, ask: row.ask })),
  );
}

/** The petitions of a campaign that list what they ask, by their slugs. */
export async function listPetitionsAsking(db: D1Database, campaignId: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT slug FROM actions WHERE campaign_id = ?
        AND EXISTS (SELECT 1 FROM asks WHERE asks.action_id = actions.id) ORDER BY id LIMIT 50`,
    )
    .bind(campaignId)
    .all<{ slug: string }>();
  return results.map(({ slug }) => slug);
}

/** A petition that asks something of a committee, with what it asks of it. */
export type PetitionAsking = {
  actionId: number;
  slug: string;
  title: Text;
  state: string;
  campaign: { slug: string; contactEmail: string };
  asks: Ask[];
};

type PetitionRow = AskRow & {
  action_id: number;
  slug: string;
  title: string;
  state: string;
  campaign: string;
  contact_email: string;
};

/** What was put to a committee, by petition, and what it answered. */
export function putToCommitteeQuery(db: D1Database, committeeId: number): Query<PetitionAsking[]> {
  const statement = db
    .prepare(
      `SELECT found.*, actions.id AS action_id, actions.slug, actions.state, action_texts.title,
        campaigns.slug AS campaign, campaigns.contact_email
      FROM (${selectAsks} WHERE (asks.action_id, asks.slug) IN (
          SELECT action_id, ask FROM answer_requests WHERE committee_id = ?1)
        AND answer_requests.committee_id = ?1 AND (asked_at IS NOT NULL OR answers.id IS NOT NULL)) AS found
        JOIN actions ON actions.id = found.of_action
        JOIN action_texts ON action_texts.action_id = actions.id AND action_texts.version = text_version
        JOIN campaigns ON campaigns.id = campaign_id
      WHERE actions.state IN ('open', 'closed')
      ORDER BY actions.id, found.position, found.ask`,
    )
    .bind(committeeId);
  return rowsQuery(statement, (rows: PetitionRow[]) => {
    const ids = [...new Set(rows.map(({ action_id }) => action_id))];
    return ids.flatMap((id) => {
      const own = rows.filter(({ action_id }) => action_id === id);
      const [first] = own;
      if (!first) return [];
      const { slug, title, state, campaign, contact_email: contactEmail } = first;
      return {
        actionId: id,
        slug,
        title: JSON.parse(title),
        state,
        campaign: { slug: campaign, contactEmail },
        asks: asksOf(own),
      };
    });
  });
}

const newestShown = 20;

/** The newest answers that hold in a campaign, for its news. */
export function newestAnswersQuery(db: D1Database, { sql, value }: Subquery) {
  const statement = db
    .prepare(
      `SELECT answers.id, answers.answer, answers.text, answers.language, answers.recorded_at, asks.text AS ask,
        committees.name AS committee, actions.slug, answers.due_on AS dueOn, answers.outcome, cities.time_zone AS timeZone
      FROM actions CROSS JOIN answers ON answers.action_id = actions.id
        JOIN asks ON asks.action_id = answers.action_id AND asks.slug = answers.ask
        JOIN committees ON committees.id = answers.committee_id
        JOIN campaigns ON campaigns.id = actions.campaign_id JOIN cities ON cities.id = campaigns.city_id
      WHERE actions.campaign_id = (${sql}) AND actions.state IN ('open', 'closed') AND answers.undone_at IS NULL
        AND answers.version = (SELECT max(version) FROM answers AS other
          WHERE other.action_id = answers.action_id AND other.committee_id = answers.committee_id
            AND other.ask = answers.ask AND other.undone_at IS NULL)
      ORDER BY answers.id DESC LIMIT ?`,
    )
    .bind(value, newestShown);
  type Row = {
    id: number;
    answer: AnswerCode;
    text: string;
    language: Language;
    recorded_at: number;
    ask: string;
    committee: string;
    slug: string;
    dueOn: string | null;
    outcome: Outcome | null;
    timeZone: string;
  };
  return rowsQuery(statement, (rows: Row[]) =>
    rows.map(({ recorded_at, language, ask, committee, ...row }) => ({
      ...row,
      spoken: language,
      ask: JSON.parse(ask) as Text,
      committee: JSON.parse(committee) as Text,
      at: new Date(recorded_at),
    })),
  );
}

/** The generation of an office's links. */
export type OfficeLink = { id: number; staffLink: number };

/** Of the offices that are named in the tallies of those digests. */
export function linksOfToldQuery(db: D1Database, { sql, value }: Subquery): Query<OfficeLink[]> {
  const statement = db
    .prepare(
      `SELECT id, staff_link AS staffLink FROM committees WHERE id IN (
        SELECT tally.value ->> 'committeeId' FROM (${sql}) AS told, json_each(told.tallies) AS tally)`,
    )
    .bind(value);
  return rowsQuery(statement, (rows: OfficeLink[]) => rows);
}
