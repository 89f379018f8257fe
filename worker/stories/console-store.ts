import { type Query, rowsQuery } from '../platform/query.ts';
import {
  type ConsentRow,
  campaignTermOf,
  consentColumns,
  consentOf,
  goesOnSql,
  type StoryRow,
  storyOf,
  termSql,
} from './row-store.ts';
import type { CampaignTerm, Consent, SheetUse, Story, Use } from './rules.ts';

export type ListedStory = { story: Story; partner: string };

/** The newest first. `after` is the number of the last one of the page before. */
export function storiesOfCampaignQuery(
  db: D1Database,
  { campaignId, after, most }: { campaignId: number; after: number | null; most: number },
): Query<ListedStory[]> {
  const statement = db
    .prepare(
      `SELECT stories.*, partners.name AS partner_name
      FROM stories CROSS JOIN partners ON partners.id = partner_id
      WHERE stories.campaign_id = ?1 AND number < ?2 ORDER BY number DESC LIMIT ?3`,
    )
    .bind(campaignId, after ?? Number.MAX_SAFE_INTEGER, most);
  type Row = StoryRow & { partner_name: string };
  return rowsQuery(statement, (rows: Row[]) =>
    rows.map((row) => ({ story: storyOf(row), partner: row.partner_name })),
  );
}

type StoriesRequest = { campaignId: number; now: Date; most: number };

/** Whether the campaign goes on, for `whyNotShown`. */
export function campaignTermQuery(db: D1Database, campaignId: number): Query<CampaignTerm> {
  const statement = db.prepare(`SELECT ${termSql('?1')} AS term`).bind(campaignId);
  return rowsQuery(statement, ([row]: { term: string }[]) => campaignTermOf(row?.term ?? '{}'));
}

/** What stands of the stories on a page, and of the ones that wait for a look: by the ids of the stories. */
export function standingQuery(
  db: D1Database,
  {
    campaignId,
    after,
    most,
    waiting,
  }: { campaignId: number; after: number | null; most: number; waiting: number },
): Query<Map<string, Consent[]>> {
  const statement = db
    .prepare(
      `SELECT story_id, ${consentColumns} FROM (
        SELECT * FROM (SELECT id FROM stories WHERE campaign_id = ?1 AND number < ?2 ORDER BY number DESC LIMIT ?3)
        UNION SELECT * FROM (${toLookSql('id')} LIMIT ?4)
      ) AS asked CROSS JOIN story_consents INDEXED BY story_consents_standing ON story_id = asked.id
      WHERE ended_at IS NULL`,
    )
    .bind(campaignId, after ?? Number.MAX_SAFE_INTEGER, most, waiting);
  return rowsQuery(statement, (rows: (ConsentRow & { story_id: string })[]) => {
    const grouped = Map.groupBy(rows, ({ story_id }) => story_id);
    return new Map([...grouped].map(([id, own]) => [id, own.map(consentOf)]));
  });
}

function toLookSql(columns: string): string {
  return `SELECT ${columns} FROM stories INDEXED BY stories_to_look
    WHERE campaign_id = ?1 AND agreed_at IS NOT NULL AND looked_version < version AND stopped_at IS NULL
      AND sealed IS NOT NULL
    ORDER BY agreed_at`;
}

export type Found = { id: string; number: number; at: Date };

/** Texts that were agreed to and that no guide has read: who waits longest first. */
export function toLookQuery(
  db: D1Database,
  { campaignId, most }: Omit<StoriesRequest, 'now'>,
): Query<(Found & { story: Story })[]> {
  const statement = db.prepare(`${toLookSql('*')} LIMIT ?2`).bind(campaignId, most);
  return rowsQuery(statement, (rows: StoryRow[]) =>
    rows.map((row) => {
      const story = storyOf(row);
      return { id: row.id, number: row.number, at: story.agreedAt ?? story.invitedAt, story };
    }),
  );
}

/** Tellers that were promised pay and have no offer yet: who was invited first comes first. */
export function toPayQuery(
  db: D1Database,
  { campaignId, most }: Omit<StoriesRequest, 'now'>,
): Query<Found[]> {
  const statement = db
    .prepare(
      `SELECT id, number, invited_at AS at FROM stories
      WHERE campaign_id = ?1 AND state = 'begun' AND pay = 'none' AND is_example = 0 ORDER BY number LIMIT ?2`,
    )
    .bind(campaignId, most);
  return rowsQuery(statement, (rows: FoundRow[]) => rows.map(foundOf));
}

type FoundRow = { id: string; number: number; at: number };

function foundOf({ id, number, at }: FoundRow): Found {
  return { id, number, at: new Date(at) };
}

/** Consents that end before that instant: the ones that end first come first. */
export function toRenewQuery(
  db: D1Database,
  { campaignId, now, most }: StoriesRequest,
  before: Date,
): Query<(Found & { use: Use })[]> {
  const statement = db
    .prepare(
      `SELECT stories.id, number, use, until_at AS at
      FROM story_consents INDEXED BY story_consents_to_renew CROSS JOIN stories ON stories.id = story_id
      WHERE story_consents.campaign_id = ?1 AND ended_at IS NULL AND until_at > ?2 AND until_at <= ?3
      ORDER BY until_at LIMIT ?4`,
    )
    .bind(campaignId, now.getTime(), before.getTime(), most);
  return rowsQuery(statement, (rows: (FoundRow & { use: Use })[]) =>
    rows.map((row) => ({ ...foundOf(row), use: row.use })),
  );
}

/** Sheets that are out although their story is not shown for that use any more. */
export function toReturnQuery(
  db: D1Database,
  { campaignId, now, most }: StoriesRequest,
): Query<(Found & { use: SheetUse; sheet: number })[]> {
  const statement = db
    .prepare(
      `SELECT stories.id, number, story_sheets.use, story_sheets.id AS sheet, taken_at AS at
      FROM story_sheets INDEXED BY story_sheets_out CROSS JOIN stories ON stories.id = story_id
      WHERE story_sheets.campaign_id = ?1 AND returned_at IS NULL AND NOT (
        paused_at IS NULL AND stopped_at IS NULL AND ${goesOnSql('?1', '?2')} AND EXISTS (
          SELECT 1 FROM story_consents AS held WHERE held.story_id = stories.id AND held.use = story_sheets.use
            AND held.ended_at IS NULL AND held.until_at > ?2 AND held.version = stories.version))
      ORDER BY taken_at LIMIT ?3`,
    )
    .bind(campaignId, now.getTime(), most);
  return rowsQuery(statement, (rows: (FoundRow & { use: SheetUse; sheet: number })[]) =>
    rows.map((row) => ({ ...foundOf(row), use: row.use, sheet: row.sheet })),
  );
}

/** The numbers of stories, by their ids. */
export function numbersQuery(
  db: D1Database,
  { campaignId, ids }: { campaignId: number; ids: readonly string[] },
): Query<Map<string, number>> {
  const statement = db
    .prepare(
      `SELECT id, number FROM stories WHERE id IN (SELECT value FROM json_each(?2)) AND campaign_id = ?1`,
    )
    .bind(campaignId, JSON.stringify(ids));
  return rowsQuery(
    statement,
    (rows: { id: string; number: number }[]) => new Map(rows.map(({ id, number }) => [id, number])),
  );
}
