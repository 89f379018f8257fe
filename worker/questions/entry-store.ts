import { type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import type { Entry, EntryKind, EntryText } from './entry-rules.ts';

type VersionRow = {
  asked: string;
  fact: string | null;
  answer: string;
  source: string;
  source_url: string | null;
  answered_on: string;
};
type Row = VersionRow &
  Pick<Entry, 'id' | 'kind' | 'state' | 'version'> & { change_id: string; changed_at: number | null };

function textOf(row: VersionRow): EntryText {
  return {
    asked: JSON.parse(row.asked),
    fact: row.fact === null ? null : JSON.parse(row.fact),
    answer: JSON.parse(row.answer),
    source: { name: row.source, url: row.source_url },
    answeredOn: row.answered_on,
  };
}

function entryOf(row: Row): Entry {
  const { id, kind, state, version } = row;
  const changedAt = row.changed_at === null ? null : new Date(row.changed_at);
  return { id, kind, state, version, changedAt, changeId: row.change_id, ...textOf(row) };
}

const selectEntries = `SELECT question_entries.id, kind, state, question_entries.version, change_id, asked, fact, answer, source,
    source_url, answered_on, iif(EXISTS (
      SELECT 1 FROM question_entry_versions AS earlier
      WHERE earlier.entry_id = question_entries.id AND earlier.version < question_entries.version), made_at, NULL) AS changed_at
  FROM question_entries CROSS JOIN question_entry_versions
    ON entry_id = question_entries.id AND question_entry_versions.version = question_entries.version`;

/** Everything that was written, in that order; hidden entries too. */
export function entriesQuery(db: D1Database, campaign: Subquery): Query<Entry[]> {
  return rowsQuery(
    db
      .prepare(
        `${selectEntries} WHERE campaign_id = (${campaign.sql}) ORDER BY question_entries.id LIMIT 100`,
      )
      .bind(campaign.value),
    (rows: Row[]) => rows.map(entryOf),
  );
}

export async function findEntry(db: D1Database, campaignId: number, id: string): Promise<Entry | null> {
  const row = await db
    .prepare(`${selectEntries} WHERE question_entries.id = ?1 AND campaign_id = ?2`)
    .bind(id, campaignId)
    .first<Row>();
  return row && entryOf(row);
}

export type EntryVersion = EntryText & { version: number; madeAt: Date };

/** The newest first. */
export async function listVersions(db: D1Database, entryId: string): Promise<EntryVersion[]> {
  const { results } = await db
    .prepare('SELECT * FROM question_entry_versions WHERE entry_id = ? ORDER BY version DESC LIMIT 50')
    .bind(entryId)
    .all<VersionRow & { version: number; made_at: number }>();
  return results.map((row) => ({ ...textOf(row), version: row.version, madeAt: new Date(row.made_at) }));
}

type NewEntry = {
  id: string;
  campaignId: number;
  kind: EntryKind;
  text: EntryText;
  most: number;
  now: Date;
};

/** Changes no row if the campaign has `most` entries already, or shows the same one: a form may be sent twice. */
export function insertEntryStatement(
  db: D1Database,
  { id, campaignId, kind, text, most, now }: NewEntry,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO question_entries (id, campaign_id, kind, state, version, changed_at, change_id)
      SELECT ?1, ?2, ?3, 'shown', 1, ?4, ?1
      WHERE (SELECT count(*) FROM question_entries WHERE campaign_id = ?2) < ?5
        AND NOT EXISTS (
          SELECT 1 FROM question_entries AS other CROSS JOIN question_entry_versions AS written
            ON entry_id = other.id AND written.version = other.version
          WHERE campaign_id = ?2 AND kind = ?3 AND state = 'shown' AND asked = ?6 AND fact IS ?7 AND answer = ?8
            AND source = ?9 AND source_url IS ?10 AND answered_on = ?11)`,
    )
    .bind(...[id, campaignId, kind, now.getTime(), most], ...columnsOf(text));
}

/** As a version is stored. */
function columnsOf({ asked, fact, answer, source, answeredOn }: EntryText): (string | null)[] {
  return [
    ...[JSON.stringify(asked), fact && JSON.stringify(fact), JSON.stringify(answer)],
    ...[source.name, source.url, answeredOn],
  ];
}

export function insertVersionStatement(
  db: D1Database,
  { entryId, version, text, now }: { entryId: string; version: number; text: EntryText; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO question_entry_versions
        (entry_id, version, asked, fact, answer, source, source_url, answered_on, made_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
    )
    .bind(entryId, version, ...columnsOf(text), now.getTime());
}

/** A change to an entry, or its undoing. `from` is the change that the organizer saw as the last one. */
export type EntryChange = {
  id: string;
  from: string;
  to: string;
  set: Partial<Pick<Entry, 'state' | 'version'>>;
  now: Date;
};

/** Changes no row if another change stands last. */
export function changeEntryStatement(
  db: D1Database,
  { id, from, to, set, now }: EntryChange,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE question_entries SET change_id = ?3, state = coalesce(?4, state), version = coalesce(?5, version),
        changed_at = ?6
      WHERE id = ?1 AND change_id = ?2`,
    )
    .bind(id, from, to, set.state ?? null, set.version ?? null, now.getTime());
}

export async function newestVersion(db: D1Database, entryId: string): Promise<number> {
  const n = await db
    .prepare('SELECT max(version) AS n FROM question_entry_versions WHERE entry_id = ?')
    .bind(entryId)
    .first<number>('n');
  return n ?? 0;
}

export async function countEntries(db: D1Database, campaignId: number): Promise<number> {
  const n = await db
    .prepare('SELECT count(*) AS n FROM question_entries WHERE campaign_id = ?')
    .bind(campaignId)
    .first<number>('n');
  return n ?? 0;
}
