import type { Text } from '../../web/language.ts';
import { type Query, rowsQuery } from '../platform/query.ts';

export type TrainedCampaign = {
  slug: string;
  title: Text;
  contactEmail: string;
  started: number;
  finished: number;
  /** Of the days from `since` on: one for each day and source. */
  days: { what: 'started' | 'finished'; day: string; n: number }[];
};

type Row = {
  slug: string;
  content: string;
  contact_email: string;
  started: number;
  finished: number;
  days: string;
};

const total = (what: string) => `(SELECT coalesce(sum(n), 0) FROM training_totals
  WHERE training_totals.campaign_id = campaigns.id AND what = '${what}') AS ${what}`;

/** The trainings of campaigns that ask a committee for something. */
export function trainedForCommitteeQuery(
  db: D1Database,
  { committeeId, since }: { committeeId: number; since: string },
): Query<TrainedCampaign[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT campaigns.slug, trainings.content, contact_email, ${total('started')}, ${total('finished')},
          (SELECT json_group_array(json_object('what', what, 'day', day, 'n', n)) FROM training_days
            WHERE training_days.campaign_id = campaigns.id AND what IN ('started', 'finished')
              AND day >= ?2) AS days
        FROM trainings CROSS JOIN campaigns ON campaigns.id = trainings.campaign_id
        WHERE trainings.campaign_id IN (
          SELECT campaign_id FROM actions WHERE committee_id = ?1 AND state NOT IN ('draft', 'submitted'))
        ORDER BY trainings.campaign_id`,
      )
      .bind(committeeId, since),
    (rows: Row[]) =>
      rows.map(({ slug, content, contact_email, started, finished, days }) => ({
        ...{ slug, title: JSON.parse(content).name, contactEmail: contact_email, started, finished },
        days: JSON.parse(days),
      })),
  );
}
