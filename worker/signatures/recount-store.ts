import type { Numbers, Recount } from './recount-section.ts';

type Group = {
  state: string;
  place: string;
  source: string;
  day: string;
  countedBy: string | null;
  n: number;
};
type Line = { key: string; n: number };

const rowsAtOnceAtMost = 50_000;

export const recountSignatures: Recount = async (db, actionId, rowsAtOnce = rowsAtOnceAtMost) => {
  const steps = await listSteps(db, actionId, rowsAtOnce);
  const [possible, struck, kept, changes, ...groups] = await db.batch([
    possibleStatement(db, actionId),
    struckStatement(db, actionId),
    keptStatement(db, actionId),
    changesStatement(db, actionId),
    ...steps.map((step) => groupsStatement(db, actionId, step)),
  ]);
  const rows = addUp(groups.flatMap(({ results }) => results as Group[]));
  const [{ n, erased } = { n: 0, erased: 0 }] = (possible?.results ?? []) as { n: number; erased: number }[];
  const keptNumbers = numbersOf((kept?.results ?? []) as Line[]);
  // Once the data is erased, names can no longer be compared, so the number stays as it was.
  for (const { key, n } of (struck?.results ?? []) as Line[]) rows.set(`struck ${key}`, n);
  rows.set('possible ', erased ? (keptNumbers.get('possible ') ?? 0) : n);
  return { rows, kept: keptNumbers, changes: numbersOf((changes?.results ?? []) as Line[]) };
};

/**
 * The rows of signatures after one rowid and up to another. The last step has no end, because new rows arrive
 * meanwhile.
 */
export type Step = { after: number; until: number | null };

/** The rows of one action, in steps of so many. */
export async function listSteps(db: D1Database, actionId: number, rowsAtOnce: number): Promise<Step[]> {
  const { results } = await db
    .prepare(
      `SELECT last FROM (
        SELECT rowid AS last, row_number() OVER (ORDER BY rowid) AS nth
        FROM signatures INDEXED BY signatures_of_action WHERE action_id = ?1)
      WHERE nth % ?2 = 0`,
    )
    .bind(actionId, rowsAtOnce)
    .all<{ last: number }>();
  const ends = results.map(({ last }) => last);
  return [0, ...ends].map((after, n) => ({ after, until: ends[n] ?? null }));
}

/** The condition of a step, for ?1 the action and ?2 and ?3 the step. */
export const inStep = `signatures.action_id = ?1 AND signatures.rowid > ?2 AND signatures.rowid <= coalesce(?3, 9e18)`;

function groupsStatement(db: D1Database, actionId: number, { after, until }: Step): D1PreparedStatement {
  return db
    .prepare(
      `SELECT state, place, source, coalesce(confirmed_on, '') AS day, counted_by AS countedBy, count(*) AS n
      FROM signatures INDEXED BY signatures_of_action WHERE ${inStep} GROUP BY 1, 2, 3, 4, 5`,
    )
    .bind(actionId, after, until);
}

const atStreets = `FROM signatures
  WHERE action_id = ?1 AND state = 'confirmed' AND name_street_key IS NOT NULL`;

function possibleStatement(db: D1Database, actionId: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT coalesce(sum(name_zip_key IS NULL), 0) AS erased,
        coalesce(sum(alike - 1), 0)
          + (SELECT count(*) FROM (SELECT 1 ${atStreets} GROUP BY name_street_key, name_zip_key))
          - (SELECT count(*) FROM (SELECT 1 ${atStreets} GROUP BY name_street_key)) AS n
      FROM (SELECT name_zip_key, count(*) AS alike FROM signatures
        WHERE action_id = ?1 AND state = 'confirmed' GROUP BY name_zip_key)`,
    )
    .bind(actionId);
}

function struckStatement(db: D1Database, actionId: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT code AS key, count(*) AS n FROM signature_decisions INDEXED BY signature_decisions_struck
      WHERE action_id = ? AND kind = 'struck-off' AND ended_at IS NULL GROUP BY code`,
    )
    .bind(actionId);
}

function keptStatement(db: D1Database, actionId: number): D1PreparedStatement {
  return db
    .prepare(`SELECT kind || ' ' || key AS key, n FROM signature_counts WHERE action_id = ?`)
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

export type DueRecount = { actionId: number; timeZone: string };

/** Earliest first. Every action gets a row when it is made. */
export async function listDueRecounts(db: D1Database, now: Date, limit: number): Promise<DueRecount[]> {
  const { results } = await db
    .prepare(
      `SELECT action_id, time_zone
      FROM (SELECT action_id FROM recounts WHERE due_at <= ? ORDER BY due_at LIMIT ?) due
        JOIN actions ON actions.id = action_id
        JOIN campaigns ON campaigns.id = campaign_id
        JOIN cities ON cities.id = city_id`,
    )
    .bind(now.getTime(), limit)
    .all<{ action_id: number; time_zone: string }>();
  return results.map(({ action_id, time_zone }) => ({ actionId: action_id, timeZone: time_zone }));
}

export async function saveRecount(
  db: D1Database,
  actionId: number,
  { now, differences, dueAt }: { now: Date; differences: string[]; dueAt: Date },
): Promise<void> {
  await db
    .prepare('UPDATE recounts SET recounted_at = ?2, differences = ?3, due_at = ?4 WHERE action_id = ?1')
    .bind(actionId, now.getTime(), JSON.stringify(differences), dueAt.getTime())
    .run();
}

/** Moves this recount behind the others that are due. */
export async function postponeRecount(db: D1Database, actionId: number, dueAt: Date): Promise<void> {
  await db
    .prepare('UPDATE recounts SET due_at = ?2 WHERE action_id = ?1')
    .bind(actionId, dueAt.getTime())
    .run();
}

/** How many actions the last recount found with wrong counts. */
export async function countDifferent(db: D1Database): Promise<number> {
  const n = await db
    .prepare(`SELECT count(*) AS n FROM recounts WHERE differences <> '[]'`)
    .first<number>('n');
  return n ?? 0;
}

/** An action that the last recount found with wrong counts; `differences` as the recount wrote them. */
export type Different = { slug: string; recountedAt: Date; differences: string[] };

export async function listDifferent(db: D1Database, most: number): Promise<Different[]> {
  const { results } = await db
    .prepare(
      `SELECT slug, recounted_at, differences FROM recounts CROSS JOIN actions ON actions.id = action_id
      WHERE differences <> '[]' ORDER BY action_id LIMIT ?`,
    )
    .bind(most)
    .all<{ slug: string; recounted_at: number; differences: string }>();
  return results.map(({ slug, recounted_at, differences }) => ({
    slug,
    recountedAt: new Date(recounted_at),
    differences: JSON.parse(differences),
  }));
}
