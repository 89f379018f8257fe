import type { Pay, SheetUse, StopReason } from './rules.ts';

type Stop = {
  id: string;
  campaignId: number;
  /** Null lets it go on. */
  reason: StopReason | null;
  /** Where it goes on: only if it was stopped then. */
  stoppedAt?: Date | undefined;
  now: Date;
};

/** By a guide, or taken back: only while it is as they saw it. */
export function stopStatement(
  db: D1Database,
  { id, campaignId, reason, stoppedAt, now }: Stop,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE stories SET stopped_at = iif(?3 IS NULL, NULL, ?4), stop_reason = ?3
      WHERE id = ?1 AND campaign_id = ?2 AND state = 'begun' AND (stopped_at IS NULL) = (?3 IS NOT NULL)
        AND (?5 IS NULL OR stopped_at = ?5)`,
    )
    .bind(id, campaignId, reason, now.getTime(), stoppedAt?.getTime() ?? null);
}

/** A guide has read this version. Changes no row if it was erased meanwhile. */
export function noteLookStatement(
  db: D1Database,
  { id, campaignId, version }: { id: string; campaignId: number; version: number },
): D1PreparedStatement {
  return db
    .prepare(
      'UPDATE stories SET looked_version = ?3 WHERE id = ?1 AND campaign_id = ?2 AND version = ?3 AND sealed IS NOT NULL',
    )
    .bind(id, campaignId, version);
}

type PayChange = {
  id: string;
  campaignId: number;
  from: { pay: Pay; cents: number };
  to: { pay: Pay; cents: number };
};

/** Changes no row if somebody else has changed it. */
export function payStatement(db: D1Database, { id, campaignId, from, to }: PayChange): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE stories SET pay = ?5, pay_cents = ?6
      WHERE id = ?1 AND campaign_id = ?2 AND pay = ?3 AND pay_cents = ?4`,
    )
    .bind(id, campaignId, from.pay, from.cents, to.pay, to.cents);
}

/** Changes no row if the story may not be shown for this use any more. */
export function insertSheetStatement(
  db: D1Database,
  { id, use, now }: { id: string; use: SheetUse; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO story_sheets (story_id, campaign_id, use, taken_at)
      SELECT id, campaign_id, ?2, ?3 FROM stories
      WHERE id = ?1 AND sealed IS NOT NULL AND paused_at IS NULL AND stopped_at IS NULL AND EXISTS (
        SELECT 1 FROM story_consents AS held WHERE held.story_id = stories.id AND held.use = ?2
          AND held.ended_at IS NULL AND held.from_at <= ?3 AND held.until_at > ?3
          AND held.version = stories.version)`,
    )
    .bind(id, use, now.getTime());
}

export function returnSheetStatement(
  db: D1Database,
  { sheet, id, campaignId, now }: { sheet: number; id: string; campaignId: number; now: Date | null },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE story_sheets SET returned_at = ?4
      WHERE id = ?1 AND story_id = ?2 AND campaign_id = ?3 AND (returned_at IS NULL) = (?4 IS NOT NULL)`,
    )
    .bind(sheet, id, campaignId, now?.getTime() ?? null);
}
