import { type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import { day } from '../platform/time/clock.ts';
import type { Entry, EntryKind, EntryState, NewEntry } from './entry-rules.ts';

type EntryRow = {
  id: string;
  kind: EntryKind;
  partner_id: number | null;
  name: string | null;
  text: string;
  language: 'en' | 'es';
  who: string;
  on_day: string | null;
  added_at: number;
  state: EntryState;
};

const columns = `coalition_entries.id, kind, partner_id, name, text, language, who, on_day, added_at, state
  FROM coalition_entries`;
const withPartner = 'LEFT JOIN partners ON partners.id = partner_id';

function entryOf(row: EntryRow): Entry {
  const { id, kind, text, language, who, state } = row;
  const partner = row.partner_id === null ? null : { id: row.partner_id, name: JSON.parse(row.name ?? '{}') };
  return {
    ...{ id, kind, text, language, who, state, partner },
    ...{ onDay: row.on_day, addedAt: new Date(row.added_at) },
  };
}

/** The newest first. `before` is the id of the last one of the page before. */
export function entriesQuery(
  db: D1Database,
  campaign: Subquery,
  { kind, before, most }: { kind: EntryKind; before: string | null; most: number },
): Query<Entry[]> {
  const statement = db
    .prepare(
      `SELECT ${columns} INDEXED BY coalition_entries_shown ${withPartner}
      WHERE coalition_entries.campaign_id = (${campaign.sql}) AND kind = ? AND state <> 'off'
        AND coalition_entries.id < ?
      ORDER BY coalition_entries.id DESC LIMIT ?`,
    )
    .bind(campaign.value, kind, before ?? '~', most);
  return rowsQuery(statement, (rows: EntryRow[]) => rows.map(entryOf));
}

/** Also one that was taken off. */
export function entryQuery(
  db: D1Database,
  { id, campaignId }: { id: string; campaignId: number },
): Query<Entry | null> {
  const statement = db
    .prepare(
      `SELECT ${columns} ${withPartner} WHERE coalition_entries.id = ? AND coalition_entries.campaign_id = ?`,
    )
    .bind(id, campaignId);
  return rowsQuery(statement, ([row]: EntryRow[]) => (row ? entryOf(row) : null));
}

/** On which list each of these is. */
export function kindsQuery(
  db: D1Database,
  { campaignId, ids }: { campaignId: number; ids: readonly string[] },
): Query<{ id: string; kind: EntryKind }[]> {
  const statement = db
    .prepare(
      `SELECT id, kind FROM coalition_entries
      WHERE id IN (SELECT value FROM json_each(?1)) AND campaign_id = ?2`,
    )
    .bind(JSON.stringify(ids), campaignId);
  return rowsQuery(statement, (rows: { id: string; kind: EntryKind }[]) => rows);
}

export type Added = NewEntry & {
  id: string;
  campaignId: number;
  /** Whose it is; null is the campaign's own. */
  partnerId: number | null;
  language: 'en' | 'es';
  now: Date;
};

const ofToday = `FROM coalition_entries INDEXED BY coalition_entries_by_day
  WHERE campaign_id = ?2 AND kind = ?3 AND added_at > ?9 AND partner_id IS ?4`;

/** Stores nothing above the limit of a day, and nothing twice: a second press of the button adds nothing. */
export function addEntryStatement(
  db: D1Database,
  added: Added,
  { mostOfDay }: { mostOfDay: number },
): D1PreparedStatement {
  const { id, campaignId, kind, partnerId, text, language, who, onDay, now } = added;
  return db
    .prepare(
      `INSERT INTO coalition_entries
        (id, campaign_id, kind, partner_id, text, language, who, on_day, added_at)
      SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?10
      WHERE NOT EXISTS (SELECT 1 ${ofToday} AND text = ?5 AND who = ?7 AND on_day IS ?8 AND state <> 'off')
        AND (SELECT count(*) FROM (SELECT 1 ${ofToday} LIMIT ?11)) < ?11`,
    )
    .bind(
      ...[id, campaignId, kind, partnerId, text, language, who, onDay],
      ...[now.getTime() - day, now.getTime(), mostOfDay],
    );
}

/** Whether the same one is there. */
export function hasEntryQuery(db: D1Database, added: Added): Query<boolean> {
  const { campaignId, kind, partnerId, text, who, onDay, now } = added;
  const statement = db
    .prepare(
      `SELECT 1 FROM coalition_entries INDEXED BY coalition_entries_by_day
      WHERE campaign_id = ?1 AND kind = ?2 AND added_at > ?3 AND partner_id IS ?4 AND text = ?5 AND who = ?6
        AND on_day IS ?7 AND state <> 'off' LIMIT 1`,
    )
    .bind(campaignId, kind, now.getTime() - day, partnerId, text, who, onDay);
  return rowsQuery(statement, (rows) => rows.length > 0);
}

/** `by`: only where it is of this partner; left out for organizers. */
export function changeStateStatement(
  db: D1Database,
  change: {
    id: string;
    campaignId: number;
    from: EntryState;
    to: EntryState;
    by?: number | undefined;
  },
): D1PreparedStatement {
  const { id, campaignId, from, to, by = null } = change;
  return db
    .prepare(
      `UPDATE coalition_entries SET state = ?4
      WHERE id = ?1 AND campaign_id = ?2 AND state = ?3 AND (?5 IS NULL OR partner_id = ?5)
        AND (?4 <> 'done' OR kind = 'agenda')`,
    )
    .bind(id, campaignId, from, to, by);
}
