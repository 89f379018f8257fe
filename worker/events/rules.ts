import type { Text } from '../../web/language.ts';
import type { Guests } from './guests/rules.ts';
import type { PublicComment } from './hearing/rules.ts';
import type { EventKindId } from './kind-rules.ts';
import type { Session } from './programme/rules.ts';

/** Where it is. `address` and `url` are told to everybody, or only to who has a place. */
export type Place = {
  name: Text;
  address: string | null;
  url: string | null;
  isForConfirmed: boolean;
};

/** What volunteers do at some of the times, and what is asked of them before they have a place. */
export type Role = {
  slug: string;
  name: Text;
  about: Text | null;
  asksNorms: boolean;
  /** Lessons of the training that must be finished. */
  lessons: string[];
};

/** One time of an event, on the clock of the city. */
export type Slot = {
  slug: string;
  name: Text | null;
  /** The slug of the role. */
  role: string | null;
  startsAt: Date;
  endsAt: Date;
  capacity: number | null;
};

export type EventContent = {
  kind: EventKindId;
  place: Place;
  accessibility: Text | null;
  /** Codes of BCP 47. */
  languages: string[];
  interpreters: Text | null;
  childCare: Text | null;
  /** Why it does not take place; null while it does. */
  cancelled: Text | null;
  roles: Role[];
};

/** An event as it is stored: its times are in rows of their own. */
export type Event = EventContent & {
  slots: Slot[];
  sessions: Session[];
  guests: Guests;
  /** Null for what is no hearing. */
  comment: PublicComment | null;
  sequence: number;
  changedAt: Date;
  cancelledAt: Date | null;
};

/** How many have a place and how many wait, by the slug of the time. */
export type Seats = Record<string, { taken: number; waiting: number }>;

export type Seat = 'none' | 'has' | 'waits';

/** Places that are left; null where there is room for everybody. */
export function placesLeft(slot: Slot, seats: Seats): number | null {
  if (slot.capacity === null) return null;
  const { taken = 0, waiting = 0 } = seats[slot.slug] ?? {};
  return waiting > 0 ? 0 : Math.max(0, slot.capacity - taken);
}

/** Times that have not begun, the first one first. */
export function comingSlots({ slots, cancelled }: Event, now: Date): Slot[] {
  return cancelled ? [] : slots.filter(({ startsAt }) => startsAt > now);
}

export function isOver({ slots }: Event, now: Date): boolean {
  return slots.every(({ endsAt }) => endsAt <= now);
}

/** Null for a time that asks for nothing in particular. */
export function roleOf({ roles }: Event, { role }: Slot): Role | null {
  return roles.find(({ slug }) => slug === role) ?? null;
}

/** "Welcome desk, at the back door": the role and the name of the time; null where it has neither. */
export function slotTitle(event: Event, slot: Slot): Text | null {
  const names = [roleOf(event, slot)?.name, slot.name].filter((one) => one !== undefined && one !== null);
  const inLanguage = (language: keyof Text) => names.map((one) => one[language]).join(', ');
  return names.length === 0 ? null : { en: inLanguage('en'), es: inLanguage('es') };
}

export function slotNamed({ slots }: Event, slug: string): Slot | null {
  return slots.find((one) => one.slug === slug) ?? null;
}

/** What everybody may know of the place. */
export function publicPlace({ place }: Event): Place {
  return place.isForConfirmed ? { ...place, address: null, url: null } : place;
}

/** Whether something of the place is only told to who has one. */
export function holdsBack({ place }: Event): boolean {
  return place.isForConfirmed && (place.address !== null || place.url !== null);
}

/** What an owner is told of the place: all of it with a place at it. */
export function placeFor(event: Event, seat: Seat): Place {
  return seat === 'has' ? event.place : publicPlace(event);
}

/** A canceled event shows no program any more. */
export function hasProgramme({ sessions, cancelled }: Event): boolean {
  return sessions.length > 0 && cancelled === null;
}
