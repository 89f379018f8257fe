import type { Language } from '../../web/language.ts';
import { pathOf } from '../actions/rules.ts';
import { icalOf, type Timed } from '../developers/ical.ts';
import { hex } from '../platform/crypto/bytes.ts';
import type { Deps } from '../platform/deps.ts';
import type { EventContext } from './cache.ts';
import { eventKindNamed } from './kind-rules.ts';
import { sessionsWithin } from './programme/rules.ts';
import { programmeLines } from './programme/shown.ts';
import { type Place, placeFor, publicPlace, type Slot, slotTitle } from './rules.ts';
import type { SignUp } from './store.ts';

/** The calendar of an event for everybody: without an address that only who has a place is told. */
export function publicCalendar(
  context: EventContext,
  { publicUrl, language }: { publicUrl: string; language: Language },
): string {
  const { action, campaign, city, event } = context;
  const address = `${publicUrl}${pathOf(action)}`;
  return icalOf({
    name: action.title[language],
    source: `${address}/calendar.ics?lang=${language}`,
    language,
    timeZone: city.timeZone,
    times: event.slots.map((slot) => ({
      ...entryOf(context, slot, { place: publicPlace(event), language }),
      id: `event-${action.slug}-${slot.slug}@${campaign.slug}.${new URL(publicUrl).hostname}`,
      changedAt: event.changedAt,
      sequence: event.sequence,
      isCancelled: event.cancelled !== null,
      url: `${address}?lang=${language}`,
    })),
  });
}

/**
 * The calendar entry of one person. Its number stays and its sequence rises with each change of the event or of the
 * sign-up. Where its owner wants a neutral title, nothing in it names the campaign.
 */
export async function ownCalendar(
  { keyring }: Pick<Deps, 'keyring'>,
  { context, signUp, slot }: { context: EventContext; signUp: SignUp; slot: Slot },
  { language, supporterUrl }: { language: Language; supporterUrl: string },
): Promise<string> {
  const { city, event } = context;
  const place = placeFor(event, signUp.seat);
  const changedAt = new Date(Math.max(event.changedAt.getTime(), signUp.changedAt.getTime()));
  const times = {
    id: `${hex(await keyring.fingerprint('event calendar', signUp.id))}@calendar`,
    changedAt,
    sequence: Math.floor((changedAt.getTime() - sequencesBegin) / 1000),
    isCancelled: event.cancelled !== null || signUp.seat !== 'has',
  };
  const named = { ...entryOf(context, slot, { place, language }), url: supporterUrl };
  return icalOf({
    language,
    timeZone: city.timeZone,
    times: [{ ...(signUp.isNeutral ? neutralOf(context, slot, { place, language }) : named), ...times }],
  });
}

/** A sequence counts seconds from here, and so it fits into 31 bits. */
const sequencesBegin = Date.UTC(2026, 0);

type Entry = Omit<Timed, 'id' | 'changedAt' | 'sequence' | 'isCancelled'>;
type At = { place: Place; language: Language };

/** The program is in the entry of its time: one for each session would fill a calendar that wants one day. */
function entryOf(
  { action, campaign, city, event }: EventContext,
  slot: Slot,
  { place, language }: At,
): Entry {
  const title = action.title[language];
  const { startsAt, endsAt } = slot;
  const named = slotTitle(event, slot);
  const within = sessionsWithin(event.sessions, slot);
  const programme = programmeLines(within, { timeZone: city.timeZone, language });
  return {
    startsAt,
    endsAt,
    summary: named ? `${title}: ${named[language]}` : title,
    description: [action.ask[language], place.url, programme.join('\n')].filter(Boolean).join('\n\n'),
    location: locationOf(place, language),
    organizer: { name: campaign.title[language], email: campaign.contactEmail },
  };
}

function neutralOf({ event }: EventContext, { startsAt, endsAt }: Slot, { place, language }: At): Entry {
  return {
    startsAt,
    endsAt,
    summary: eventKindNamed(event.kind).neutralTitle[language],
    description: '',
    location: locationOf(place, language),
  };
}

function locationOf({ name, address }: Place, language: Language): string {
  return [name[language], address].filter(Boolean).join(', ');
}
