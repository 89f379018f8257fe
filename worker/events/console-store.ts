import type { Text } from '../../web/language.ts';
import { fromBlob } from '../platform/crypto/bytes.ts';
import { type Query, rowsQuery } from '../platform/query.ts';
import type { Held } from './conditions/rules.ts';
import type { Event, Seat, Seats } from './rules.ts';
import { type EventRow, eventOf, type HeldRow, heldOf } from './store.ts';

export type ConsoleEvent = { actionId: number; slug: string; title: Text; event: Event; seats: Seats };

type Row = EventRow & { id: number; slug: string; title: string; seats: string };

const select = `
  SELECT actions.id, actions.slug, title, content, sequence, events.changed_at, cancelled_at,
    (SELECT json_group_object(event_slots.slug, json_object('taken', taken, 'waiting', waiting))
      FROM event_slots WHERE action_id = actions.id) AS seats
  FROM actions CROSS JOIN events ON events.action_id = actions.id
    CROSS JOIN action_texts ON action_texts.action_id = actions.id AND version = text_version
  WHERE campaign_id = ?1 AND kind = 'event'`;

/** The newest events of a campaign. */
export function eventsOfCampaignQuery(
  db: D1Database,
  { campaignId, most }: { campaignId: number; most: number },
): Query<ConsoleEvent[]> {
  return rowsQuery(
    db.prepare(`${select} ORDER BY actions.id DESC LIMIT ?2`).bind(campaignId, most),
    (rows: Row[]) => rows.map(consoleEventOf),
  );
}

export async function findEventOfCampaign(
  db: D1Database,
  { campaignId, slug }: { campaignId: number; slug: string },
): Promise<ConsoleEvent | null> {
  const row = await db.prepare(`${select} AND actions.slug = ?2`).bind(campaignId, slug).first<Row>();
  return row && consoleEventOf(row);
}

function consoleEventOf(row: Row): ConsoleEvent {
  const { id, slug } = row;
  const { title, seats } = row;
  return { actionId: id, slug, title: JSON.parse(title), event: eventOf(row), seats: JSON.parse(seats) };
}

export type SignUpRow = {
  id: string;
  slot: string;
  seat: Seat;
  number: number | null;
  hasNote: boolean;
  held: Held;
};

/** Sign-ups of an event in the order of their ids, beginning after one of them. One more than `most`, if there are. */
export async function listSignUps(
  db: D1Database,
  { actionId, after, most }: { actionId: number; after: string; most: number },
): Promise<SignUpRow[]> {
  const { results } = await db
    .prepare(
      `SELECT signature_id AS id, slot, seat, number, sealed IS NOT NULL AS hasNote, norms_version, norms_at,
        lessons, lessons_at FROM sign_ups
      WHERE action_id = ? AND signature_id > ? ORDER BY signature_id LIMIT ?`,
    )
    .bind(actionId, after, most + 1)
    .all<Pick<SignUpRow, 'id' | 'slot' | 'seat' | 'number'> & HeldRow & { hasNote: number }>();
  return results.map((row) => ({ ...row, hasNote: row.hasNote === 1, held: heldOf(row) }));
}

/** What is sealed of a sign-up of this event; null where there is none. */
export async function findSealedNote(
  db: D1Database,
  { id, actionId }: { id: string; actionId: number },
): Promise<{ id: string; sealed: Uint8Array | null } | null> {
  const row = await db
    .prepare('SELECT sealed FROM sign_ups WHERE signature_id = ? AND action_id = ?')
    .bind(id, actionId)
    .first<{ sealed: number[] | null }>();
  return row && { id, sealed: row.sealed && fromBlob(row.sealed) };
}
