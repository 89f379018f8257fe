import { actionSnapshotsQuery } from '../../digests/action-snapshot-store.ts';
import type { SnapshotUse } from '../../digests/section.ts';
import { joinQueries, mapQuery, type Query } from '../../platform/query.ts';
import type { AnswerCount } from '../kinds/counted.ts';
import type { AnswerChange } from './counted-rules.ts';
import type { PreviousPart, SendKind, SurveyPartSnapshot } from './rules.ts';
import type { SurveySnapshot } from './survey-tally-rules.ts';

type SurveyRow = { action_id: number; content: string; told: string | null };
type WordsRow = SurveyPartSnapshot['words'][number];
type SendRow = { action_id: number; what: SendKind; n: number };
type Of<Row> = Row & { action_id: number };

const kind = 'survey';

/** How many sentences of people one digest shows for a survey. */
const mostWords = 3;

const lastToldWeek = `(
  SELECT max(week) FROM digest_lines WHERE section = ?3 AND slug = actions.slug AND week < ?2)`;

/** Of any committee, because what was told of a survey can be compared by everybody. */
const lastTold = `(
  SELECT json_object('week', digests.week, 'held', json_extract(told.value, '$.held'), 'questions', json_extract(told.value, '$.questions'),
    'earlier', json_extract(told.value, '$.earlier'), 'sends', json_object(
    'opened', told.value ->> '$.sends.opened.n', 'reported', told.value ->> '$.sends.reported.n'))
  FROM digest_lines AS line
    CROSS JOIN digests ON digests.committee_id = line.committee_id AND digests.week = line.week
    CROSS JOIN json_each(digests.content, '$.' || ?3) AS told
  WHERE section = ?3 AND line.slug = actions.slug AND line.week = ${lastToldWeek}
    AND told.value ->> 'slug' = actions.slug
  LIMIT 1)`;

/** The newest approved sentences of people who count. Their texts are sealed. */
const selectWords = `
  SELECT responses.action_id, signature_id AS id, words_at AS sharedAt, place
  FROM actions
    CROSS JOIN responses ON responses.action_id = actions.id AND words_state = 'shown' AND words_at >= coalesce((
      SELECT newest.words_at FROM responses AS newest CROSS JOIN signatures AS theirs ON theirs.id = newest.signature_id
      WHERE newest.action_id = actions.id AND newest.words_state = 'shown' AND theirs.state = 'confirmed'
      ORDER BY newest.words_at DESC LIMIT 1 OFFSET ${mostWords - 1}), 0)
    CROSS JOIN signatures ON signatures.id = signature_id AND signatures.state = 'confirmed'
  WHERE committee_id = ?1 AND actions.kind = '${kind}'`;

const ofSurveys = (columns: string, table: string, where = 'true') => `
  SELECT ${columns} FROM actions CROSS JOIN ${table} ON action_id = actions.id
  WHERE committee_id = ?1 AND kind = '${kind}' AND ${where}`;

const answerColumns = 'action_id, question, place, key, n, total';

/**
 * The data of a tally: the action, its questions, the ways to the city's survey and, for a digest, answers. It reads
 * counts, so its cost depends on how many different answers are possible and not on how many came.
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

/** By the id of the survey's action. */
function surveyPartsQuery(
  db: D1Database,
  committeeId: number,
  { section, week, use }: { section: string; week: string; use: SnapshotUse },
): Query<Map<number, SurveyPartSnapshot>> {
  // Computed like answers: the current value minus the changes of later weeks.
  const laterSends = ofSurveys('action_id, what, -sum(n) AS n', 'send_changes', 'week > ?2');
  return {
    statements: [
      db
        .prepare(ofSurveys(`action_id, content, ${lastTold} AS told`, 'surveys'))
        .bind(committeeId, week, section),
      db.prepare(ofSurveys('action_id, what, n', 'send_counts')).bind(committeeId),
      ...(use === 'digest'
        ? [
            db.prepare(`${laterSends} GROUP BY action_id, what`).bind(committeeId, week),
            db.prepare(ofSurveys(answerColumns, 'answer_counts')).bind(committeeId),
            db
              .prepare(
                ofSurveys(`${answerColumns}, week`, 'answer_changes', `week > coalesce(${lastToldWeek}, ?2)`),
              )
              .bind(committeeId, week, section),
            db.prepare(selectWords).bind(committeeId),
          ]
        : []),
    ],
    read([surveys = [], sends = [], laterSends = [], answers = [], changes = [], words = []]) {
      const parts = new Map((surveys as SurveyRow[]).map((row) => [row.action_id, partOf(row)]));
      for (const { action_id, what, n } of [...sends, ...laterSends] as SendRow[]) {
        const part = parts.get(action_id);
        if (part) part.sends[what] += n;
      }
      for (const { action_id, ...row } of answers as Of<AnswerCount>[]) {
        parts.get(action_id)?.answers.push(row);
      }
      for (const { action_id, ...row } of changes as Of<AnswerChange>[]) {
        parts.get(action_id)?.answerChanges.push(row);
      }
      for (const { action_id, ...row } of newestFirst(words as Of<WordsRow>[])) {
        const own = parts.get(action_id)?.words;
        if (own && own.length < mostWords) own.push(row);
      }
      return parts;
    },
  };
}

function newestFirst<Row extends WordsRow>(rows: Row[]): Row[] {
  return rows.toSorted((a, b) => b.sharedAt - a.sharedAt);
}

function partOf({ content, told }: SurveyRow): SurveyPartSnapshot {
  const previousPart = told ? (JSON.parse(told) as PreviousPart) : null;
  return {
    survey: JSON.parse(content),
    answers: [],
    answerChanges: [],
    sends: { opened: 0, reported: 0 },
    previousPart,
    words: [],
  };
}
