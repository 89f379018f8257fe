import { actionSnapshotsQuery } from '../../digests/action-snapshot-store.ts';
import type { SnapshotUse } from '../../digests/section.ts';
import { joinQueries, mapQuery, type Query } from '../../platform/query.ts';
import type { AnswerCount } from '../kinds/counted.ts';
import type { AnswerChange } from './counted-rules.ts';
import type { SendKind, SurveyPartSnapshot, ToldPart } from './rules.ts';
import type { SurveySnapshot } from './survey-tally-rules.ts';

type SurveyRow = { action_id: number; content: string; told: string | null; words: string };
type SendRow = { action_id: number; what: SendKind; n: number };
type Of<Row> = Row & { action_id: number };

const kind = 'survey';

/** Sentences of people that one digest tells of a survey. */
const mostWords = 3;

const lastToldWeek = `(
  SELECT max(week) FROM digest_lines
  WHERE committee_id = ?1 AND section = ?3 AND slug = actions.slug AND week < ?2)`;

const lastTold = `(
  SELECT json_object('questions', json_extract(told.value, '$.questions'),
    'earlier', json_extract(told.value, '$.earlier'), 'sends', json_object(
    'opened', told.value ->> '$.sends.opened.n', 'reported', told.value ->> '$.sends.reported.n'))
  FROM digests CROSS JOIN json_each(digests.content, '$.' || ?3) AS told
  WHERE digests.committee_id = ?1 AND week = ${lastToldWeek} AND told.value ->> 'slug' = actions.slug)`;

/** The newest sentences that somebody has read and let through, of people who count. Their texts are sealed. */
const shownWords = `(
  SELECT json_group_array(json_object('id', signature_id, 'sharedAt', words_at, 'place', place)) FROM (
    SELECT signature_id, words_at, place FROM responses CROSS JOIN signatures ON signatures.id = signature_id
    WHERE responses.action_id = actions.id AND words_state = 'shown' AND signatures.state = 'confirmed'
    ORDER BY words_at DESC LIMIT ${mostWords}))`;

const ofSurveys = (columns: string, table: string, where = 'true') => `
  SELECT ${columns} FROM actions CROSS JOIN ${table} ON action_id = actions.id
  WHERE committee_id = ?1 AND kind = '${kind}' AND ${where}`;

const answerColumns = 'action_id, question, place, key, n, total';

/**
 * What a tally is made of: the action, its questions, ways to the city's own survey and, for a digest, answers. Counts
 * of answers, so that it matters how many answers there can be and not how many came.
 */
export function surveySnapshotsQuery(
  db: D1Database,
  committeeId: number,
  of: { section: string; week: string; use: SnapshotUse },
): Query<SurveySnapshot[]> {
  const queries = joinQueries({
    actions: actionSnapshotsQuery(db, committeeId, { ...of, kind }),
    parts: surveyPartsQuery(db, committeeId, of),
  });
  return mapQuery(queries, ({ actions, parts }) =>
    actions.flatMap((action) => {
      const part = parts.get(action.id);
      return part ? [{ ...action, ...part }] : [];
    }),
  );
}

/** By the id of the action that each survey stands on. */
function surveyPartsQuery(
  db: D1Database,
  committeeId: number,
  { section, week, use }: { section: string; week: string; use: SnapshotUse },
): Query<Map<number, SurveyPartSnapshot>> {
  const columns = `action_id, content, ${lastTold} AS told, ${use === 'digest' ? shownWords : `'[]'`} AS words`;
  // Those until the last digest are in it.
  const sends = ofSurveys(
    'action_id, what, sum(n) AS n',
    'send_counts',
    `week <= ?2 AND week > coalesce(${lastToldWeek}, '')`,
  );
  return {
    statements: [
      db.prepare(ofSurveys(columns, 'surveys')).bind(committeeId, week, section),
      db.prepare(`${sends} GROUP BY action_id, what`).bind(committeeId, week, section),
      ...(use === 'digest'
        ? [
            db.prepare(ofSurveys(answerColumns, 'answer_counts')).bind(committeeId),
            db
              .prepare(ofSurveys(`${answerColumns}, week`, 'answer_changes', 'week > ?2'))
              .bind(committeeId, week),
          ]
        : []),
    ],
    read([surveys = [], sends = [], answers = [], changes = []]) {
      const parts = new Map((surveys as SurveyRow[]).map((row) => [row.action_id, partOf(row)]));
      for (const { action_id, what, n } of sends as SendRow[]) {
        const part = parts.get(action_id);
        if (part) part.sends[what] += n;
      }
      for (const { action_id, ...row } of answers as Of<AnswerCount>[]) {
        parts.get(action_id)?.answers.push(row);
      }
      for (const { action_id, ...row } of changes as Of<AnswerChange>[]) {
        parts.get(action_id)?.answerChanges.push(row);
      }
      return parts;
    },
  };
}

function partOf({ content, told, words }: SurveyRow): SurveyPartSnapshot {
  const toldPart = told ? (JSON.parse(told) as ToldPart) : null;
  return {
    survey: JSON.parse(content),
    answers: [],
    answerChanges: [],
    sends: { opened: toldPart?.sends.opened ?? 0, reported: toldPart?.sends.reported ?? 0 },
    toldPart,
    words: JSON.parse(words),
  };
}
