export type ToRecount = { petitionId: number; timeZone: string; recountedOn: string | null };

/** Every petition that anybody could have signed, with the night of its last recount. */
export async function listToRecount(db: D1Database): Promise<ToRecount[]> {
  const { results } = await db
    .prepare(
      `SELECT petitions.id, time_zone, recounted_on
      FROM petitions JOIN campaigns ON campaigns.id = campaign_id JOIN cities ON cities.id = city_id
        LEFT JOIN recounts ON petition_id = petitions.id
      WHERE state NOT IN ('draft', 'submitted', 'rejected') ORDER BY petitions.id`,
    )
    .all<{ id: number; time_zone: string; recounted_on: string | null }>();
  return results.map(({ id, time_zone, recounted_on }) => {
    return { petitionId: id, timeZone: time_zone, recountedOn: recounted_on };
  });
}

/** How many signatures, by what is counted: "state confirmed", "place 4", "day 2026-11-25". */
export type Numbers = Map<string, number>;

/** One petition's account three times over, from one transaction. */
export type ThreeAccounts = { rows: Numbers; kept: Numbers; changes: Numbers };

type Group = { state: string; place: string; source: string; day: string; n: number };
type Line = { key: string; n: number };

/** Rows that one statement groups: what it sorts stays small, however many have signed. */
const rowsAtOnce = 50_000;

export async function readThreeAccounts(
  db: D1Database,
  petitionId: number,
  atOnce = rowsAtOnce,
): Promise<ThreeAccounts> {
  const last = (await db.prepare('SELECT max(rowid) AS last FROM signatures').first<number>('last')) ?? 0;
  const parcels = Array.from({ length: Math.ceil(last / atOnce) + 1 }, (_, n) => n * atOnce);
  const [possible, kept, changes, ...groups] = await db.batch([
    possibleStatement(db, petitionId),
    keptStatement(db, petitionId),
    changesStatement(db, petitionId),
    ...parcels.map((from, n) => parcelStatement(db, petitionId, { from, to: parcels[n + 1] ?? null })),
  ]);
  const rows = addUp(groups.flatMap(({ results }) => results as Group[]));
  const [{ n, erased } = { n: 0, erased: 0 }] = (possible?.results ?? []) as { n: number; erased: number }[];
  const keptNumbers = numbersOf((kept?.results ?? []) as Line[]);
  // What is erased at the end of retention can no longer be compared: the number stays as it was.
  rows.set('possible ', erased ? (keptNumbers.get('possible ') ?? 0) : n);
  return { rows, kept: keptNumbers, changes: numbersOf((changes?.results ?? []) as Line[]) };
}

function parcelStatement(
  db: D1Database,
  petitionId: number,
  { from, to }: { from: number; to: number | null },
): D1PreparedStatement {
  return db
    .prepare(
      `SELECT state, place, source, coalesce(confirmed_on, '') AS day, count(*) AS n FROM signatures NOT INDEXED
      WHERE rowid > ?2 AND rowid <= coalesce(?3, 9e18) AND petition_id = ?1 GROUP BY 1, 2, 3, 4`,
    )
    .bind(petitionId, from, to);
}

function possibleStatement(db: D1Database, petitionId: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT coalesce(sum(alike - 1), 0) AS n, coalesce(sum(name_zip_key IS NULL), 0) AS erased FROM (
        SELECT name_zip_key, count(*) AS alike FROM signatures
        WHERE petition_id = ? AND state = 'confirmed' GROUP BY name_zip_key)`,
    )
    .bind(petitionId);
}

function keptStatement(db: D1Database, petitionId: number): D1PreparedStatement {
  return db
    .prepare(`SELECT kind || ' ' || key AS key, n FROM signature_counts WHERE petition_id = ?`)
    .bind(petitionId);
}

function changesStatement(db: D1Database, petitionId: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT kind || ' ' || key AS key, sum(n) AS n FROM signature_changes
      WHERE petition_id = ? AND kind <> 'correction' GROUP BY kind, key`,
    )
    .bind(petitionId);
}

function addUp(groups: Group[]): Numbers {
  const numbers: Numbers = new Map();
  const add = (key: string, n: number) => numbers.set(key, (numbers.get(key) ?? 0) + n);
  for (const { state, place, source, day, n } of groups) {
    add(`state ${state}`, n);
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
  petitionId: number,
  { at, on, differences }: { at: Date; on: string; differences: string[] },
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO recounts (petition_id, recounted_at, recounted_on, differences) VALUES (?, ?, ?, ?)
      ON CONFLICT (petition_id) DO UPDATE SET recounted_at = excluded.recounted_at,
        recounted_on = excluded.recounted_on, differences = excluded.differences`,
    )
    .bind(petitionId, at.getTime(), on, JSON.stringify(differences))
    .run();
}

/** How many petitions the last recount found with wrong counts. */
export async function countDifferent(db: D1Database): Promise<number> {
  const n = await db
    .prepare(`SELECT count(*) AS n FROM recounts WHERE differences <> '[]'`)
    .first<number>('n');
  return n ?? 0;
}
