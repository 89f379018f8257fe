import type { Text } from '../../web/language.ts';
import { type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import {
  type ConsentRow,
  campaignTermOf,
  consentColumns,
  consentOf,
  type StoryRow,
  storyOf,
  termSql,
} from './row-store.ts';
import type { CampaignTerm, Consent, Story, Use } from './rules.ts';

/** A story with its consent for one use. Only `whyNotShown` says whether it may be shown. */
export type Candidate = { story: Story; consent: Consent; campaign: CampaignTerm };

type CandidateRow = StoryRow & ConsentRow & { term: string };

function candidateOf(row: CandidateRow): Candidate {
  return { story: storyOf(row), consent: consentOf(row), campaign: campaignTermOf(row.term) };
}

const columns = `stories.*, ${consentColumns}, ${termSql('stories.campaign_id')} AS term`;

export type PageKey = { from: number; id: string };

/** Those of a campaign for one use, the newest first. `after` is the key of the last one of the page before. */
export function candidatesQuery(
  db: D1Database,
  campaign: Subquery,
  { use, now, after, most }: { use: Use; now: Date; after: PageKey | null; most: number },
): Query<Candidate[]> {
  const statement = db
    .prepare(
      `SELECT ${columns}
      FROM story_consents INDEXED BY story_consents_of_use CROSS JOIN stories ON stories.id = story_id
      WHERE story_consents.campaign_id = (${campaign.sql}) AND use = ? AND ended_at IS NULL
        AND (from_at, story_id) < (?, ?) AND from_at <= ? AND until_at > ? AND sealed IS NOT NULL
        AND story_consents.version = stories.version AND paused_at IS NULL AND stopped_at IS NULL
      ORDER BY from_at DESC, story_id DESC LIMIT ?`,
    )
    .bind(
      ...[campaign.value, use, after?.from ?? Number.MAX_SAFE_INTEGER, after?.id ?? ''],
      ...[now.getTime(), now.getTime(), most],
    );
  return rowsQuery(statement, (rows: CandidateRow[]) => rows.map(candidateOf));
}

/** The one of a story that has not been ended, whether it holds now or not. */
export function candidateQuery(
  db: D1Database,
  { id, campaignId, use }: { id: string; campaignId: number; use: Use },
): Query<Candidate | null> {
  const statement = db
    .prepare(
      `SELECT ${columns}
      FROM story_consents INDEXED BY story_consents_standing CROSS JOIN stories ON stories.id = story_id
      WHERE story_id = ? AND use = ? AND ended_at IS NULL AND stories.campaign_id = ?`,
    )
    .bind(id, use, campaignId);
  return rowsQuery(statement, ([row]: CandidateRow[]) => (row ? candidateOf(row) : null));
}

export type CampaignCandidates = {
  slug: string;
  title: Text;
  contactEmail: string;
  candidates: Candidate[];
};

/** For the digest of a committee, of the campaigns that address something to it. The newest ones of each. */
export function candidatesForCommitteeQuery(
  db: D1Database,
  committeeId: number,
  most: number,
): Query<CampaignCandidates[]> {
  return ofCampaignsQuery(
    db,
    { sql: 'SELECT campaign_id FROM actions WHERE committee_id = ?', value: committeeId },
    most,
  );
}

/** The same for the campaigns of digests that were made. `told` selects their frozen parts as `tallies`. */
export function candidatesOfToldQuery(
  db: D1Database,
  { sql, value }: Subquery,
  most: number,
): Query<CampaignCandidates[]> {
  const slugs = `SELECT tally.value ->> 'slug' FROM (${sql}) AS told, json_each(told.tallies) AS tally`;
  return ofCampaignsQuery(db, { sql: `SELECT id FROM campaigns WHERE slug IN (${slugs})`, value }, most);
}

function ofCampaignsQuery(db: D1Database, campaigns: Subquery, most: number): Query<CampaignCandidates[]> {
  const statement = db
    .prepare(
      `SELECT campaigns.slug AS campaign_slug, content ->> 'title' AS campaign_title, contact_email, ${columns}
      FROM story_consents INDEXED BY story_consents_of_use CROSS JOIN stories ON stories.id = story_id
      CROSS JOIN campaigns ON campaigns.id = stories.campaign_id
      WHERE story_consents.campaign_id IN (${campaigns.sql}) AND use = 'digest' AND ended_at IS NULL
        AND story_consents.version = stories.version
      ORDER BY story_consents.campaign_id DESC, from_at DESC LIMIT ?`,
    )
    .bind(campaigns.value, most);
  type Row = CandidateRow & { campaign_slug: string; campaign_title: string; contact_email: string };
  return rowsQuery(statement, (rows: Row[]) =>
    [...Map.groupBy(rows, ({ campaign_slug }) => campaign_slug)].toReversed().map(([slug, own]) => ({
      slug,
      title: JSON.parse(own[0]?.campaign_title ?? '{}') as Text,
      contactEmail: own[0]?.contact_email ?? '',
      candidates: own.map(candidateOf),
    })),
  );
}
