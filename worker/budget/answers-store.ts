import type { Text } from '../../web/language.ts';
import { type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import type { QuestionTally } from '../surveys/digest/rules.ts';

/** A question, and what the newest digest of its survey told of it; null before there is one. */
export type NamedQuestion = {
  survey: string;
  title: Text;
  question: string;
  told: { week: string; tally: QuestionTally } | null;
};

type Row = { survey: string; title: string; question: string; week: string | null; tally: string | null };

/**
 * The questions that comparisons name: those whose slugs `comparisons` selects. A digest has as much of a survey as its
 * questions have, however many people answered.
 */
export function namedQuestionsQuery(db: D1Database, comparisons: Subquery): Query<NamedQuestion[]> {
  return rowsQuery(
    db
      .prepare(
        `WITH named AS (
          SELECT DISTINCT line.value ->> '$.answers.survey' AS survey, line.value ->> '$.answers.question' AS question
          FROM budget_comparisons CROSS JOIN json_each(content, '$.lines') AS line
          WHERE budget_comparisons.slug IN (${comparisons.sql}) AND line.value ->> '$.answers.survey' IS NOT NULL)
        SELECT named.survey, named.question, action_texts.title, digests.week, question.value AS tally
        FROM named
          CROSS JOIN actions ON actions.slug = named.survey AND actions.kind = 'survey' AND actions.state IN ('open', 'closed')
          CROSS JOIN action_texts ON action_id = actions.id AND version = text_version
          LEFT JOIN digest_lines AS line ON line.slug = named.survey AND section = 'surveys' AND line.week = (
            SELECT max(week) FROM digest_lines WHERE slug = named.survey AND section = 'surveys')
          LEFT JOIN digests ON digests.committee_id = line.committee_id AND digests.week = line.week
          LEFT JOIN json_each(digests.content, '$.surveys') AS told ON told.value ->> 'slug' = named.survey
          LEFT JOIN json_each(told.value, '$.questions') AS question ON question.value ->> 'id' = named.question`,
      )
      .bind(comparisons.value),
    (rows: Row[]) =>
      rows.map(({ survey, title, question, week, tally }) => ({
        ...{ survey, question, title: JSON.parse(title) },
        told: week !== null && tally !== null ? { week, tally: JSON.parse(tally) } : null,
      })),
  );
}
