import { day, hour } from '../platform/time/clock.ts';

/** Signatures that nobody has counted yet: some rows of the table, in the order in which they came. */
export type Arrivals = { after: number; last: number; rows: number; firstHour: number };

/** Those after the last ones that were counted; null where there are none. */
export async function findArrivals(db: D1Database, most: number): Promise<Arrivals | null> {
  const passed = 'SELECT passed FROM arrivals_walk WHERE id = 1';
  const row = await db
    .prepare(
      `SELECT max(row) AS last, count(*) AS rows, min(received_at) AS first, after FROM (
        SELECT rowid AS row, received_at, (${passed}) AS after FROM signatures NOT INDEXED
        WHERE rowid > (${passed}) ORDER BY rowid LIMIT ?)`,
    )
    .bind(most)
    .first<{ last: number | null; rows: number; first: number; after: number }>();
  if (!row || row.last === null) return null;
  return { after: row.after, last: row.last, rows: row.rows, firstHour: Math.floor(row.first / hour) };
}

/** Adds them to the counts of their hours, once: nothing happens where another run has done so meanwhile. */
export function countArrivalsStatements(
  db: D1Database,
  { after, last }: Arrivals,
): [D1PreparedStatement, D1PreparedStatement] {
  return [
    db
      .prepare(
        `INSERT INTO hourly_arrivals (action_id, kind, key, hour, n)
        SELECT action_id, kind, key, hour, count(*) FROM (
          SELECT action_id, kinds.value AS kind, received_at / ${hour} AS hour, CASE kinds.value
            WHEN 'all' THEN '' WHEN 'source' THEN source WHEN 'domain' THEN lower(hex(domain_key))
            ELSE lower(hex(connection_key)) END AS key
          FROM signatures NOT INDEXED CROSS JOIN json_each('["all","source","domain","connection"]') AS kinds
          WHERE signatures.rowid > ?1 AND signatures.rowid <= ?2
            AND (SELECT passed FROM arrivals_walk WHERE id = 1) = ?1)
        WHERE key <> '' OR kind = 'all' GROUP BY action_id, kind, key, hour
        ON CONFLICT DO UPDATE SET n = n + excluded.n`,
      )
      .bind(after, last),
    db.prepare('UPDATE arrivals_walk SET passed = ?2 WHERE id = 1 AND passed = ?1').bind(after, last),
  ];
}

/** The index of those that are many says the same number. */
const many = 30;
const leastShare = 10;
const timesUsual = 2;
/** What is usual is told from so many signatures at least, of so many hours before. */
const leastUsual = 100;
const usualHours = 7 * 24;

const before = (kind: string, key: string) =>
  `coalesce((SELECT sum(n) FROM hourly_arrivals AS before WHERE before.action_id = one.action_id
    AND before.kind = ${kind} AND before.key = ${key}
    AND before.hour >= one.hour - ${usualHours} AND before.hour < one.hour), 0)`;

/**
 * Notes what is unusual in the hours from this one on: many of one connection, or many of a mail domain or a source
 * whose share of the hour is at least a tenth, and twice their share of the week before.
 */
export function noteRatesStatement(
  db: D1Database,
  { firstHour, now }: { firstHour: number; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO unusual_rates (action_id, kind, key, hour, n, of_all, state, found_at)
      SELECT action_id, kind, key, hour, n, of_all, 'waiting', ?2 FROM (
        SELECT one.*, whole.n AS of_all, ${before("'all'", "''")} AS week, ${before('one.kind', 'one.key')} AS week_n
        FROM hourly_arrivals AS one INDEXED BY hourly_arrivals_many
          CROSS JOIN hourly_arrivals AS whole ON whole.action_id = one.action_id AND whole.kind = 'all'
            AND whole.key = '' AND whole.hour = one.hour
        WHERE one.n >= ${many} AND one.kind <> 'all' AND one.hour >= ?1)
      WHERE kind = 'connection' OR (
        n * ${leastShare} >= of_all AND week >= ${leastUsual} AND n * week >= ${timesUsual} * week_n * of_all)
      ON CONFLICT DO UPDATE SET n = excluded.n, of_all = excluded.of_all WHERE state = 'waiting'`,
    )
    .bind(firstHour, now.getTime());
}

const forgottenAtOnce = 5000;
const ratesKept = 30 * day;

/** Counts that are needed no longer, and what was found long ago, with the fingerprints in them. */
export function forgetArrivalsStatements(db: D1Database, now: Date): D1PreparedStatement[] {
  const thisHour = Math.floor(now.getTime() / hour);
  const counts = (['connection', 'domain', 'source', 'all'] as const).map((kind) =>
    db
      .prepare(
        `DELETE FROM hourly_arrivals WHERE (action_id, kind, key, hour) IN (
          SELECT action_id, kind, key, hour FROM hourly_arrivals INDEXED BY hourly_arrivals_old
          WHERE kind = ?1 AND hour < ?2 LIMIT ${forgottenAtOnce})`,
      )
      .bind(kind, thisHour - (kind === 'connection' ? 24 : usualHours + 24)),
  );
  const rates = db
    .prepare('DELETE FROM unusual_rates INDEXED BY unusual_rates_old WHERE found_at < ?')
    .bind(now.getTime() - ratesKept);
  return [...counts, rates];
}
