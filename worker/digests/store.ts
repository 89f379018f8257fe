import type { DigestLine, TallyContent } from './rules.ts';

export type Digest = { id: string; committeeId: number; isMailed: boolean; content: TallyContent };

type DigestRow = { id: string; committee_id: number; mailed: number; content: string };

/** The week is in the id, so that two runs at once make the same digest and enqueue the same mail. */
export function digestId(committeeId: number, week: string): string {
  return `${committeeId}-${week}`;
}

/** A digest that is there already stays as it is, and so do its lines. */
export function insertDigestStatements(
  db: D1Database,
  digest: Omit<Digest, 'id'> & { lines: DigestLine[] },
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
