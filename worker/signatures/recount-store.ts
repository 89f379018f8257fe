import {
  answerNumbers,
  changedAnswersStatement,
  keptAnswersStatement,
  markedStatement,
  responsesAtOnce,
} from './recount-answers-store.ts';

export type ToRecount = { actionId: number; timeZone: string; recountedOn: string | null };

/** Every petition that anybody could have signed, with the night of its last recount. */
export async function listToRecount(db: D1Database): Promise<ToRecount[]> {
  const { results } = await db
    .prepare(
      `SELECT actions.id, time_zone, recounted_on
      FROM actions JOIN campaigns ON campaigns.id = campaign_id JOIN cities ON cities.id = city_id
        LEFT JOIN recounts ON action_id = actions.id
      WHERE state NOT IN ('draft', 'submitted', 'rejected') ORDER BY actions.id`,
    )
    .all<{ id: number; time_zone: string; recounted_on: string | null }>();
  return results.map(({ id, time_zone, recounted_on }) => {
    return { actionId: id, timeZone: time_zone, recountedOn: recounted_on };
  });
}

/** How many signatures, by what is counted: "state confirmed", "place 4", "day 2026-11-25", "overlap flyer poster". */
export type Numbers = Map<string, number>;

/** One petition's account three times over, from one transaction. */
export type ThreeAccounts = { rows: Numbers; kept: Numbers; changes: Numbers };

type Group = {
  state: string;
  place: string;
  source: string;
  day: string;
  countedBy: string | null;
  n: number;
};
type Line = { key: string; n: number };

/** Rows that one statement groups: what it sorts stays small, however many have signed. */
const rowsAtOnce = 50_000;

export async function readThreeAccounts(
  db: D1Database,
  actionId: number,
  atOnce = rowsAtOnce,
): Promise<ThreeAccounts> {
  const { signatures, responses } = await findLengths(db, actionId);
  const parcels = parcelsOf(signatures, atOnce);
  const marked = responses === null ? [] : parcelsOf(responses, Math.min(atOnce, responsesAtOnce));
  const [possible, kept, changes, keptAnswers, changedAnswers, ...groups] = await db.batch([
    possibleStatement(db, actionId),
    keptStatement(db, actionId),
    changesStatement(db, actionId),
    keptAnswersStatement(db, actionId),
    changedAnswersStatement(db, actionId),
    ...parcels.map((parcel) => parcelStatement(db, actionId, parcel)),
    ...marked.map((parcel) => markedStatement(db, actionId, parcel)),
  ]);
  const rows = addUp(groups.slice(0, parcels.length).flatMap(({ results }) => results as Group[]));
  const [{ n, erased } = { n: 0, erased: 0 }] = (possible?.results ?? []) as { n: number; erased: number }[];
  const keptNumbers = numbersOf((kept?.results ?? []) as Line[]);
  // What is erased at the end of retention can no longer be compared: the number stays as it was.
  rows.set('possible ', erased ? (keptNumbers.get('possible ') ?? 0) : n);
  return {
    rows: new Map([...rows, ...answerNumbers(groups.slice(parcels.length))]),
    kept: new Map([...keptNumbers, ...answerNumbers([keptAnswers!])]),
    changes: new Map([...numbersOf((changes?.results ?? []) as Line[]), ...answerNumbers([changedAnswers!])]),
  };
}

/** How far the tables go; of responses null where nobody is asked anything. */
async function findLengths(
  db: D1Database,
  actionId: number,
): Promise<{ signatures: number; responses: number | null }> {
  const lengths = await db
    .prepare(
      `SELECT (SELECT max(rowid) FROM signatures) AS signatures,
        (SELECT coalesce((SELECT max(rowid) FROM responses), 0) FROM surveys WHERE action_id = ?) AS responses`,
    )
    .bind(actionId)
    .first<{ signatures: number | null; responses: number | null }>();
  return { signatures: lengths?.signatures ?? 0, responses: lengths?.responses ?? null };
}

type Parcel = { from: number; to: number | null };

/** The last one has no end: rows arrive meanwhile. */
function parcelsOf(last: number, atOnce: number): Parcel[] {
  const starts = Array.from({ length: Math.ceil(last / atOnce) + 1 }, (_, n) => n * atOnce);
  return starts.map((from, n) => ({ from, to: starts[n + 1] ?? null }));
}

function parcelStatement(db: D1Database, actionId: number, { from, to }: Parcel): D1PreparedStatement {
  return db
    .prepare(
      `SELECT state, place, source, coalesce(confirmed_on, '') AS day, counted_by AS countedBy, count(*) AS n
      FROM signatures NOT INDEXED
      WHERE rowid > ?2 AND rowid <= coalesce(?3, 9e18) AND action_id = ?1 GROUP BY 1, 2, 3, 4, 5`,
    )
    .bind(actionId, from, to);
}

function possibleStatement(db: D1Database, actionId: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT coalesce(sum(alike - 1), 0) AS n, coalesce(sum(name_zip_key IS NULL), 0) AS erased FROM (
        SELECT name_zip_key, count(*) AS alike FROM signatures
        WHERE action_id = ? AND state = 'confirmed' GROUP BY name_zip_key)`,
    )
    .bind(actionId);
}

function keptStatement(db: D1Database, actionId: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT kind || ' ' || key AS key, n FROM signature_counts WHERE action_id = ?1
      UNION ALL
      SELECT trim(what || ' ' || source || ' ' || counted_by), n FROM source_counts WHERE action_id = ?1`,
    )
    .bind(actionId);
}

function changesStatement(db: D1Database, actionId: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT kind || ' ' || key AS key, sum(n) AS n FROM signature_changes
      WHERE action_id = ? AND kind <> 'correction' GROUP BY kind, key`,
    )
    .bind(actionId);
}

function addUp(groups: Group[]): Numbers {
  const numbers: Numbers = new Map();
  const add = (key: string, n: number) => numbers.set(key, (numbers.get(key) ?? 0) + n);
  for (const { state, place, source, day, countedBy, n } of groups) {
    add(`state ${state}`, n);
    add(`received ${source}`, n);
    if (state === 'duplicate' && countedBy !== null && countedBy !== source) {
      add(`overlap ${source} ${countedBy}`, n);
    }
    if (state !== 'confirmed') continue;
    add(`place ${place}`, n);
    add(`source ${source}`, n);
    add(`day ${day}`, n);
  }
  return numbers;
}

function numbersOf(lines: Line[]): Numbers {
  return new Map(lines.map(({ key, n }) => [key, n]));
}

export async function saveRecount(
  db: D1Database,
  actionId: number,
  { at, on, differences }: { at: Date; on: string; differences: string[] },
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO recounts (action_id, recounted_at, recounted_on, differences) VALUES (?, ?, ?, ?)
      ON CONFLICT (action_id) DO UPDATE SET recounted_at = excluded.recounted_at,
        recounted_on = excluded.recounted_on, differences = excluded.differences`,
    )
    .bind(actionId, at.getTime(), on, JSON.stringify(differences))
    .run();
}

/** How many petitions the last recount found with wrong counts. */
export async function countDifferent(db: D1Database): Promise<number> {
  const n = await db
    .prepare(`SELECT count(*) AS n FROM recounts WHERE differences <> '[]'`)
    .first<number>('n');
  return n ?? 0;
}
