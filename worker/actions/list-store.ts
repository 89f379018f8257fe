import type { PageOfCampaigns } from '../campaigns/store.ts';
import { idsOfPage } from '../campaigns/store.ts';
import type { Text } from '../places/rules.ts';
import { type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import type { ActionKind, ActionState } from './rules.ts';
import type { Action } from './store.ts';

/** What lists of actions show of one, with its count. */
export type ListedAction = Omit<Action, 'campaignId' | 'body' | 'texts' | 'asksStreet' | 'rejection'> & {
  confirmed: number;
};

type ListedRow = {
  id: number;
  kind: ActionKind;
  slug: string;
  committee_id: number;
  committee_name: string;
  council_name: string;
  state: ActionState;
  title: string;
  ask: string;
  opens_at: number;
  closes_at: number | null;
  closed_at: number | null;
  confirmed: number;
  /** An array in JSON, rising. */
  thresholds: string;
};

const selectListed = `
  SELECT actions.id, actions.kind, actions.slug, committee_id, committees.name AS committee_name,
    councils.name AS council_name, actions.state, action_texts.title, action_texts.ask, opens_at, closes_at, closed_at,
    coalesce(n, 0) AS confirmed,
    (SELECT json_group_array(json_array(signatures, json(name), reached_at) ORDER BY signatures)
      FROM thresholds WHERE action_id = actions.id) AS thresholds
  FROM actions
    JOIN action_texts ON action_texts.action_id = actions.id AND version = text_version
    JOIN committees ON committees.id = committee_id
    JOIN councils ON councils.id = council_id
    LEFT JOIN signature_counts
      ON signature_counts.action_id = actions.id AND signature_counts.kind = 'state' AND key = 'confirmed'`;

/** The public actions of a campaign, those that were removed left out. */
export function listedActionsQuery(db: D1Database, { sql, value }: Subquery): Query<ListedAction[]> {
  const statement = db
    .prepare(
      `${selectListed} WHERE campaign_id = (${sql}) AND actions.state IN ('open', 'closed', 'rejected')
      ORDER BY actions.id`,
    )
    .bind(value);
  return rowsQuery(statement, (rows: ListedRow[]) => rows.map(listedOf));
}

type ThresholdOfRow = [signatures: number, name: Text, reachedAt: number | null];

function listedOf(row: ListedRow): ListedAction {
  const thresholds = JSON.parse(row.thresholds) as ThresholdOfRow[];
  return {
    id: row.id,
    kind: row.kind,
    slug: row.slug,
    committee: {
      id: row.committee_id,
      name: JSON.parse(row.committee_name),
      council: JSON.parse(row.council_name),
    },
    state: row.state,
    title: JSON.parse(row.title),
    ask: JSON.parse(row.ask),
    opensAt: new Date(row.opens_at),
    closesAt: instantOf(row.closes_at),
    closedAt: instantOf(row.closed_at),
    confirmed: row.confirmed,
    thresholds: thresholds.map(([signatures, name, reachedAt]) => {
      return { signatures, name, reachedAt: instantOf(reachedAt) };
    }),
  };
}

function instantOf(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}

export type OpenAction = Pick<Action, 'id' | 'kind' | 'slug' | 'title' | 'ask'>;

/** The open actions of the same campaign, up to a limit. */
export async function listOpenBeside(
  db: D1Database,
  { campaignId, actionId, now }: { campaignId: number; actionId: number; now: Date },
): Promise<OpenAction[]> {
  const { results } = await db
    .prepare(
      `SELECT actions.id, kind, slug, title, ask
      FROM actions JOIN action_texts ON action_id = actions.id AND version = text_version
      WHERE campaign_id = ?1 AND actions.id <> ?2 AND state = 'open' AND opens_at <= ?3
        AND (closes_at IS NULL OR closes_at > ?3)
      ORDER BY actions.id LIMIT 50`,
    )
    .bind(campaignId, actionId, now.getTime())
    .all<{ id: number; kind: ActionKind; slug: string; title: string; ask: string }>();
  return results.map((row) => ({ ...row, title: JSON.parse(row.title), ask: JSON.parse(row.ask) }));
}

/** How many count in a campaign, on its actions of each kind. */
export type ConfirmedByKind = Map<number, Partial<Record<ActionKind, number>>>;

/** Of a page of campaigns. A kind of which a campaign has no action is left out. */
export function confirmedByKindQuery(
  db: D1Database,
  { after, most }: PageOfCampaigns,
  kinds: readonly ActionKind[],
): Query<ConfirmedByKind> {
  const statement = db.prepare(confirmedByKind).bind(after, most, JSON.stringify(kinds));
  return rowsQuery(statement, (rows: KindRow[]) => {
    const counts: ConfirmedByKind = new Map();
    for (const { campaign_id, kind, confirmed } of rows) {
      if (confirmed !== null) counts.set(campaign_id, { ...counts.get(campaign_id), [kind]: confirmed });
    }
    return counts;
  });
}

type KindRow = { campaign_id: number; kind: ActionKind; confirmed: number | null };

const confirmedByKind = `
  SELECT campaigns.id AS campaign_id, value AS kind, (
    SELECT sum(coalesce(n, 0))
    FROM actions LEFT JOIN signature_counts
      ON signature_counts.action_id = actions.id AND signature_counts.kind = 'state' AND key = 'confirmed'
    WHERE campaign_id = campaigns.id AND actions.kind = value AND actions.state IN ('open', 'closed')
  ) AS confirmed
  FROM campaigns CROSS JOIN json_each(?3) WHERE campaigns.id IN (${idsOfPage})`;

/** Whether any action of a campaign asks for the street. */
export function asksStreetQuery(db: D1Database, { sql, value }: Subquery): Query<boolean> {
  const statement = db
    .prepare(`SELECT max(asks_street) AS asks FROM actions WHERE campaign_id = (${sql})`)
    .bind(value);
  return rowsQuery(statement, ([row]: { asks: number | null }[]) => row?.asks === 1);
}

/** Less than a site map may contain, and more than will ever exist. */
const mostInSiteMap = 20_000;

/** The actions for site maps, newest first. */
export function publicActionsQuery(db: D1Database): Query<Pick<Action, 'kind' | 'slug'>[]> {
  return rowsQuery(
    db
      .prepare(`SELECT kind, slug FROM actions WHERE state IN ('open', 'closed') ORDER BY id DESC LIMIT ?`)
      .bind(mostInSiteMap),
    (rows: Pick<Action, 'kind' | 'slug'>[]) => rows,
  );
}

/** Actions of a campaign whose erasure was postponed and that still have personal data. */
export function keptLongerQuery(
  db: D1Database,
  { sql, value }: Subquery,
): Query<{ title: Text; until: Date }[]> {
  const statement = db
    .prepare(
      `SELECT title, kept_until FROM actions
        JOIN action_texts ON action_texts.action_id = actions.id AND version = text_version
      WHERE campaign_id = (${sql}) AND kept_until IS NOT NULL AND erased_at IS NULL ORDER BY actions.id`,
    )
    .bind(value);
  return rowsQuery(statement, (rows: { title: string; kept_until: number }[]) =>
    rows.map(({ title, kept_until }) => ({ title: JSON.parse(title), until: new Date(kept_until) })),
  );
}
