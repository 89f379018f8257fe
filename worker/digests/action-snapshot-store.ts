import { type CountRow, countsOf } from '../actions/store.ts';
import type { Query } from '../platform/query.ts';
import type { CountChange } from './counts-rules.ts';
import type { DaysAsked, SnapshotUse } from './section.ts';
import type { ActionSnapshot, EarlierLine } from './tally-rules.ts';
import type { Week } from './week-rules.ts';

type ActionRow = {
  id: number;
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
  last_told: string | null;
  last_mailed: string | null;
  reopenings: string;
};
type SourceRow = {
  campaign_id: number;
  slug: string;
  name: string;
  partner_slug: string | null;
  partner_name: string | null;
};
type ThresholdRow = { signatures: number; name: string; reached_at: number | null };
type Of<Row> = Row & { action_id: number };

/** Of any committee: what was told belongs to the action. What was mailed is the committee's own. */
const earlierLine = (which: string) => `(
  SELECT json_object('week', week, 'confirmed', confirmed, 'state', told.state)
  FROM digest_lines AS told
  WHERE section = ?3 AND told.slug = actions.slug AND week < ?2 ${which}
  ORDER BY week DESC LIMIT 1)`;

/** Without those of which another committee was told that week or a later one, before they were addressed to this one. */
const selectActions = `
  SELECT actions.id, actions.slug, action_texts.title, actions.state, opens_at, closes_at, closed_at, campaign_id,
    campaigns.slug AS campaign_slug, contact_email, campaigns.content,
    ${earlierLine('')} AS last_told, ${earlierLine('AND told.committee_id = ?1 AND mailed = 1')} AS last_mailed,
    (SELECT json_group_array(json_array(reopenings.closed_at, reopened_at)) FROM reopenings
      WHERE reopenings.action_id = actions.id) AS reopenings
  FROM actions JOIN campaigns ON campaigns.id = campaign_id
    JOIN action_texts ON action_id = actions.id AND version = text_version
  WHERE committee_id = ?1 AND kind = ?4 AND state NOT IN ('draft', 'submitted')
    AND NOT EXISTS (SELECT 1 FROM digest_lines AS other WHERE other.slug = actions.slug AND week >= ?2
      AND section = ?3 AND other.committee_id <> ?1)
  ORDER BY actions.id`;

const selectSources = `
  SELECT sources.campaign_id, sources.slug, sources.name, partners.slug AS partner_slug, partners.name AS partner_name
  FROM sources LEFT JOIN partners ON partners.id = partner_id
  WHERE sources.campaign_id IN (SELECT campaign_id FROM actions WHERE committee_id = ?1 AND kind = ?2)`;

const ofActions = (table: string, where = 'true') => `
  SELECT ${table}.* FROM actions CROSS JOIN ${table} ON action_id = actions.id
  WHERE committee_id = ?1 AND actions.kind = ?2 AND ${where}`;

/** Of the week, of those before it of which no digest told, and of all later ones. */
const sinceToldLast = `week >= coalesce((SELECT max(week) || '~' FROM digest_lines
  WHERE digest_lines.slug = actions.slug AND section = ?4 AND week < ?3), ?3)`;

/** The numbers of paper have columns like those of signatures. */
const withPaper = (select: string, table: string, where?: string) => `
  ${select} UNION ALL ${ofActions(table, where)}`;

const lastDay = (offset: string) => `(
  SELECT content ->> 'weekEndsOn' FROM digests
  WHERE committee_id = ?1 AND week < ?3 ORDER BY week DESC LIMIT 1 OFFSET ${offset})`;

/** Every day is on one page of the JSON: after the weeks of the next page, up to the weeks of the page before. */
const selectDays = ofActions(
  'signature_counts',
  `signature_counts.kind = 'day' AND "key" > coalesce(${lastDay('?4')}, '')
    AND "key" <= CASE WHEN EXISTS (SELECT 1 FROM digests WHERE committee_id = ?1 AND week >= ?3)
      THEN coalesce(${lastDay('0')}, '') ELSE '9999' END`,
);

/**
 * What the tallies of a committee's actions of one kind are made of: counts as they stand and what has changed in that
 * week and since. It reads rows of counts, never signatures, so its cost does not depend on how many people signed.
 */
export function actionSnapshotsQuery(
  db: D1Database,
  committeeId: number,
  {
    kind,
    section,
    week,
    use,
    days,
  }: { kind: string; section: string; week: Week; use: SnapshotUse; days?: DaysAsked },
): Query<ActionSnapshot[]> {
  const changed = `'state', 'place', 'source', 'possible', 'struck', 'correction'`;
  const counted = `'state', 'place', 'source', 'possible', 'struck'`;
  return {
    statements: [
      db.prepare(selectActions).bind(committeeId, week, section, kind),
      db.prepare(selectSources).bind(committeeId, kind),
      db
        .prepare(
          withPaper(ofActions('signature_counts', `signature_counts.kind IN (${counted})`), 'paper_counts'),
        )
        .bind(committeeId, kind),
      ...(days ? [db.prepare(selectDays).bind(committeeId, kind, days.before, days.weeks)] : []),
      ...(use === 'digest'
        ? [
            db.prepare(ofActions('thresholds')).bind(committeeId, kind),
            db
              .prepare(
                withPaper(
                  ofActions(
                    'signature_changes',
                    `${sinceToldLast} AND signature_changes.kind IN (${changed})`,
                  ),
                  'paper_changes',
                  sinceToldLast,
                ),
              )
              .bind(committeeId, kind, week, section),
          ]
        : []),
    ],
    read([actions = [], sources = [], counts = [], ...others]) {
      const [ofDays = [], ...ofDigest] = days ? others : [[], ...others];
      const [thresholds = [], changes = []] = ofDigest;
      const rows = {
        sources: sources as SourceRow[],
        counts: [...counts, ...ofDays] as Of<CountRow>[],
        thresholds: thresholds as Of<ThresholdRow>[],
        changes: changes as Of<CountChange>[],
      };
      return (actions as ActionRow[]).map((row) => snapshotOf(row, rows));
    },
  };
}

type Rows = {
  sources: SourceRow[];
  counts: Of<CountRow>[];
  thresholds: Of<ThresholdRow>[];
  changes: Of<CountChange>[];
};

function snapshotOf(row: ActionRow, rows: Rows): ActionSnapshot {
  const isOwn = ({ action_id }: { action_id: number }) => action_id === row.id;
  const campaign = JSON.parse(row.content);
  return {
    id: row.id,
    slug: row.slug,
    title: JSON.parse(row.title),
    state: row.state,
    opensAt: new Date(row.opens_at),
    closesAt: instantOf(row.closes_at),
    closedAt: instantOf(row.closed_at),
    campaign: {
      slug: row.campaign_slug,
      name: campaign.title,
      contactEmail: row.contact_email,
      junctures: campaign.junctures,
    },
    sources: rows.sources.filter(({ campaign_id }) => campaign_id === row.campaign_id).map(sourceOf),
    thresholds: rows.thresholds.filter(isOwn).map(({ signatures, name, reached_at }) => ({
      signatures,
      name: JSON.parse(name),
      reachedAt: instantOf(reached_at),
    })),
    counts: countsOf(rows.counts.filter(isOwn)),
    changes: rows.changes.filter(isOwn).map(({ week, kind, key, n }) => ({ week, kind, key, n })),
    lastTold: row.last_told ? (JSON.parse(row.last_told) as EarlierLine) : null,
    reopenings: (JSON.parse(row.reopenings) as [number, number][]).map(([closedAt, reopenedAt]) => {
      return { closedAt: new Date(closedAt), reopenedAt: new Date(reopenedAt) };
    }),
    lastMailed: row.last_mailed ? (JSON.parse(row.last_mailed) as EarlierLine) : null,
  };
}

function sourceOf({ slug, name, partner_slug, partner_name }: SourceRow): ActionSnapshot['sources'][number] {
  const partner = partner_slug === null ? null : { slug: partner_slug, name: JSON.parse(partner_name ?? '') };
  return { slug, name: JSON.parse(name), partner };
}

function instantOf(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}
