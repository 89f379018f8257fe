import type { Text } from '../../web/language.ts';
import { rowsQuery, type Subquery } from '../platform/query.ts';
import type { EntryKind } from './entry-rules.ts';

/** A public answer as the kit's snapshot reads it. */
export type KitAnswer = {
  kind: EntryKind;
  asked: Text;
  fact: Text | null;
  answer: Text;
  source: string;
  source_url: string | null;
  answered_on: string;
  version: number;
};

/** Before the number of an answer, among those that are shown. */
export const snapshotLabel = 'public answer';

const ofCampaign = 'campaign_id = (SELECT id FROM campaigns WHERE slug = ?1)';

export function entriesSnapshotStatement(db: D1Database, slug: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT '${snapshotLabel} ' || row_number() OVER (ORDER BY question_entries.id) AS label,
        json_object('kind', kind, 'asked', json(asked), 'fact', json(fact), 'answer', json(answer), 'source', source,
          'source_url', source_url, 'answered_on', answered_on, 'version', question_entries.version) AS fields
      FROM question_entries CROSS JOIN question_entry_versions
        ON entry_id = question_entries.id AND question_entry_versions.version = question_entries.version
      WHERE ${ofCampaign} AND state = 'shown' ORDER BY question_entries.id LIMIT 100`,
    )
    .bind(slug);
}

/** Change no row in a campaign that has an entry, shown or hidden. */
export function saveFirstEntriesStatements(
  db: D1Database,
  slug: string,
  { answers, ids, now }: { answers: KitAnswer[]; ids: string[]; now: Date },
): D1PreparedStatement[] {
  if (answers.length === 0) return [];
  const rows = JSON.stringify(answers.map((one, i) => ({ ...one, id: ids[i] })));
  const entries = `INSERT INTO question_entries (id, campaign_id, kind, state, version, changed_at, change_id)
    SELECT value ->> 'id', campaigns.id, value ->> 'kind', 'shown', value ->> 'version', ?3, value ->> 'id'
    FROM campaigns, json_each(?2)
    WHERE slug = ?1 AND NOT EXISTS (SELECT 1 FROM question_entries WHERE campaign_id = campaigns.id)`;
  const versions = `INSERT INTO question_entry_versions
      (entry_id, version, asked, fact, answer, source, source_url, answered_on, made_at)
    SELECT question_entries.id, question_entries.version, value -> 'asked', nullif(value -> 'fact', 'null'), value -> 'answer', value ->> 'source',
      value ->> 'source_url', value ->> 'answered_on', ?2
    FROM json_each(?1) CROSS JOIN question_entries ON question_entries.id = value ->> 'id'`;
  return [
    db.prepare(entries).bind(slug, rows, now.getTime()),
    db.prepare(versions).bind(rows, now.getTime()),
  ];
}

/** Of a campaign in which nothing has happened. */
export function deleteEntriesStatements(db: D1Database, slug: string): D1PreparedStatement[] {
  return [
    `DELETE FROM question_entry_versions WHERE entry_id IN (SELECT id FROM question_entries WHERE ${ofCampaign})`,
    `DELETE FROM question_entries WHERE ${ofCampaign}`,
  ].map((sql) => db.prepare(sql).bind(slug));
}

/** The questions that the kit answers itself. */
export function kitQuestionsQuery(db: D1Database, campaign: Subquery) {
  return rowsQuery(
    db
      .prepare(`SELECT content -> '$.questions' AS questions FROM campaigns WHERE id = (${campaign.sql})`)
      .bind(campaign.value),
    ([row]: { questions: string | null }[]): { question: Text; answer: Text }[] =>
      JSON.parse(row?.questions ?? '[]'),
  );
}
