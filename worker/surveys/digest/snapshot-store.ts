import type { AnswerCount } from '../kinds/counted.ts';
import type { AnswerChange } from './counted-rules.ts';
import type { SendKind, SurveyPartSnapshot, ToldPart } from './rules.ts';

type SurveyRow = { action_id: number; content: string; told: string | null };
type SendRow = { action_id: number; what: SendKind; n: number };
type Of<Row> = Row & { action_id: number };

const told = `(
  SELECT json_object('questions', json_extract(told.value, '$.questions'),
    'earlier', json_extract(told.value, '$.earlier'), 'sends', json_object(
    'opened', told.value ->> '$.sends.opened.n', 'reported', told.value ->> '$.sends.reported.n'))
  FROM digests CROSS JOIN json_each(digests.content, '$.surveys') AS told
  WHERE digests.committee_id = ?1 AND told.value ->> 'slug' = actions.slug AND week = (
    SELECT max(week) FROM digest_lines
    WHERE committee_id = ?1 AND section = 'surveys' AND slug = actions.slug AND week < ?2))`;

const ofSurveys = (columns: string, table: string, where = 'true') => `
  SELECT ${columns} FROM actions CROSS JOIN ${table} ON action_id = actions.id
  WHERE committee_id = ?1 AND kind = 'survey' AND ${where}`;

const columns = 'action_id, question, place, key, n, total';

/**
 * What a tally is made of beside the account: questions, ways to the city's own survey and, but for live numbers,
 * answers. Counts of answers, so that it matters how many answers there can be and not how many came.
 */
export function surveyStatements(
  db: D1Database,
  committeeId: number,
  { week, isLive }: { week: string; isLive: boolean },
): D1PreparedStatement[] {
  const statement = (sql: string) => db.prepare(sql).bind(committeeId, week);
  return [
    statement(ofSurveys(`action_id, content, ${told} AS told`, 'surveys')),
    statement(
      `${ofSurveys('action_id, what, sum(n) AS n', 'send_counts', 'week <= ?2')} GROUP BY action_id, what`,
    ),
    ...(isLive
      ? []
      : [
          db.prepare(ofSurveys(columns, 'answer_counts')).bind(committeeId),
          statement(ofSurveys(`${columns}, week`, 'answer_changes', 'week > ?2')),
        ]),
  ];
}

/** By the petition's id that each survey stands on. */
export function surveyPartsOf(results: D1Result[]): Map<number, SurveyPartSnapshot> {
  const [surveys = [], sends = [], answers = [], changes = []] = results.map((result) => result.results);
  const parts = new Map<number, SurveyPartSnapshot>();
  for (const row of surveys as SurveyRow[]) {
    parts.set(row.action_id, {
      id: row.action_id,
      survey: JSON.parse(row.content),
      answers: [],
      answerChanges: [],
      sends: { opened: 0, reported: 0 },
      toldPart: row.told ? (JSON.parse(row.told) as ToldPart) : null,
      words: [],
    });
  }
  for (const { action_id, ...row } of answers as Of<AnswerCount>[]) parts.get(action_id)?.answers.push(row);
  for (const { action_id, ...row } of changes as Of<AnswerChange>[])
    parts.get(action_id)?.answerChanges.push(row);
  for (const { action_id, what, n } of sends as SendRow[]) {
    const part = parts.get(action_id);
    if (part) part.sends[what] = n;
  }
  return parts;
}
