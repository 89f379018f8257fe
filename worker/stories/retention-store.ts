import { day } from '../platform/time/clock.ts';

/**
 * Notes that consents have ended by their time (nothing waits for it: every place asks for the time itself), and lists
 * the ids of what is kept no longer: invitations that nobody used, texts that nobody may show any more, and those of
 * campaigns whose last action was closed as long ago as the campaign keeps what people entered.
 */
export async function endExpired(
  db: D1Database,
  now: Date,
  most: { consents: number; stories: number },
): Promise<string[]> {
  const [, ...lists] = await db.batch<{ id: string }>([
    endExpiredStatement(db, now, most.consents),
    listToEraseStatement(db, now, most.stories),
    listOfEndedCampaignsStatement(db, now, most.stories),
  ]);
  return [...new Set(lists.flatMap(({ results }) => results.map(({ id }) => id)))];
}

function listToEraseStatement(db: D1Database, now: Date, most: number): D1PreparedStatement {
  return db
    .prepare('SELECT id FROM stories INDEXED BY stories_kept WHERE kept_until <= ?1 LIMIT ?2')
    .bind(now.getTime(), most);
}

function listOfEndedCampaignsStatement(db: D1Database, now: Date, most: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT stories.id FROM campaigns CROSS JOIN stories ON stories.campaign_id = campaigns.id
      WHERE sealed IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM actions WHERE campaign_id = campaigns.id AND actions.state = 'open')
        AND (SELECT max(closed_at) FROM actions WHERE campaign_id = campaigns.id AND actions.state = 'closed')
          + retention_days * ${day} <= ?1
      LIMIT ?2`,
    )
    .bind(now.getTime(), most);
}

function endExpiredStatement(db: D1Database, now: Date, most: number): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE story_consents SET ended_at = until_at, ended_by = 'expired' WHERE id IN (
        SELECT id FROM story_consents INDEXED BY story_consents_to_end
        WHERE ended_at IS NULL AND until_at <= ?1 LIMIT ?2)`,
    )
    .bind(now.getTime(), most);
}
