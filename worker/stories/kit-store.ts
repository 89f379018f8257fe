import type { Text } from '../../web/language.ts';
import { type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import type { StoriesOfKit } from './rules.ts';

export type KitPart = {
  /** Its slug. */
  campaign: string;
  stories: StoriesOfKit;
  partners: { slug: string; name: Text }[];
  paidCents: number;
};

/** What a campaign's kit says of stories, its partners that invite, and what was paid; null if it has no stories. */
export function kitPartQuery(db: D1Database, { sql, value }: Subquery): Query<KitPart | null> {
  const statement = db
    .prepare(
      `SELECT campaigns.slug, content -> '$.stories' AS stories, (
          SELECT json_group_array(json_object('slug', partners.slug, 'name', json(name)))
          FROM partners WHERE partners.campaign_id = campaigns.id AND retired = 0
            AND slug IN (SELECT value FROM json_each(content, '$.stories.invitedBy'))) AS partners,
        coalesce((SELECT sum(pay_cents) FROM stories WHERE stories.campaign_id = campaigns.id AND pay = 'paid'), 0)
          AS paid_cents
      FROM campaigns WHERE id = (${sql}) AND json_type(content, '$.stories') = 'object'`,
    )
    .bind(value);
  type Row = { slug: string; stories: string; partners: string; paid_cents: number };
  return rowsQuery(statement, ([row]: Row[]) =>
    row
      ? {
          campaign: row.slug,
          stories: JSON.parse(row.stories),
          partners: JSON.parse(row.partners),
          paidCents: row.paid_cents,
        }
      : null,
  );
}

/** Whether a partner may invite now. */
export function inviterQuery(db: D1Database, partnerId: number): Query<boolean> {
  const statement = db
    .prepare(
      `SELECT 1 FROM partners CROSS JOIN campaigns ON campaigns.id = campaign_id
      WHERE partners.id = ? AND retired = 0
        AND partners.slug IN (SELECT value FROM json_each(content, '$.stories.invitedBy'))`,
    )
    .bind(partnerId);
  return rowsQuery(statement, (rows: unknown[]) => rows.length > 0);
}

/** The public campaigns with stories in their kit. */
export function campaignsWithStoriesQuery(db: D1Database): Query<string[]> {
  return rowsQuery(
    db.prepare(
      `SELECT slug FROM campaigns WHERE is_public = 1 AND json_type(content, '$.stories') = 'object'
      ORDER BY id DESC LIMIT 5000`,
    ),
    (rows: { slug: string }[]) => rows.map(({ slug }) => slug),
  );
}
