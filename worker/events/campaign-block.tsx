import * as z from 'zod';
import type { CampaignBlock } from '../campaigns/block.ts';
import { mapQuery } from '../platform/query.ts';
import { comingQuery, type ListedEvent } from './coming-store.ts';
import { eventKindIds, eventKindNamed } from './kind-rules.ts';
import { ComingPart } from './pages/coming-part.tsx';
import { placesLeft } from './rules.ts';
import { formatSpan } from './time-rules.ts';

const mostOnPage = 10;

const coming = z.object({
  slug: z.string(),
  title: z.string(),
  kind: z.enum(eventKindIds),
  page: z.string(),
  place: z.string().describe('What everybody may read of it'),
  cancelled: z.boolean(),
  confirmed: z.int().nonnegative(),
  times: z.array(
    z.object({
      time: z.string(),
      starts_at: z.iso.datetime(),
      ends_at: z.iso.datetime(),
      places_left: z.int().nonnegative().nullable().describe('Null where there is room for everybody'),
    }),
  ),
});

/** What is coming, on the campaign's page. A campaign without an event shows nothing. */
export const eventsBlock: CampaignBlock = {
  page: (db, campaign) =>
    mapQuery(comingQuery(db, campaign, mostOnPage), (events) => ({ campaign, shell, now }) => {
      const { language } = shell;
      const shown = events.flatMap(({ slug, title, event }) => {
        const [next, ...more] = event.slots.filter(({ endsAt }) => endsAt > now);
        if (!next) return [];
        return [
          {
            path: `/events/${slug}`,
            title: title[language],
            kind: eventKindNamed(event.kind).label[language],
            when: formatSpan(next, campaign.city.timeZone, language),
            more: more.length,
            place: event.place.name[language],
            isCancelled: event.cancelled !== null,
          },
        ];
      });
      return shown.length === 0 ? {} : { side: <ComingPart shell={shell} events={shown} /> };
    }),
  json: {
    shape: {
      coming_events: z.array(coming).describe('Public events that are not over, the next one first'),
    },
    query: (db, campaign) =>
      mapQuery(comingQuery(db, campaign, mostOnPage), (events) => (language) => ({
        coming_events: events.map(
          (one): z.infer<typeof coming> => ({
            slug: one.slug,
            title: one.title[language],
            kind: one.event.kind,
            page: `/events/${one.slug}`,
            place: one.event.place.name[language],
            cancelled: one.event.cancelled !== null,
            confirmed: one.confirmed,
            times: timesOf(one),
          }),
        ),
      })),
  },
};

function timesOf({ event, seats }: ListedEvent) {
  return event.slots.map((slot) => ({
    time: slot.slug,
    starts_at: slot.startsAt.toISOString(),
    ends_at: slot.endsAt.toISOString(),
    places_left: placesLeft(slot, seats),
  }));
}
