import { mapQuery, type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import type { DigestContent } from './rules.ts';
import type { DigestLine } from './section.ts';
import type { Week } from './week-rules.ts';

export type Digest = { id: string; committeeId: number; isMailed: boolean; content: DigestContent };

/** What a digest told of one of its tallies: in which section, and of which week. */
export type StoredLine = DigestLine & { section: string; week: Week };

type DigestRow = { id: string; committee_id: number; mailed: number; content: string };

/** The week is in the id, so that two runs at once make the same digest and enqueue the same mail. */
export function digestId(committeeId: number, week: Week): string {
  return `${committeeId}-${week}`;
}

/** A digest that is there already stays as it is, and so do its lines. */
export function insertDigestStatements(
  db: D1Database,
  digest: Omit<Digest, 'id'> & { lines: Omit<StoredLine, 'week'>[] },
  now: Date,
): [digest: D1PreparedStatement, lines: D1PreparedStatement] {
  const { committeeId, content, lines } = digest;
  const mailed = digest.isMailed ? 1 : 0;
  const { week } = content;
  return [
    db
      .prepare(
        `INSERT INTO digests (id, committee_id, week, content, made_at, mailed) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (committee_id, week) DO NOTHING`,
      )
      .bind(digestId(committeeId, week), committeeId, week, JSON.stringify(content), now.getTime(), mailed),
    db
      .prepare(
        `INSERT INTO digest_lines (committee_id, week, section, slug, state, confirmed, change, corrected, mailed)
        SELECT ?1, ?2, value ->> 'section', value ->> 'slug', value ->> 'state', value ->> 'confirmed',
          value ->> 'change', value ->> 'corrected', ?3
        FROM json_each(?4) WHERE changes() = 1`,
      )
      .bind(committeeId, week, mailed, JSON.stringify(lines)),
  ];
}

export async function findDigest(db: D1Database, id: string): Promise<Digest | null> {
  const row = await db.prepare('SELECT * FROM digests WHERE id = ?').bind(id).first<DigestRow>();
  if (!row) return null;
  const content = JSON.parse(row.content);
  return { id: row.id, committeeId: row.committee_id, isMailed: row.mailed === 1, content };
}

/** The latest digest of a committee, by its id. */
export function latestDigest(committeeId: number): Subquery {
  return {
    sql: 'SELECT id FROM digests WHERE committee_id = ? ORDER BY week DESC LIMIT 1',
    value: committeeId,
  };
}

export function digestsNamed(ids: string[]): Subquery {
  return { sql: 'SELECT value AS id FROM json_each(?)', value: JSON.stringify(ids) };
}

/** What those digests tell in the section of that key, as `tallies`. */
export function talliesToldIn(key: string, { sql, value }: Subquery): Subquery {
  // The order of the join, because SQLite would read all of a short table.
  const from = `(${sql}) AS named CROSS JOIN digests ON digests.id = named.id`;
  return { sql: `SELECT digests.content -> '$.${key}' AS tallies FROM ${from}`, value };
}

/** The id of the first campaign that addressed the committee in public. */
export function firstCampaignOf(committeeId: number): Subquery {
  return {
    sql: `SELECT campaign_id FROM actions
      WHERE committee_id = ? AND state NOT IN ('draft', 'submitted') ORDER BY id LIMIT 1`,
    value: committeeId,
  };
}

export function latestWeekQuery(db: D1Database, committeeId: number): Query<Week | null> {
  const statement = db
    .prepare('SELECT max(week) AS week FROM digests WHERE committee_id = ?')
    .bind(committeeId);
  return rowsQuery(statement, ([row]: { week: Week | null }[]) => row?.week ?? null);
}

/** The digest of a week, or the latest one. */
export function contentQuery(
  db: D1Database,
  committeeId: number,
  week: Week | null,
): Query<DigestContent | null> {
  const statement = db
    .prepare(
      `SELECT content FROM digests WHERE committee_id = ?1 AND week = coalesce(?2, (
        SELECT max(week) FROM digests WHERE committee_id = ?1))`,
    )
    .bind(committeeId, week);
  return mapQuery(rowsQuery(statement, contentsIn), ([content = null]) => content);
}

/** A page of digests, oldest first: the first ones after a week, or the last ones before it. */
export type DigestPage = { most: number } & ({ after: Week } | { before: Week });

export function contentsQuery(
  db: D1Database,
  committeeId: number,
  page: DigestPage,
): Query<{ contents: DigestContent[]; hasMore: boolean }> {
  const isForward = 'after' in page;
  const range = isForward ? 'week > ?2 ORDER BY week' : 'week < ?2 ORDER BY week DESC';
  const statement = db
    .prepare(`SELECT content FROM digests WHERE committee_id = ?1 AND ${range} LIMIT ?3`)
    .bind(committeeId, isForward ? page.after : page.before, page.most + 1);
  return mapQuery(rowsQuery(statement, contentsIn), (found) => {
    const contents = found.slice(0, page.most);
    return {
      contents: isForward ? contents : contents.toReversed(),
      hasMore: found.length > page.most,
    };
  });
}

function contentsIn(rows: { content: string }[]): DigestContent[] {
  return rows.map(({ content }) => JSON.parse(content));
}

/** The lines of the last `most` digests before a week, oldest first, without their long contents. */
export function linesQuery(
  db: D1Database,
  committeeId: number,
  { before, most }: { before: Week; most: number },
): Query<{ weeks: Week[]; lines: StoredLine[]; hasMore: boolean }> {
  const weeks = 'SELECT week FROM digests WHERE committee_id = ?1 AND week < ?2 ORDER BY week DESC LIMIT ?3';
  return {
    statements: [
      db.prepare(weeks).bind(committeeId, before, most + 1),
      db
        .prepare(
          `SELECT week, section, slug, state, confirmed, change, corrected FROM digest_lines
          WHERE committee_id = ?1 AND week IN (${weeks}) ORDER BY week`,
        )
        .bind(committeeId, before, most),
    ],
    read([found = [], lines = []]) {
      const all = (found as { week: Week }[]).map(({ week }) => week);
      return {
        weeks: all.slice(0, most).toReversed(),
        lines: lines as StoredLine[],
        hasMore: all.length > most,
      };
    },
  };
}

/** When the last digest before a week was due, YYYY-MM-DD. */
export async function findLastDueOn(db: D1Database, committeeId: number, week: Week): Promise<string | null> {
  return db
    .prepare(
      `SELECT content ->> 'dueOn' AS due_on FROM digests
      WHERE committee_id = ? AND week < ? ORDER BY week DESC LIMIT 1`,
    )
    .bind(committeeId, week)
    .first<string>('due_on');
}

/** All that addressed the committee in public. */
export async function listCampaignsOf(db: D1Database, committeeId: number): Promise<number[]> {
  const { results } = await db
    .prepare(
      `SELECT DISTINCT campaign_id FROM actions
      WHERE committee_id = ? AND state NOT IN ('draft', 'submitted') ORDER BY campaign_id`,
    )
    .bind(committeeId)
    .all<{ campaign_id: number }>();
  return results.map(({ campaign_id }) => campaign_id);
}
