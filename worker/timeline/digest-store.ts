import type { Text } from '../../web/language.ts';
import { type Query, rowsQuery } from '../platform/query.ts';
import type { DatesOfCampaign } from './store.ts';

export type DatesForCommittee = DatesOfCampaign & { title: Text; contactEmail: string };

type Row = { slug: string; title: string; contact_email: string; phases: string; junctures: string };

/** The phases and junctures of public campaigns in which something open is addressed to a committee. */
export function datesForCommitteeQuery(db: D1Database, committeeId: number): Query<DatesForCommittee[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT slug, content -> '$.title' AS title, contact_email,
          content -> '$.phases' AS phases, content -> '$.junctures' AS junctures
        FROM campaigns
        WHERE is_public = 1 AND id IN (SELECT campaign_id FROM actions WHERE committee_id = ? AND state = 'open')
        ORDER BY id`,
      )
      .bind(committeeId),
    (rows: Row[]) =>
      rows.map(({ slug, title, contact_email, phases, junctures }) => ({
        ...{ slug, title: JSON.parse(title), contactEmail: contact_email },
        ...{ phases: JSON.parse(phases), junctures: JSON.parse(junctures) },
      })),
  );
}
