import * as z from 'zod';
import type { Language } from '../../web/language.ts';
import { publicAction, publicActionSchema } from '../actions/public.ts';
import type { ActionFigures } from '../actions/store.ts';
import type { EventContext } from './cache.ts';
import { quotings } from './guests/rules.ts';
import { eventKindIds } from './kind-rules.ts';
import { roundsOf, type Session } from './programme/rules.ts';
import { programmeLines } from './programme/shown.ts';
import { holdsBack, placesLeft, publicPlace, roleOf, type Seats } from './rules.ts';

const count = z.int().nonnegative();

/** The public JSON of an event. All counts in it are of the same moment, `as_of`. */
export const publicEventSchema = publicActionSchema.extend({
  kind: z.enum(eventKindIds),
  ask: z.string(),
  time_zone: z.string(),
  cancelled: z.string().nullable().describe('Why it does not take place; null while it does'),
  place: z.object({
    name: z.string(),
    address: z.string().nullable(),
    url: z.string().nullable(),
    held_back: z.boolean().describe('An address or a link that only people with a place are told'),
  }),
  times: z.array(
    z.object({
      time: z.string().describe('What `slot` names when signing up'),
      name: z.string().nullable(),
      role: z.string().nullable(),
      asks_norms: z.boolean().describe('Whether a place needs agreement to the norms'),
      asks_lessons: z.array(z.string()).describe('Lessons of the training that a certificate must show'),
      starts_at: z.iso.datetime(),
      ends_at: z.iso.datetime(),
      capacity: count.nullable().describe('Null where there is room for everybody'),
      taken: count,
      waiting: count,
      places_left: count.nullable(),
    }),
  ),
  sessions: z
    .array(
      z.object({
        session: z.string(),
        title: z.string(),
        starts_at: z.iso.datetime(),
        ends_at: z.iso.datetime(),
        room: z.string().nullable(),
        speakers: z.array(z.string()).describe('Offices and organizations'),
        languages: z.array(z.string()),
        interpretation: z.string().nullable(),
        seats: count.nullable().describe('How many fit into the room. Nobody signs up for a session'),
        accessibility: z.string().nullable(),
      }),
    )
    .describe('The program, in the order of time'),
  for_whom: z.string().nullable().describe('Offices that it is for; null where it is for everybody'),
  by_invitation: z.boolean(),
  quoting: z.enum(quotings).nullable(),
  public_comment: z
    .object({
      minutes: count,
      register_by: z.iso.datetime().nullable(),
      url: z.string().nullable(),
      phone: z.string().nullable(),
      place: z.string().nullable(),
    })
    .nullable()
    .describe('How people speak there; null for what is no hearing'),
  norms: z
    .object({ version: count, texts: z.array(z.string()) })
    .nullable()
    .describe('Those to agree to; null where no time asks for it'),
  accessibility: z.string().nullable(),
  languages: z.array(z.string()),
  interpreters: z.string().nullable(),
  child_care: z.string().nullable(),
});

export function publicEvent(
  context: EventContext,
  { counts, seats }: Pick<ActionFigures, 'counts'> & { seats: Seats },
  { now, language }: { now: Date; language: Language },
): z.infer<typeof publicEventSchema> {
  const { action, city, event, norms } = context;
  const { name, address, url } = publicPlace(event);
  return {
    ...publicAction(context, { counts }, { now, language }),
    kind: event.kind,
    ask: action.ask[language],
    time_zone: city.timeZone,
    cancelled: event.cancelled?.[language] ?? null,
    place: { name: name[language], address, url, held_back: holdsBack(event) },
    times: event.slots.map((slot) => ({
      time: slot.slug,
      name: slot.name?.[language] ?? null,
      role: roleOf(event, slot)?.name[language] ?? null,
      asks_norms: roleOf(event, slot)?.asksNorms ?? false,
      asks_lessons: roleOf(event, slot)?.lessons ?? [],
      starts_at: slot.startsAt.toISOString(),
      ends_at: slot.endsAt.toISOString(),
      capacity: slot.capacity,
      taken: seats[slot.slug]?.taken ?? 0,
      waiting: seats[slot.slug]?.waiting ?? 0,
      places_left: placesLeft(slot, seats),
    })),
    sessions: roundsOf(event.sessions)
      .flat()
      .map((session) => publicSession(session, language)),
    for_whom: event.guests.forWhom?.[language] ?? null,
    by_invitation: event.guests.isByInvitation,
    quoting: event.guests.quoting,
    public_comment: event.comment && {
      minutes: event.comment.minutes,
      register_by: event.comment.registerBy?.toISOString() ?? null,
      url: event.comment.url,
      phone: event.comment.phone,
      place: event.comment.place?.[language] ?? null,
    },
    norms: norms && { version: norms.version, texts: norms.texts.map((text) => text[language]) },
    accessibility: event.accessibility?.[language] ?? null,
    languages: event.languages,
    interpreters: event.interpreters?.[language] ?? null,
    child_care: event.childCare?.[language] ?? null,
  };
}

function publicSession(session: Session, language: Language) {
  return {
    session: session.slug,
    title: session.title[language],
    starts_at: session.startsAt.toISOString(),
    ends_at: session.endsAt.toISOString(),
    room: session.room?.[language] ?? null,
    speakers: session.speakers.map((one) => one[language]),
    languages: session.languages,
    interpretation: session.interpretation?.[language] ?? null,
    seats: session.seats,
    accessibility: session.accessibility?.[language] ?? null,
  };
}

/** OSDI's resource of an event (opensupporter.github.io/osdi-docs/events.html). */
export const osdiEventSchema = z.object({
  identifiers: z.array(z.string()),
  origin_system: z.string(),
  title: z.string(),
  name: z.string(),
  summary: z.string(),
  description: z.string().optional().describe('The program, a line for each session'),
  type: z.literal('open'),
  status: z.enum(['confirmed', 'cancelled']),
  browser_url: z.string(),
  start_date: z.iso.datetime(),
  end_date: z.iso.datetime(),
  capacity: count.optional(),
  total_accepted: count,
  modified_date: z.iso.datetime(),
  location: z.object({
    venue: z.string(),
    address_lines: z.array(z.string()).optional(),
    locality: z.string(),
    region: z.string(),
    country: z.literal('US'),
    language: z.string(),
  }),
  _links: z.object({ self: z.object({ href: z.string() }) }),
});

export function osdiEvent(
  context: EventContext,
  { seats }: { seats: Seats },
  { publicUrl, language }: { publicUrl: string; language: Language },
): z.infer<typeof osdiEventSchema> {
  const { action, city, event } = context;
  const { name, address } = publicPlace(event);
  const starts = event.slots.map(({ startsAt }) => startsAt.getTime());
  const ends = event.slots.map(({ endsAt }) => endsAt.getTime());
  const capacities = event.slots.map(({ capacity }) => capacity);
  const programme = programmeLines(event.sessions, { timeZone: city.timeZone, language });
  const isLimited = capacities.every((one) => one !== null);
  return {
    identifiers: [`undersigned:${action.slug}`],
    origin_system: 'Undersigned',
    title: action.title[language],
    name: action.slug,
    summary: action.ask[language],
    ...(programme.length > 0 && { description: programme.join('\n') }),
    type: 'open',
    status: event.cancelled ? 'cancelled' : 'confirmed',
    browser_url: `${publicUrl}/events/${action.slug}`,
    start_date: new Date(Math.min(...starts)).toISOString(),
    end_date: new Date(Math.max(...ends)).toISOString(),
    ...(isLimited && { capacity: capacities.reduce((sum, one) => sum + (one ?? 0), 0) }),
    total_accepted: Object.values(seats).reduce((sum, { taken }) => sum + taken, 0),
    modified_date: event.changedAt.toISOString(),
    location: {
      venue: name[language],
      ...(address !== null && { address_lines: [address] }),
      locality: city.name,
      region: city.region,
      country: 'US',
      language,
    },
    _links: { self: { href: `${publicUrl}/api/v1/events/${action.slug}/osdi` } },
  };
}
