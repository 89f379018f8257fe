import type { Guests } from './guests/rules.ts';
import type { EventContent } from './rules.ts';

export type EventOfKit = {
  slug: string;
  content: EventContent & {
    slots: {
      slug: string;
      name: unknown;
      role: string | null;
      asksNorms: 0 | 1;
      lessons: string[];
      startsAt: number;
      endsAt: number;
      capacity: number | null;
      remindAt: number;
    }[];
    /** Left out where the kit says nothing, so that an event without them stays as it was stored. */
    sessions?: object[];
    guests?: Guests;
    comment?: object;
  };
};

const eventsOfKit = `
  FROM json_each(?1) AS kit CROSS JOIN actions CROSS JOIN campaigns
  WHERE actions.slug = kit.value ->> 'slug' AND actions.kind = 'event' AND campaigns.id = campaign_id
    AND campaigns.slug = ?2`;

/**
 * The actions must exist. A change raises the sequence of the calendar files. Times that somebody has signed up for
 * stay: the kit's section refuses to take them out.
 */
export function saveEventsStatements(
  db: D1Database,
  events: EventOfKit[],
  { campaign, now }: { campaign: string; now: Date },
): D1PreparedStatement[] {
  const json = JSON.stringify(events);
  return [
    db.prepare(saveEvents).bind(json, campaign, now.getTime()),
    db.prepare(saveSlots).bind(json, campaign, now.getTime()),
    db.prepare(saveConditions).bind(json, campaign, now.getTime()),
    db.prepare(removeSlots).bind(json, campaign),
  ];
}

const cancels = `value ->> '$.content.cancelled' IS NOT NULL`;
const spans = (content: string) => `(SELECT json_group_array(
  json_array(value ->> 'slug', value ->> 'startsAt', value ->> 'endsAt')) FROM json_each(${content}, '$.slots'))`;

const saveEvents = `
  INSERT INTO events (action_id, content, changed_at, cancelled_at)
  SELECT actions.id, value ->> 'content', ?3, iif(${cancels}, ?3, NULL) ${eventsOfKit}
  ON CONFLICT (action_id) DO UPDATE SET content = excluded.content, sequence = sequence + 1, changed_at = ?3,
    cancelled_at = iif(excluded.cancelled_at IS NULL, NULL, coalesce(cancelled_at, ?3)),
    told_until = '', over_at = NULL,
    telling = CASE
      WHEN excluded.cancelled_at IS NOT NULL THEN iif(cancelled_at IS NULL, 'cancelled', telling)
      WHEN content -> '$.place' <> excluded.content -> '$.place' THEN 'place'
      WHEN ${spans('content')} <> ${spans('excluded.content')} THEN 'times'
      ELSE telling END
  WHERE content <> excluded.content`;

const slotsOfKit = `
  SELECT actions.id AS action_id, slot.value ->> 'slug' AS slug, slot.value ->> 'startsAt' AS starts_at,
    slot.value ->> 'endsAt' AS ends_at, slot.value ->> 'capacity' AS capacity, slot.value ->> 'remindAt' AS remind_at,
    slot.value ->> 'asksNorms' AS asks_norms, slot.value -> 'lessons' AS lessons
  FROM json_each(?1) AS kit CROSS JOIN actions CROSS JOIN campaigns
    CROSS JOIN json_each(kit.value, '$.content.slots') AS slot
  WHERE actions.slug = kit.value ->> 'slug' AND actions.kind = 'event' AND campaigns.id = campaign_id
    AND campaigns.slug = ?2`;

const saveSlots = `
  INSERT INTO event_slots (action_id, slug, starts_at, ends_at, capacity, changed_at, remind_at)
  SELECT action_id, slug, starts_at, ends_at, capacity, ?3, remind_at FROM (${slotsOfKit}) WHERE true
  ON CONFLICT (action_id, slug) DO UPDATE SET
    moved_at = iif((event_slots.starts_at, event_slots.ends_at) = (excluded.starts_at, excluded.ends_at), moved_at, ?3),
    remind_at = iif(event_slots.starts_at = excluded.starts_at, event_slots.remind_at, excluded.remind_at),
    reminded_until = iif(event_slots.starts_at = excluded.starts_at, reminded_until, 0),
    starts_at = excluded.starts_at, ends_at = excluded.ends_at, capacity = excluded.capacity, changed_at = ?3
  WHERE (event_slots.starts_at, event_slots.ends_at, event_slots.capacity)
    IS NOT (excluded.starts_at, excluded.ends_at, excluded.capacity)`;

// Apart from the capacity: a trigger lets those who meet what is still asked for join the line.
const saveConditions = `
  UPDATE event_slots SET asks_norms = kit.asks_norms, lessons = kit.lessons, changed_at = ?3
  FROM (${slotsOfKit}) AS kit
  WHERE event_slots.action_id = kit.action_id AND event_slots.slug = kit.slug
    AND (event_slots.asks_norms, event_slots.lessons) IS NOT (kit.asks_norms, kit.lessons)`;

const removeSlots = `
  DELETE FROM event_slots WHERE action_id IN (SELECT actions.id ${eventsOfKit})
    AND (action_id, slug) NOT IN (SELECT action_id, slug FROM (${slotsOfKit}))
    AND NOT EXISTS (SELECT 1 FROM sign_ups WHERE sign_ups.action_id = event_slots.action_id AND slot = event_slots.slug)`;

/** Times for which somebody has signed up, as `EVENT TIME`. */
export async function listUsedSlots(db: D1Database, slugs: string[]): Promise<Map<string, string[]>> {
  const { results } = await db
    .prepare(
      `SELECT actions.slug AS event, event_slots.slug AS slot
      FROM json_each(?) CROSS JOIN actions ON actions.slug = value AND kind = 'event'
        CROSS JOIN event_slots ON event_slots.action_id = actions.id
      WHERE EXISTS (SELECT 1 FROM sign_ups WHERE sign_ups.action_id = actions.id AND slot = event_slots.slug)`,
    )
    .bind(JSON.stringify(slugs))
    .all<{ event: string; slot: string }>();
  const used = Map.groupBy(results, ({ event }) => event);
  return new Map([...used].map(([event, rows]) => [event, rows.map(({ slot }) => slot)]));
}

/** The events, for the snapshot of a kit. */
export function eventsSnapshotStatement(db: D1Database, campaign: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT 'event ' || actions.slug AS label, events.content AS fields
      FROM events JOIN actions ON actions.id = action_id JOIN campaigns ON campaigns.id = campaign_id
      WHERE campaigns.slug = ?`,
    )
    .bind(campaign);
}

/** Of events for which nobody has signed up. */
export function deleteEventsStatements(db: D1Database, campaign: string): D1PreparedStatement[] {
  const own = `(SELECT actions.id FROM actions JOIN campaigns ON campaigns.id = campaign_id
    WHERE campaigns.slug = ? AND kind = 'event')`;
  return [
    `DELETE FROM event_slots WHERE action_id IN ${own}`,
    `DELETE FROM events WHERE action_id IN ${own}`,
  ].map((sql) => db.prepare(sql).bind(campaign));
}
