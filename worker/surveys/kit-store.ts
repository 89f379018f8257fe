import type { KitProblem } from '../kits/problems.ts';
import type { KitSurvey } from './kit/schema.ts';
import type { Survey } from './rules.ts';

export type SurveyOfKit = { slug: string; content: Survey };

/**
 * The actions must exist. Responses to earlier questions and their counts stay:
 * each has the version of the questions that it answers. The survey keeps when that was changed last.
 */
export function saveSurveysStatement(
  db: D1Database,
  surveys: SurveyOfKit[],
  { campaign, now }: { campaign: string; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO surveys (action_id, content, version)
      SELECT actions.id, value ->> 'content', value ->> '$.content.version'
      FROM json_each(?1) CROSS JOIN actions CROSS JOIN campaigns
      WHERE actions.slug = value ->> 'slug' AND kind = 'survey' AND campaigns.id = campaign_id
        AND campaigns.slug = ?2
      ON CONFLICT (action_id) DO UPDATE SET version = excluded.version,
        content = json_set(excluded.content, '$.changedAt', iif(
          surveys.version <> excluded.version AND EXISTS (
            SELECT 1 FROM signature_counts WHERE signature_counts.action_id = surveys.action_id),
          ?3, surveys.content ->> 'changedAt'))`,
    )
    .bind(JSON.stringify(surveys), campaign, now.getTime());
}

/**
 * Questions that people have answered and whose kind the kit changes. The earlier counts would
 * contradict the new kind, so neither could be reported.
 */
export async function listChangedKinds(db: D1Database, surveys: KitSurvey[]): Promise<KitProblem[]> {
  const { results } = await db
    .prepare(
      `SELECT slug, content FROM actions JOIN surveys ON surveys.action_id = actions.id
      WHERE slug IN (SELECT value FROM json_each(?))
        AND EXISTS (SELECT 1 FROM signature_counts WHERE signature_counts.action_id = actions.id)`,
    )
    .bind(JSON.stringify(surveys.map(({ slug }) => slug)))
    .all<{ slug: string; content: string }>();
  const answered = new Map(results.map(({ slug, content }) => [slug, kindsOf(JSON.parse(content))]));
  return surveys.flatMap(({ slug, sections }, s) =>
    sections.flatMap(({ questions }, i) =>
      questions.flatMap(({ id, kind }, n) => {
        const before = answered.get(slug)?.get(id) ?? kind;
        if (before === kind) return [];
        const path = `surveys[${s}].sections[${i}].questions[${n}].kind`;
        return [{ path, message: `was ${before} when people answered: give the question an id of its own` }];
      }),
    ),
  );
}

/** The questions of a campaign's surveys that people may have answered, as `SURVEY QUESTION`, and their parts. */
export async function listAnswered(db: D1Database, campaign: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT actions.slug, surveys.content FROM campaigns
      JOIN actions ON campaign_id = campaigns.id JOIN surveys ON surveys.action_id = actions.id
      WHERE campaigns.slug = ?
        AND EXISTS (SELECT 1 FROM signature_counts WHERE signature_counts.action_id = actions.id)`,
    )
    .bind(campaign)
    .all<{ slug: string; content: string }>();
  return results.flatMap(({ slug, content }) =>
    (JSON.parse(content) as Survey).sections
      .flatMap(({ questions }) => questions)
      .flatMap((question) => [
        `${slug} ${question.id}`,
        ...partsOf(question).map(({ id }) => `${slug} ${question.id} ${id}`),
      ]),
  );
}

/** Its options, or the lines of its budget. */
function partsOf(question: {
  id: string;
  options?: { id: string }[];
  lines?: { id: string }[];
}): { id: string }[] {
  return question.options ?? question.lines ?? [];
}

function kindsOf({ sections }: Survey): Map<string, string> {
  return new Map(sections.flatMap(({ questions }) => questions.map(({ id, kind }) => [id, kind] as const)));
}

/** The questions of the surveys, for the snapshot of a kit. */
export function surveysSnapshotStatement(db: D1Database, campaign: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT 'survey ' || actions.slug AS label, json_remove(surveys.content, '$.version', '$.changedAt') AS fields
      FROM surveys JOIN actions ON actions.id = action_id JOIN campaigns ON campaigns.id = campaign_id
      WHERE campaigns.slug = ?`,
    )
    .bind(campaign);
}

/** Of surveys that nobody has answered. */
export function deleteSurveysStatement(db: D1Database, campaign: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM surveys WHERE action_id IN (
        SELECT actions.id FROM actions JOIN campaigns ON campaigns.id = campaign_id WHERE campaigns.slug = ?)`,
    )
    .bind(campaign);
}
