import type { KeptStatement, NewStatement, WantedCity } from './read-city.ts';
import type { KeptHead } from './read-log.ts';
import type { Reason } from './rules.ts';

/** A log that is being read; `lease` is until when it is nobody else's. */
export type ClaimedLog = {
  id: number;
  campaignId: number;
  address: string;
  vkeys: string[];
  /** That the kit names. */
  key: string | null;
  head: KeptHead | null;
  doubt: string | null;
  failures: number;
  afterCampaign: string;
  lease: number;
};

/** The ids of logs that are to be read now, the longest due first. */
export async function listDueLogs(db: D1Database, now: Date, most: number): Promise<number[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM neighbor_logs INDEXED BY neighbor_logs_due
      WHERE is_named = 1 AND evidence IS NULL AND due_at <= ?1 ORDER BY due_at LIMIT ?2`,
    )
    .bind(now.getTime(), most)
    .all<{ id: number }>();
  return results.map(({ id }) => id);
}

type ClaimedRow = {
  id: number;
  campaign_id: number;
  address: string;
  vkeys: string;
  key: string | null;
  size: number | null;
  root: string | null;
  note: string | null;
  doubt: string | null;
  failures: number;
  after_campaign: string;
};

/** Of two runs one gets it. */
export async function claimLog(
  db: D1Database,
  { id, now, lease }: { id: number; now: Date; lease: number },
): Promise<ClaimedLog | null> {
  const row = await db
    .prepare(
      `UPDATE neighbor_logs SET due_at = ?3 WHERE id = ?1 AND due_at <= ?2 RETURNING *,
        (SELECT json_extract(content, '$.key') FROM neighbors
          WHERE neighbors.campaign_id = neighbor_logs.campaign_id AND neighbors.address = neighbor_logs.address
          LIMIT 1) AS key`,
    )
    .bind(id, now.getTime(), lease)
    .first<ClaimedRow>();
  if (!row) return null;
  const { size, root, note } = row;
  return {
    ...{ id, lease, address: row.address, key: row.key, failures: row.failures, doubt: row.doubt },
    campaignId: row.campaign_id,
    afterCampaign: row.after_campaign,
    vkeys: JSON.parse(row.vkeys),
    head: size === null || root === null || note === null ? null : { size, root, note },
  };
}

/** The cities of a log whose campaigns come after that one, and what is kept of each. */
export async function listWantedCities(
  db: D1Database,
  { id, campaignId, address, afterCampaign }: ClaimedLog,
): Promise<WantedCity[]> {
  const { results } = await db
    .prepare(
      `SELECT campaign, (
        SELECT json_group_array(json_object('action', action, 'week', week, 'index', log_index, 'leaf', leaf))
        FROM city_statements
        WHERE log_id = ?1 AND city_statements.campaign = rollup_cities.campaign AND is_last = 1) AS kept
      FROM rollup_cities WHERE campaign_id = ?2 AND address = ?3 AND campaign > ?4 ORDER BY campaign`,
    )
    .bind(id, campaignId, address, afterCampaign)
    .all<{ campaign: string; kept: string }>();
  return results.map(({ campaign, kept }) => ({ campaign, kept: JSON.parse(kept) as KeptStatement[] }));
}

export type ReadingToSave = {
  /** Null if it is as it was. */
  head: KeptHead | null;
  vkeys: readonly string[];
  /** Null if they are as they were. */
  signedBy: readonly string[] | null;
  doubt: string | null;
  statements: readonly NewStatement[];
  /** The campaigns that were read, with why one was refused. */
  cities: readonly { campaign: string; refusal: Reason | null }[];
  reason: Reason | null;
  evidence: string | null;
  after: string;
  dueAt: number;
};

const isMine = 'EXISTS (SELECT 1 FROM neighbor_logs WHERE id = ?1 AND due_at = ?2)';

/** Stores what was verified, if the log is still this run's. A week that is not later than the kept one changes nothing. */
export async function saveReading(
  db: D1Database,
  { id, lease }: ClaimedLog,
  { reading, now }: { reading: ReadingToSave; now: Date },
): Promise<void> {
  const { statements, cities } = reading;
  await db.batch([
    ...statements.flatMap((one) => saveStatementStatements(db, { id, lease, one, now })),
    db
      .prepare(
        `DELETE FROM city_refusals WHERE log_id = ?1 AND ${isMine}
        AND campaign IN (SELECT value ->> 'campaign' FROM json_each(?3) WHERE value ->> 'refusal' IS NULL)`,
      )
      .bind(id, lease, JSON.stringify(cities)),
    db
      .prepare(
        `INSERT INTO city_refusals (log_id, campaign, reason, since)
        SELECT ?1, value ->> 'campaign', value ->> 'refusal', ?4 FROM json_each(?3)
        WHERE value ->> 'refusal' IS NOT NULL AND ${isMine}
        ON CONFLICT DO UPDATE SET since = iif(reason = excluded.reason, since, excluded.since),
          reason = excluded.reason`,
      )
      .bind(id, lease, JSON.stringify(cities), now.getTime()),
    saveLogStatement(db, { id, lease, reading, now }),
  ]);
}

type Saving = { id: number; lease: number; now: Date };

function saveStatementStatements(
  db: D1Database,
  { id, lease, one, now }: Saving & { one: NewStatement },
): D1PreparedStatement[] {
  const { campaign, action, week, kind, n, trained, index, leaf, size, root, namesLog } = one;
  return [
    db
      .prepare(
        `UPDATE city_statements SET is_last = 0 WHERE log_id = ?1 AND campaign = ?3 AND action = ?4 AND is_last = 1
        AND week < ?5 AND ${isMine}`,
      )
      .bind(id, lease, campaign, action, week),
    db
      .prepare(
        `INSERT OR IGNORE INTO city_statements (log_id, campaign, action, week, kind, n, trained, log_index, leaf,
          size, root, read_at, names_log, is_last)
        SELECT ?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 1 WHERE ${isMine}`,
      )
      .bind(
        ...[id, lease, campaign, action, week, kind, n, trained, index, leaf, size, root, now.getTime()],
        namesLog ? 1 : 0,
      ),
  ];
}

function saveLogStatement(
  db: D1Database,
  { id, lease, reading, now }: Saving & { reading: ReadingToSave },
): D1PreparedStatement {
  const { head, vkeys, signedBy, doubt, reason, evidence, after, dueAt } = reading;
  return db
    .prepare(
      `UPDATE neighbor_logs SET
        size = coalesce(?3, size), root = coalesce(?4, root), note = coalesce(?5, note), vkeys = ?6,
        reason_at = CASE WHEN ?7 IS NULL THEN NULL WHEN reason = ?7 THEN reason_at ELSE ?8 END,
        reason = ?7, evidence = ?9, failures = iif(?7 IS NULL, 0, failures + 1),
        verified_at = iif(?7 IS NULL, ?8, verified_at), read_at = ?8, after_campaign = ?10, due_at = ?11,
        signed_by = coalesce(?12, signed_by), doubt = ?13
      WHERE id = ?1 AND due_at = ?2 AND coalesce(size, 0) <= coalesce(?3, size, 0)`,
    )
    .bind(
      id,
      lease,
      head?.size ?? null,
      head?.root ?? null,
      head?.note ?? null,
      JSON.stringify(vkeys),
      reason,
      now.getTime(),
      evidence,
      after,
      dueAt,
      signedBy && JSON.stringify(signedBy),
      doubt,
    );
}
