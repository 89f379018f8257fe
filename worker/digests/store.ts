import type { TallyContent } from './rules.ts';

export type Digest = { id: string; committeeId: number; isMailed: boolean; content: TallyContent };

type DigestRow = { id: string; committee_id: number; mailed: number; content: string };

/** The week is in the id, so that two runs at once make the same digest and enqueue the same mail. */
export function digestId(committeeId: number, week: string): string {
  return `${committeeId}-${week}`;
}

/** A digest that is there already stays as it is. */
export function insertDigestStatement(
  db: D1Database,
  digest: Omit<Digest, 'id'>,
  now: Date,
): D1PreparedStatement {
  const { committeeId, content, isMailed } = digest;
  return db
    .prepare(
      `INSERT INTO digests (id, committee_id, week, content, made_at, mailed) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (committee_id, week) DO NOTHING`,
    )
    .bind(
      digestId(committeeId, content.week),
      committeeId,
      content.week,
      JSON.stringify(content),
      now.getTime(),
      isMailed ? 1 : 0,
    );
}

export async function findDigest(db: D1Database, id: string): Promise<Digest | null> {
  const row = await db.prepare('SELECT * FROM digests WHERE id = ?').bind(id).first<DigestRow>();
  return row && digestOf(row);
}

/** The oldest first. */
export async function listDigests(db: D1Database, committeeId: number): Promise<Digest[]> {
  const { results } = await db
    .prepare('SELECT * FROM digests WHERE committee_id = ? ORDER BY week')
    .bind(committeeId)
    .all<DigestRow>();
  return results.map(digestOf);
}

/** When the last digest before a week was due, YYYY-MM-DD. */
export async function findLastDueOn(
  db: D1Database,
  committeeId: number,
  week: string,
): Promise<string | null> {
  return db
    .prepare(
      `SELECT content ->> 'dueOn' AS due_on FROM digests
      WHERE committee_id = ? AND week < ? ORDER BY week DESC LIMIT 1`,
    )
    .bind(committeeId, week)
    .first<string>('due_on');
}

export async function findFirstCampaignId(db: D1Database, committeeId: number): Promise<number | null> {
  return db
    .prepare(
      `SELECT campaign_id FROM actions
      WHERE committee_id = ? AND state NOT IN ('draft', 'submitted') ORDER BY id LIMIT 1`,
    )
    .bind(committeeId)
    .first<number>('campaign_id');
}

function digestOf(row: DigestRow): Digest {
  return {
    id: row.id,
    committeeId: row.committee_id,
    isMailed: row.mailed === 1,
    content: JSON.parse(row.content),
  };
}
