import { hex } from '../platform/crypto/bytes.ts';
import { type Query, rowsQuery } from '../platform/query.ts';
import type { Counted } from './rules.ts';

export type Count = { what: Counted; question: string };

const isNew = 'NOT EXISTS (SELECT 1 FROM training_marks WHERE mark = unhex(?1))';

/** Adds one to each of the counts, unless the mark says that it was done already. */
export function countStatements(
  db: D1Database,
  { campaignId, day, source }: { campaignId: number; day: string; source: string },
  { mark, counts }: { mark: Uint8Array; counts: readonly Count[] },
): D1PreparedStatement[] {
  const key = hex(mark);
  return [
    ...counts.flatMap(({ what, question }) => [
      db
        .prepare(
          `INSERT INTO training_days (campaign_id, what, day, source, question, n)
          SELECT ?2, ?3, ?4, ?5, ?6, 1 WHERE ${isNew}
          ON CONFLICT DO UPDATE SET n = n + 1`,
        )
        .bind(key, campaignId, what, day, source, question),
      db
        .prepare(
          `INSERT INTO training_totals (campaign_id, what, question, source, n)
          SELECT ?2, ?3, ?4, ?5, 1 WHERE ${isNew}
          ON CONFLICT DO UPDATE SET n = n + 1`,
        )
        .bind(key, campaignId, what, question, source),
    ]),
    db.prepare('INSERT OR IGNORE INTO training_marks (mark, day) VALUES (unhex(?1), ?2)').bind(key, day),
  ];
}

export async function forgetMarks(db: D1Database, before: string): Promise<void> {
  await db.prepare('DELETE FROM training_marks WHERE day < ?').bind(before).run();
}

export type Total = { what: Counted; question: string; source: string; n: number };

/** All sums of a campaign: a few for each source and question, however many people came. */
export function totalsQuery(db: D1Database, campaignId: number): Query<Total[]> {
  return rowsQuery(
    db
      .prepare('SELECT what, question, source, n FROM training_totals WHERE campaign_id = ? LIMIT 20000')
      .bind(campaignId),
    (rows: Total[]) => rows,
  );
}

/** How many finished on each of the days since this one. */
export function finishedSinceQuery(
  db: D1Database,
  { campaignId, since }: { campaignId: number; since: string },
): Query<{ day: string; n: number }[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT day, sum(n) AS n FROM training_days
        WHERE campaign_id = ? AND what = 'finished' AND day >= ? GROUP BY day ORDER BY day LIMIT 400`,
      )
      .bind(campaignId, since),
    (rows: { day: string; n: number }[]) => rows,
  );
}

/** Of modules that nobody has reviewed, or not since that day: how many, and the oldest review if all have one. */
export function toReviewQuery(
  db: D1Database,
  { campaignId, day }: { campaignId: number; day: string },
): Query<{ n: number; oldest: string | null; since: Date }> {
  return rowsQuery(
    db
      .prepare(
        `SELECT count(*) AS n, CASE WHEN count(*) = count(reviewed_on) THEN min(reviewed_on) END AS oldest,
          (SELECT updated_at FROM campaigns WHERE id = ?1) AS since
        FROM training_modules WHERE campaign_id = ?1 AND (reviewed_on IS NULL OR reviewed_on <= ?2)`,
      )
      .bind(campaignId, day),
    ([row]: { n: number; oldest: string | null; since: number | null }[]) => {
      return { n: row?.n ?? 0, oldest: row?.oldest ?? null, since: new Date(row?.since ?? 0) };
    },
  );
}
