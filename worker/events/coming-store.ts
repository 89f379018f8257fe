import type { Text } from '../../web/language.ts';
import { type Query, rowsQuery, type Subquery } from '../platform/query.ts';
import type { EventKindId } from './kind-rules.ts';
import type { Event, Seats } from './rules.ts';
import { type EventRow, eventOf } from './store.ts';

export type ListedEvent = {
  actionId: number;
  slug: string;
  title: Text;
  ask: Text;
  event: Event;
  seats: Seats;
  confirmed: number;
};

type Row = EventRow & {
  id: number;
  slug: string;
  title: string;
  ask: string;
  seats: string;
  confirmed: number;
};

const listed = `
  SELECT actions.id, actions.slug, title, ask, content, sequence, events.changed_at, cancelled_at,
    (SELECT json_group_object(event_slots.slug, json_object('taken', taken, 'waiting', waiting))
      FROM event_slots WHERE action_id = actions.id) AS seats,
    coalesce((SELECT n FROM signature_counts
      WHERE action_id = actions.id AND kind = 'state' AND key = 'confirmed'), 0) AS confirmed,
    (SELECT min(starts_at) FROM event_slots WHERE action_id = actions.id) AS first_at
  FROM actions
    CROSS JOIN events INDEXED BY events_coming ON events.action_id = actions.id AND over_at IS NULL
    CROSS JOIN action_texts ON action_texts.action_id = actions.id AND version = text_version`;

/** The public events of a campaign that are not over, the next one first. */
export function comingQuery(db: D1Database, { sql, value }: Subquery, most: number): Query<ListedEvent[]> {
  return rowsQuery(
    db
      .prepare(
        `${listed} WHERE campaign_id = (${sql}) AND kind = 'event' AND state IN ('open', 'closed')
        ORDER BY first_at, actions.id LIMIT ?`,
      )
      .bind(value, most),
    (rows: Row[]) => rows.map(listedOf),
  );
}

function listedOf(row: Row): ListedEvent {
  const { id, slug, title, ask, seats, confirmed } = row;
  return {
    ...{ actionId: id, slug, confirmed, event: eventOf(row) },
    ...{ title: JSON.parse(title), ask: JSON.parse(ask), seats: JSON.parse(seats) },
  };
}

/** The public event of a kind that begins or goes on next, and when. */
export function nextOfKindQuery(
  db: D1Database,
  { campaignId, kind, now }: { campaignId: number; kind: EventKindId; now: Date },
): Query<{ slug: string; title: Text; at: Date } | null> {
  return rowsQuery(
    db
      .prepare(
        `SELECT actions.slug, title, min(starts_at) AS at
        FROM actions
          CROSS JOIN events INDEXED BY events_coming ON events.action_id = actions.id AND over_at IS NULL
          CROSS JOIN event_slots ON event_slots.action_id = actions.id AND ends_at > ?3
          CROSS JOIN action_texts ON action_texts.action_id = actions.id AND version = text_version
        WHERE campaign_id = ?1 AND actions.kind = 'event' AND state IN ('open', 'closed')
          AND events.content ->> 'kind' = ?2 AND cancelled_at IS NULL`,
      )
      .bind(campaignId, kind, now.getTime()),
    ([row]: { slug: string | null; title: string; at: number }[]) =>
      row?.slug ? { slug: row.slug, title: JSON.parse(row.title), at: new Date(row.at) } : null,
  );
}

/** Marks events of which every time has ended. */
export async function markOver(db: D1Database, now: Date): Promise<void> {
  await db
    .prepare(
      `UPDATE events INDEXED BY events_coming SET over_at = ?1 WHERE over_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM event_slots WHERE event_slots.action_id = events.action_id AND ends_at > ?1)`,
    )
    .bind(now.getTime())
    .run();
}
