import { type Query, rowsQuery } from '../platform/query.ts';
import type { Sample, SampleState } from './rules.ts';

type SampleRow = {
  id: number;
  campaign_id: number;
  action_id: number;
  state: SampleState;
  size: number;
  days: number;
  source: string;
  seed_on: string;
  week: string;
  announced_at: number;
  seed: string | null;
  seeded_at: number;
  tree_size: number;
  counting: number;
  drawn_at: number;
  leaves: string | null;
  numbers: number;
  passed_over: number;
  asked_at: number | null;
  closes_at: number | null;
  closed_at: number | null;
  cancelled_at: number | null;
  asked: number | null;
  yes: number;
  no: number;
};

function sampleOf(row: SampleRow): Sample {
  const at = (time: number | null) => (time === null ? null : new Date(time));
  const { asked, yes, no } = row;
  return {
    id: row.id,
    campaignId: row.campaign_id,
    actionId: row.action_id,
    state: row.state,
    size: row.size,
    days: row.days,
    source: row.source,
    seedOn: row.seed_on,
    week: row.week,
    announcedAt: new Date(row.announced_at),
    seed:
      row.seed === null
        ? null
        : {
            text: row.seed,
            givenAt: new Date(row.seeded_at),
            treeSize: row.tree_size,
            counting: row.counting,
          },
    draw:
      row.leaves === null
        ? null
        : {
            leaves: JSON.parse(row.leaves),
            numbers: row.numbers,
            passedOver: row.passed_over,
            at: new Date(row.drawn_at),
          },
    askedAt: at(row.asked_at),
    closesAt: at(row.closes_at),
    closedAt: at(row.closed_at),
    cancelledAt: at(row.cancelled_at),
    counts: asked === null ? null : { asked, yes, no },
  };
}

export async function findSample(db: D1Database, id: number): Promise<Sample | null> {
  const row = await db.prepare('SELECT * FROM samples WHERE id = ?').bind(id).first<SampleRow>();
  return row && sampleOf(row);
}

/** Of an action or a campaign, the newest first. */
export async function listSamples(
  db: D1Database,
  of: { actionId: number } | { campaignId: number },
  most: number,
): Promise<Sample[]> {
  const [column, id] =
    'actionId' in of ? (['action_id', of.actionId] as const) : (['campaign_id', of.campaignId] as const);
  const { results } = await db
    .prepare(`SELECT * FROM samples WHERE ${column} = ?1 ORDER BY id DESC LIMIT ?2`)
    .bind(id, most)
    .all<SampleRow>();
  return results.map(sampleOf);
}

/** Of a committee's petitions and surveys: those that were not over before `from`, and those since. */
export function samplesOfCommitteeQuery(db: D1Database, committeeId: number, from: Date): Query<Sample[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT samples.* FROM actions CROSS JOIN samples ON samples.action_id = actions.id
         WHERE committee_id = ?1 AND coalesce(samples.closed_at, cancelled_at, 9e15) >= ?2`,
      )
      .bind(committeeId, from.getTime()),
    (rows: SampleRow[]) => rows.map(sampleOf).toSorted((a, b) => a.id - b.id),
  );
}

export type SampledAction = { slug: string; title: Record<'en' | 'es', string>; state: string };

/** A campaign may have one language only. */
function titleOf(json: string): SampledAction['title'] {
  const { en = '', es = '' }: Partial<SampledAction['title']> = JSON.parse(json);
  return { en: en || es, es: es || en };
}

/** The newest sample of each action of a committee that has one and did not cancel it. */
export function newestOfCommitteeQuery(
  db: D1Database,
  committeeId: number,
): Query<{ sample: Sample; action: SampledAction & { campaign: { slug: string; contactEmail: string } } }[]> {
  type Row = SampleRow & {
    slug: string;
    listed_title: string;
    of: string;
    campaign: string;
    contact_email: string;
  };
  return rowsQuery(
    db
      .prepare(
        `SELECT samples.*, actions.slug, listed_title, actions.state AS of, campaigns.slug AS campaign, contact_email
         FROM actions CROSS JOIN samples ON samples.id = (
           SELECT id FROM samples AS own WHERE own.action_id = actions.id AND own.state <> 'cancelled'
           ORDER BY id DESC LIMIT 1)
         CROSS JOIN campaigns ON campaigns.id = samples.campaign_id
         WHERE committee_id = ? AND actions.state IN ('open', 'closed') ORDER BY actions.id`,
      )
      .bind(committeeId),
    (rows: Row[]) =>
      rows.map((row) => ({
        sample: sampleOf(row),
        action: {
          slug: row.slug,
          title: titleOf(row.listed_title),
          state: row.of,
          campaign: { slug: row.campaign, contactEmail: row.contact_email },
        },
      })),
  );
}

/** Petitions and surveys that have statements: those for a committee. `confirmed`: how many signatures count now. */
export async function listActionsToSample(
  db: D1Database,
  campaignId: number,
): Promise<(SampledAction & { id: number; confirmed: number })[]> {
  const { results } = await db
    .prepare(
      `SELECT id, slug, listed_title, state, coalesce((SELECT n FROM signature_counts
         WHERE action_id = actions.id AND kind = 'state' AND key = 'confirmed'), 0) AS confirmed FROM actions
       WHERE campaign_id = ? AND state IN ('open', 'closed') AND committee_id IS NOT NULL AND erased_at IS NULL
       ORDER BY id LIMIT 200`,
    )
    .bind(campaignId)
    .all<{ id: number; slug: string; listed_title: string; state: string; confirmed: number }>();
  return results.map(({ listed_title, ...row }) => ({ ...row, title: titleOf(listed_title) }));
}

/** Titles of the actions that samples are of. */
export function sampleSubjectsQuery(
  db: D1Database,
  campaignId: number,
  ids: readonly number[],
): Query<{ id: number; titles: string }[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT samples.id, listed_title AS titles FROM json_each(?2)
         CROSS JOIN samples ON samples.id = value AND samples.campaign_id = ?1
         CROSS JOIN actions ON actions.id = action_id`,
      )
      .bind(campaignId, JSON.stringify(ids)),
    (rows: { id: number; titles: string }[]) => rows,
  );
}

export type WaitingSamples = Record<'announced' | 'drawn', { n: number; oldest: Date }>;

/** What a person has to do next: enter a seed, or send the mails. */
export function waitingSamplesQuery(
  db: D1Database,
  campaignId: number,
  today: string,
): Query<WaitingSamples> {
  type Row = Record<'drawn' | 'announced', number> & Record<'drawn_at' | 'announced_at', number | null>;
  const isDue = `state = 'announced' AND seed_on <= ?2 AND EXISTS (
    SELECT 1 FROM statements WHERE statements.action_id = mine.action_id AND statements.week = mine.week)`;
  return rowsQuery(
    db
      .prepare(
        `SELECT total(state = 'drawn') AS drawn, total(${isDue}) AS announced,
           min(iif(state = 'drawn', drawn_at, NULL)) AS drawn_at, min(iif(state = 'announced', announced_at, NULL)) AS announced_at
         FROM (SELECT * FROM samples INDEXED BY samples_of_campaign WHERE campaign_id = ?1 AND state <> 'cancelled'
           ORDER BY id DESC LIMIT 50) mine`,
      )
      .bind(campaignId, today),
    ([row]: Row[]) => ({
      announced: { n: row?.announced ?? 0, oldest: new Date(row?.announced_at ?? 0) },
      drawn: { n: row?.drawn ?? 0, oldest: new Date(row?.drawn_at ?? 0) },
    }),
  );
}

type NewSample = Pick<
  Sample,
  'campaignId' | 'actionId' | 'size' | 'days' | 'source' | 'seedOn' | 'week' | 'announcedAt'
>;

/**
 * Fails if another sample of the action is not over yet. Changes nothing where the week has its statement already: its
 * tree is known, so a seed could be chosen to fit.
 */
export function insertSampleStatement(db: D1Database, id: number, sample: NewSample): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO samples (id, campaign_id, action_id, state, size, days, source, seed_on, week, announced_at)
       SELECT ?1, ?2, ?3, 'announced', ?4, ?5, ?6, ?7, ?8, ?9
       WHERE NOT EXISTS (SELECT 1 FROM statements WHERE statements.action_id = ?3 AND statements.week >= ?8)`,
    )
    .bind(
      id,
      sample.campaignId,
      sample.actionId,
      sample.size,
      sample.days,
      sample.source,
      sample.seedOn,
      sample.week,
      sample.announcedAt.getTime(),
    );
}

export function seedStatement(
  db: D1Database,
  id: number,
  { text, treeSize, counting }: { text: string; treeSize: number; counting: number },
  now: Date,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE samples SET state = 'drawing', seed = ?2, seeded_at = ?3, tree_size = ?4, counting = ?5
       WHERE id = ?1 AND state = 'announced'`,
    )
    .bind(id, text, now.getTime(), treeSize, counting);
}

/** From the state that was seen. */
export function cancelSampleStatements(
  db: D1Database,
  { id, state }: Pick<Sample, 'id' | 'state'>,
  now: Date,
) {
  return [
    {
      statement: db
        .prepare("UPDATE samples SET state = 'cancelled', cancelled_at = ?3 WHERE id = ?1 AND state = ?2")
        .bind(id, state, now.getTime()),
      changes: 1,
    },
    db.prepare('DELETE FROM sample_people WHERE sample_id = ?').bind(id),
  ];
}

/** Numbers are small because people name them. If two take the same one, the second fails. */
export async function nextSampleId(db: D1Database): Promise<number> {
  const last = await db.prepare('SELECT max(id) AS last FROM samples').first<number>('last');
  return (last ?? 0) + 1;
}
