import type { Language } from '../../web/language.ts';
import { type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import type { Committee, Council, Frequency, Seat } from './rules.ts';

type CouncilRow = { id: number; slug: string; name: string; majority: number; decides: string | null };
type SeatRow = { slug: string; title: string; district: string | null };
type CommitteeRow = {
  id: number;
  slug: string;
  name: string;
  remit: string;
  contact_email: string;
  digest_day: number;
  digest_hour: number;
  language: Language | null;
  frequency: Frequency;
  frequency_changes: number;
  staff_link: number;
  next_digest_at: number;
};

/** The council that the campaign's actions are addressed to; if they differ, that of the newest action. */
export function councilQuery(db: D1Database, campaign: Subquery): Query<Council | null> {
  const council = `
    SELECT council_id FROM actions JOIN committees ON committees.id = committee_id
    WHERE campaign_id = (${campaign.sql}) ORDER BY actions.id DESC LIMIT 1`;
  const prepare = (sql: string) => db.prepare(sql).bind(campaign.value);
  return {
    statements: [
      prepare(`SELECT * FROM councils WHERE id = (${council})`),
      prepare(
        `SELECT slug, title, district FROM seats WHERE council_id = (${council})
        ORDER BY position, slug`,
      ),
      prepare(`SELECT * FROM committees WHERE council_id = (${council}) ORDER BY id`),
    ],
    read([councils = [], seats = [], committees = []]) {
      const [row] = councils as CouncilRow[];
      if (!row) return null;
      return {
        id: row.id,
        slug: row.slug,
        name: JSON.parse(row.name),
        majority: row.majority,
        decides: row.decides === null ? null : JSON.parse(row.decides),
        seats: (seats as SeatRow[]).map(seatOf),
        committees: (committees as CommitteeRow[]).map(committeeOf),
      };
    },
  };
}

/** With its council's name and the clock that its weeks follow. */
export type FoundCommittee = Committee & {
  council: { id: number; name: Council['name'] };
  timeZone: string;
};

type FoundRow = CommitteeRow & { council_id: number; council_name: string; time_zone: string };

export function committeeQuery(db: D1Database, id: number): Query<FoundCommittee | null> {
  return rowsQuery(selectCommittee(db, id), ([row]: FoundRow[]) => (row ? foundOf(row) : null));
}

export async function findCommittee(db: D1Database, id: number): Promise<FoundCommittee | null> {
  const row = await selectCommittee(db, id).first<FoundRow>();
  return row && foundOf(row);
}

function selectCommittee(db: D1Database, id: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT committees.*, councils.name AS council_name, time_zone FROM committees
        JOIN councils ON councils.id = council_id JOIN cities ON cities.id = city_id
      WHERE committees.id = ?`,
    )
    .bind(id);
}

function foundOf(row: FoundRow): FoundCommittee {
  const council = { id: row.council_id, name: JSON.parse(row.council_name) };
  return { ...committeeOf(row), council, timeZone: row.time_zone };
}

function seatOf(row: SeatRow): Seat {
  return { slug: row.slug, title: JSON.parse(row.title), district: row.district };
}

function committeeOf(row: CommitteeRow): Committee {
  return {
    id: row.id,
    slug: row.slug,
    name: JSON.parse(row.name),
    remit: JSON.parse(row.remit),
    contactEmail: row.contact_email,
    digestDay: row.digest_day,
    digestHour: row.digest_hour,
    language: row.language,
    frequency: row.frequency,
    frequencyChanges: row.frequency_changes,
    staffLink: row.staff_link,
    nextDigestAt: new Date(row.next_digest_at),
  };
}
