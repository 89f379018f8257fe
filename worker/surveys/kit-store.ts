import type { Survey } from './rules.ts';

export type SurveyOfKit = { slug: string; content: Survey };

/**
 * The rows of petitions that they stand on have to be there. Responses to earlier questions stay, and so do their
 * counts: each says which version it answers.
 */
export function saveSurveysStatement(
  db: D1Database,
  surveys: SurveyOfKit[],
  campaign: string,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO surveys (action_id, content, version)
      SELECT actions.id, value ->> 'content', value ->> '$.content.version'
      FROM json_each(?1) CROSS JOIN actions CROSS JOIN campaigns
      WHERE actions.slug = value ->> 'slug' AND kind = 'survey' AND campaigns.id = campaign_id
        AND campaigns.slug = ?2
      ON CONFLICT (action_id) DO UPDATE SET content = excluded.content, version = excluded.version`,
    )
    .bind(JSON.stringify(surveys), campaign);
}
