import type { Survey } from '../surveys/rules.ts';
import type { KitProblem } from './problems.ts';
import type { KitSurvey } from './schema.ts';

/**
 * Questions that people have answered and that the kit makes another kind of. What was counted of the one kind would
 * contradict the other, and the committee could not be told either.
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

function kindsOf({ sections }: Survey): Map<string, string> {
  return new Map(sections.flatMap(({ questions }) => questions.map(({ id, kind }) => [id, kind] as const)));
}
