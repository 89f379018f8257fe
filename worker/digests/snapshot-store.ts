import type { ActionKind } from '../actions/rules.ts';
import { surveyPartsOf, surveyStatements } from '../surveys/digest/snapshot-store.ts';
import type { Change, Count } from './counts-rules.ts';
import type { ActionSnapshot, DigestSnapshot, Told } from './rules.ts';

type HeadRow = {
  slug: string;
  name: string;
  council_name: string;
  city_slug: string;
  city_name: string;
  time_zone: string;
};
type PetitionRow = {
  id: number;
  kind: ActionKind;
  slug: string;
  title: string;
  state: ActionSnapshot['state'];
  opens_at: number;
  closes_at: number | null;
  closed_at: number | null;
  campaign_id: number;
  campaign_slug: string;
  contact_email: string;
  content: string;
  told: string | null;
  mailed: string | null;
};
type ThresholdRow = { action_id: number; signatures: number; name: string; reached_at: number | null };
type DistrictRow = { code: string; name: string; retired: 0 | 1 };
type SourceRow = {
  campaign_id: number;
  slug: string;
  name: string;
  partner_slug: string | null;
  partner_name: string | null;
};
type Of<Row> = Row & { action_id: number };

const toldOf = (which: string) => `(
  SELECT json_object('week', week, 'confirmed', confirmed, 'state', told.state)
  FROM digest_lines AS told
  WHERE told.committee_id = ?1 AND section = actions.kind || 's' AND told.slug = actions.slug AND week < ?2 ${which}
  ORDER BY week DESC LIMIT 1)`;

const petitionsOf = `
  SELECT actions.id, kind, actions.slug, actions.title, actions.state, opens_at, closes_at, closed_at, campaign_id,
    campaigns.slug AS campaign_slug, contact_email, campaigns.content,
    ${toldOf('')} AS told, ${toldOf('AND mailed = 1')} AS mailed
  FROM actions JOIN campaigns ON campaigns.id = campaign_id
  WHERE committee_id = ?1 AND state NOT IN ('draft', 'submitted') ORDER BY actions.id`;

const headOf = `
  SELECT committees.slug, committees.name, councils.name AS council_name, cities.slug AS city_slug,
    cities.name AS city_name, time_zone
  FROM committees JOIN councils ON councils.id = council_id JOIN cities ON cities.id = city_id
  WHERE committees.id = ?1`;

const districtsOf = `
  SELECT code, districts.name, retired
  FROM committees JOIN councils ON councils.id = council_id JOIN districts ON districts.city_id = councils.city_id
  WHERE committees.id = ?1 ORDER BY retired, position, code`;

const ofPetitions = (table: string, where: string) => `
  SELECT ${table}.* FROM actions CROSS JOIN ${table} ON action_id = actions.id
  WHERE committee_id = ?1 AND ${where}`;

const sourcesOf = `
  SELECT sources.campaign_id, sources.slug, sources.name, partners.slug AS partner_slug, partners.name AS partner_name
  FROM sources LEFT JOIN partners ON partners.id = partner_id
  WHERE sources.campaign_id IN (SELECT campaign_id FROM actions WHERE committee_id = ?1)`;

const everyCount = `signature_counts.kind IN ('state', 'place', 'source', 'day', 'possible')`;
const everyChange = `signature_changes.kind IN ('state', 'place', 'source', 'possible', 'correction')`;
const everyCountButDays = `signature_counts.kind IN ('state', 'place', 'source', 'possible')`;

/**
 * What a committee's digest of a week is made of, from one transaction: counts as they stand and what has changed in
 * that week and since. Rows of counts, never signatures: how many people signed does not matter to it.
 */
export function loadDigestSnapshot(
  db: D1Database,
  committeeId: number,
  week: string,
): Promise<DigestSnapshot | null> {
  return loadSnapshot(db, committeeId, { week, counts: everyCountButDays, isLive: false });
}

/**
 * The same for an instant later than all weeks: counts of days come with it, changes do not. Nor do answers: told from
 * hour to hour they would be those of whoever came last.
 */
export function loadLiveSnapshot(db: D1Database, committeeId: number): Promise<DigestSnapshot | null> {
  return loadSnapshot(db, committeeId, { week: '9999-W52', counts: everyCount, isLive: true });
}

async function loadSnapshot(
  db: D1Database,
  committeeId: number,
  { week, counts, isLive }: { week: string; counts: string; isLive: boolean },
): Promise<DigestSnapshot | null> {
  const [heads, petitions, thresholds, countRows, changes, districts, sources, ...surveys] = await db.batch([
    db.prepare(headOf).bind(committeeId),
    db.prepare(petitionsOf).bind(committeeId, week),
    db.prepare(ofPetitions('thresholds', 'true')).bind(committeeId),
    db.prepare(ofPetitions('signature_counts', counts)).bind(committeeId),
    db.prepare(ofPetitions('signature_changes', `week >= ?2 AND ${everyChange}`)).bind(committeeId, week),
    db.prepare(districtsOf).bind(committeeId),
    db.prepare(sourcesOf).bind(committeeId),
    ...surveyStatements(db, committeeId, { week, isLive }),
  ]);
  const head = heads?.results[0] as HeadRow | undefined;
  if (!head) return null;
  const rows = {
    thresholds: (thresholds?.results ?? []) as ThresholdRow[],
    counts: (countRows?.results ?? []) as Of<Count>[],
    changes: (changes?.results ?? []) as Of<Change>[],
    sources: (sources?.results ?? []) as SourceRow[],
  };
  const parts = surveyPartsOf(surveys);
  const bases = ((petitions?.results ?? []) as PetitionRow[]).map((row) => ({
    snapshot: petitionOf(row, rows),
    kind: row.kind,
    part: parts.get(row.id),
  }));
  return {
    committee: { slug: head.slug, name: JSON.parse(head.name) },
    council: { name: JSON.parse(head.council_name) },
    city: { slug: head.city_slug, name: head.city_name, timeZone: head.time_zone },
    districts: ((districts?.results ?? []) as DistrictRow[]).map(({ code, name, retired }) => ({
      code,
      name: JSON.parse(name),
      retired: retired === 1,
    })),
    petitions: bases.filter(({ kind }) => kind === 'petition').map(({ snapshot }) => snapshot),
    surveys: bases.flatMap(({ snapshot, part }) => (part ? [{ ...snapshot, ...part }] : [])),
  };
}

function petitionOf(
  row: PetitionRow,
  rows: { thresholds: ThresholdRow[]; counts: Of<Count>[]; changes: Of<Change>[]; sources: SourceRow[] },
): ActionSnapshot {
  const isOwn = ({ action_id }: { action_id: number }) => action_id === row.id;
  const content = JSON.parse(row.content);
  return {
    slug: row.slug,
    title: JSON.parse(row.title),
    state: row.state,
    opensAt: new Date(row.opens_at),
    closesAt: dateOf(row.closes_at),
    closedAt: dateOf(row.closed_at),
    campaign: {
      slug: row.campaign_slug,
      name: content.title,
      contactEmail: row.contact_email,
      junctures: content.junctures,
    },
    sources: rows.sources
      .filter((source) => source.campaign_id === row.campaign_id)
      .map(({ slug, name, partner_slug, partner_name }) => ({
        slug,
        name: JSON.parse(name),
        partner: partner_slug === null ? null : { slug: partner_slug, name: JSON.parse(partner_name ?? '') },
      })),
    thresholds: rows.thresholds.filter(isOwn).map(({ signatures, name, reached_at }) => ({
      signatures,
      name: JSON.parse(name),
      reachedAt: dateOf(reached_at),
    })),
    counts: rows.counts.filter(isOwn).map(({ kind, key, n }) => ({ kind, key, n })),
    changes: rows.changes.filter(isOwn).map(({ week, kind, key, n }) => ({ week, kind, key, n })),
    told: row.told ? (JSON.parse(row.told) as Told) : null,
    mailed: row.mailed ? (JSON.parse(row.mailed) as Told) : null,
  };
}

function dateOf(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant);
}
