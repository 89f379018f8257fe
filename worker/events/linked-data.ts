import type { Language } from '../../web/language.ts';
import { pathOf } from '../actions/rules.ts';
import type { EventContext } from './cache.ts';
import { type Session, sessionsWithin } from './programme/rules.ts';
import { publicPlace, type Slot } from './rules.ts';

type About = { site: string; language: Language };

/**
 * schema.org's Event for search engines. It is data and never runs, so the page's policy for scripts does not concern
 * it; `<` is written as an escape, so that no text can end its element. An address that only who has a place is told
 * is not in it.
 */
export function linkedDataOf(context: EventContext, about: About): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...linkedEvent(context, about) }).replaceAll(
    '<',
    '\\u003c',
  );
}

function linkedEvent(context: EventContext, { site, language }: About) {
  const { action, campaign, event } = context;
  const [first] = event.slots;
  const end = Math.max(...event.slots.map(({ endsAt }) => endsAt.getTime()));
  const url = `${site}${pathOf(action)}?lang=${language}`;
  const status = event.cancelled ? 'EventCancelled' : 'EventScheduled';
  const shared = {
    eventStatus: `https://schema.org/${status}`,
    ...whereOf(context, url, language),
    organizer: {
      '@type': 'Organization',
      name: campaign.title[language],
      url: `${site}/campaigns/${campaign.slug}`,
    },
  };
  const name = action.title[language];
  const sessionsOf = (sessions: readonly Session[]) =>
    sessions.length > 0
      ? { subEvent: sessions.map((one) => linkedSession(one, shared.location, language)) }
      : {};
  return {
    '@type': 'Event',
    name,
    description: action.ask[language],
    url,
    startDate: first?.startsAt.toISOString(),
    endDate: new Date(end).toISOString(),
    isAccessibleForFree: true,
    ...(event.languages.length > 0 && { inLanguage: event.languages }),
    ...shared,
    ...(event.slots.length > 1
      ? {
          subEvent: event.slots.map((slot) => ({
            ...linkedSlot(slot, name, language),
            url,
            ...shared,
            ...sessionsOf(sessionsWithin(event.sessions, slot)),
          })),
        }
      : { ...capacityOf(first), ...sessionsOf(event.sessions) }),
  };
}

function linkedSlot(slot: Slot, title: string, language: Language) {
  return {
    '@type': 'Event',
    name: slot.name ? `${title}: ${slot.name[language]}` : title,
    startDate: slot.startsAt.toISOString(),
    endDate: slot.endsAt.toISOString(),
    ...capacityOf(slot),
  };
}

/** A session of the program. It is in a room of the place, or anywhere there. */
function linkedSession(session: Session, there: object, language: Language) {
  const { title, startsAt, endsAt, room, speakers, languages, seats } = session;
  return {
    '@type': 'Event',
    name: title[language],
    startDate: startsAt.toISOString(),
    endDate: endsAt.toISOString(),
    location: room ? { '@type': 'Place', name: room[language], containedInPlace: there } : there,
    ...(seats !== null && { maximumAttendeeCapacity: seats }),
    ...(languages.length > 0 && { inLanguage: languages }),
    ...(speakers.length > 0 && {
      performer: speakers.map((one) => ({ '@type': 'Organization', name: one[language] })),
    }),
  };
}

function capacityOf(slot: Slot | undefined) {
  return slot?.capacity ? { maximumAttendeeCapacity: slot.capacity } : {};
}

function whereOf({ event, city }: EventContext, page: string, language: Language) {
  const { name, address, url } = publicPlace(event);
  const there = {
    '@type': 'Place',
    name: name[language],
    address: address ?? `${city.name}, ${city.region}`,
  };
  const isOnline = event.place.url !== null;
  const isThere = event.place.address !== null || !isOnline;
  const mode = isOnline ? (isThere ? 'Mixed' : 'Online') : 'Offline';
  const online = { '@type': 'VirtualLocation', url: url ?? page };
  return {
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: isOnline ? (isThere ? [there, online] : online) : there,
  };
}
