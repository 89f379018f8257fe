import type { Frequency } from './rules.ts';

/** A committee whose digest is due; `openedAt` is when the first of its petitions opened to the public. */
export type DueCommittee = { id: number; openedAt: Date };

export async function listDueCommittees(db: D1Database, now: Date): Promise<DueCommittee[]> {
  const { results } = await db
    .prepare(
      `SELECT id, opened_at FROM (
        SELECT committees.id, next_digest_at, (
          SELECT min(opens_at) FROM actions
          WHERE committee_id = committees.id AND state NOT IN ('draft', 'submitted', 'rejected')) AS opened_at
        FROM committees WHERE next_digest_at <= ?1)
      WHERE opened_at <= ?1 ORDER BY next_digest_at, id`,
    )
    .bind(now.getTime())
    .all<{ id: number; opened_at: number }>();
  return results.map((row) => ({ id: row.id, openedAt: new Date(row.opened_at) }));
}

/** Compares with `from`, so that of two runs at the same time only one moves it. */
export function moveNextDigestStatement(
  db: D1Database,
  committeeId: number,
  { from, to }: { from: Date; to: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE committees SET next_digest_at = ?3, digest_failure = NULL WHERE id = ?1 AND next_digest_at = ?2`,
    )
    .bind(committeeId, from.getTime(), to.getTime());
}

/** Why the digest that is due could not be made; it is forgotten when that one is made. */
export function saveDigestFailureStatement(
  db: D1Database,
  committeeId: number,
  why: string,
): D1PreparedStatement {
  return db.prepare('UPDATE committees SET digest_failure = ?2 WHERE id = ?1').bind(committeeId, why);
}

export type FailedDigest = { city: string; committee: string; dueAt: Date; why: string };

/** The first digests that are due and could not be made. */
export async function listFailedDigests(db: D1Database, now: Date, most: number): Promise<FailedDigest[]> {
  const { results } = await db
    .prepare(
      `SELECT cities.slug AS city, committees.slug AS committee, next_digest_at AS due_at, digest_failure AS why
      FROM committees JOIN councils ON councils.id = council_id JOIN cities ON cities.id = city_id
      WHERE next_digest_at <= ?1 AND digest_failure IS NOT NULL
        AND EXISTS (SELECT 1 FROM actions WHERE committee_id = committees.id)
      ORDER BY next_digest_at, committees.id LIMIT ?2`,
    )
    .bind(now.getTime(), most)
    .all<{ city: string; committee: string; due_at: number; why: string }>();
  return results.map(({ due_at, ...row }) => ({ ...row, dueAt: new Date(due_at) }));
}

/** Changes nothing where another frequency has been chosen since the caller read it. */
export function setFrequencyStatement(
  db: D1Database,
  { id, frequencyChanges }: { id: number; frequencyChanges: number },
  frequency: Frequency,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE committees SET frequency = ?3, frequency_changes = frequency_changes + 1
      WHERE id = ?1 AND frequency_changes = ?2`,
    )
    .bind(id, frequencyChanges, frequency);
}

/** Changes nothing where the link has been replaced since the caller read it. */
export function replaceStaffLinkStatement(
  db: D1Database,
  committeeId: number,
  generation: number,
): D1PreparedStatement {
  return db
    .prepare('UPDATE committees SET staff_link = staff_link + 1 WHERE id = ?1 AND staff_link = ?2')
    .bind(committeeId, generation);
}
