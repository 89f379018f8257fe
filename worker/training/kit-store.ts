import type { Module, Training } from './rules.ts';

const campaignId = '(SELECT id FROM campaigns WHERE slug = ?1)';

/** What was counted stays when the training changes or goes. */
export function saveTrainingStatements(
  db: D1Database,
  campaign: string,
  stored: { training: Training; modules: readonly Module[] } | null,
): D1PreparedStatement[] {
  const emptied = ['training_modules', 'trainings'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE campaign_id = ${campaignId}`).bind(campaign),
  );
  if (!stored) return emptied;
  return [
    ...emptied,
    db
      .prepare(`INSERT INTO trainings (campaign_id, content) VALUES (${campaignId}, ?2)`)
      .bind(campaign, JSON.stringify(stored.training)),
    ...stored.modules.map((module, position) =>
      db
        .prepare(
          `INSERT INTO training_modules (campaign_id, slug, position, content, reviewed_on)
          VALUES (${campaignId}, ?2, ?3, ?4, ?5)`,
        )
        .bind(campaign, module.slug, position, JSON.stringify(module), module.review?.on ?? null),
    ),
  ];
}

export function trainingSnapshotStatements(db: D1Database, campaign: string): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `SELECT 'training' AS label, content AS fields FROM trainings WHERE campaign_id = ${campaignId}`,
      )
      .bind(campaign),
    db
      .prepare(
        `SELECT 'lesson ' || slug AS label, json_set(content, '$.position', position) AS fields
        FROM training_modules WHERE campaign_id = ${campaignId} ORDER BY position`,
      )
      .bind(campaign),
  ];
}

/** Of a campaign in which nothing has happened. */
export function deleteTrainingStatements(db: D1Database, campaign: string): D1PreparedStatement[] {
  return ['training_days', 'training_totals', 'training_modules', 'trainings'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE campaign_id = ${campaignId}`).bind(campaign),
  );
}
