import type { Text } from '../../web/language.ts';
import { type Query, rowsQuery } from '../platform/query.ts';
import type { Event } from './rules.ts';
import { type EventRow, eventOf } from './store.ts';

export type ComingForCommittee = {
  slug: string;
  title: Text;
  campaign: { slug: string; contactEmail: string };
  event: Event;
  confirmed: number;
  /** Quarters of an hour that volunteers of the campaign reported, as far as they may be told. */
  quarters: number;
  /** How many more of them confirmed after the week than stopped counting. */
  later: number;
};

type Row = EventRow & {
  slug: string;
  title: string;
  campaign: string;
  contact_email: string;
  confirmed: number;
  later: number;
  quarters: number;
};

const mostInDigest = 20;

/** The public events that are not over, of campaigns that ask a committee for something; the next one first. */
export function comingForCommitteeQuery(
  db: D1Database,
  { committeeId, week }: { committeeId: number; week: string },
): Query<ComingForCommittee[]> {
  return rowsQuery(
    db
      .prepare(
        `SELECT actions.slug, title, campaigns.slug AS campaign, contact_email, events.content, sequence, events.changed_at,
          cancelled_at,
          coalesce((SELECT n FROM signature_counts
            WHERE action_id = actions.id AND kind = 'state' AND key = 'confirmed'), 0) AS confirmed,
          coalesce((SELECT sum(n) FROM signature_changes
            WHERE action_id = actions.id AND week > ?2 AND kind = 'state' AND key = 'confirmed'), 0) AS later,
          coalesce((SELECT sum(told_quarters) FROM actions AS shifts
            CROSS JOIN volunteer_totals ON volunteer_totals.action_id = shifts.id
            WHERE shifts.campaign_id = actions.campaign_id AND shifts.kind = 'event'), 0) AS quarters,
          (SELECT min(starts_at) FROM event_slots WHERE action_id = actions.id) AS first_at
        FROM actions
          CROSS JOIN events INDEXED BY events_coming ON events.action_id = actions.id AND over_at IS NULL
          CROSS JOIN action_texts ON action_texts.action_id = actions.id AND version = text_version
          CROSS JOIN campaigns ON campaigns.id = actions.campaign_id
        WHERE actions.campaign_id IN (
            SELECT campaign_id FROM actions WHERE committee_id = ?1 AND state NOT IN ('draft', 'submitted'))
          AND actions.kind = 'event' AND actions.state IN ('open', 'closed')
        ORDER BY first_at, actions.id LIMIT ?3`,
      )
      .bind(committeeId, week, mostInDigest),
    (rows: Row[]) =>
      rows.map((row) => ({
        slug: row.slug,
        title: JSON.parse(row.title),
        campaign: { slug: row.campaign, contactEmail: row.contact_email },
        event: eventOf(row),
        confirmed: row.confirmed,
        quarters: row.quarters,
        later: row.later,
      })),
  );
}
