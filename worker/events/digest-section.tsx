import { type Language, message, type Text } from '../../web/language.ts';
import { paragraphsBlock } from '../digests/mail-blocks.tsx';
import type { DigestCity, DigestSection, MailPart, PageSurroundings, TallyHead } from '../digests/section.ts';
import { StaffLines } from '../digests/staff-lines.tsx';
import { digestCopy } from './digest-copy.ts';
import { type ComingForCommittee, comingForCommitteeQuery } from './digest-store.ts';
import { formatSpan } from './time-rules.ts';
import { hoursText } from './volunteer/hours-rules.ts';

/** What is public of an event that is coming: its next time, where, and how many come if they are five or more. */
type EventTally = TallyHead & {
  campaign: { slug: string; contactEmail: string };
  place: Text;
  startsAt: number;
  endsAt: number;
  isCancelled: boolean;
  /** Null for fewer than five. */
  confirmed: number | null;
  /** That volunteers of its campaign reported: with the first of its events, and null where nothing may be told. */
  hours?: number | null;
};

const fewest = 5;

/** What is coming and public. Who comes stands beside the signatures and is never added to them. */
export const eventDigest: DigestSection<ComingForCommittee[], EventTally, EventTally, EventTally> = {
  key: 'events',
  words: { en: digestCopy.en.section, es: digestCopy.es.section },
  snapshot: (db, committeeId, { week }) => comingForCommitteeQuery(db, { committeeId, week }),
  make: (events, { until }) => ({
    tallies: withHours(events, (one) => tallyOf(one, { after: until, confirmed: one.confirmed - one.later })),
    problems: [],
  }),
  line: ({ slug, confirmed }) => {
    return { slug, state: 'open', confirmed: confirmed ?? 0, change: 0, corrected: 0 };
  },
  now: (events, at) => withHours(events, (one) => tallyOf(one, { after: at, confirmed: one.confirmed })),
  howCounted: (_city, language) => [digestCopy[language].how],
  mail: (tally, { city, language }) => mailPart(tally, city, language),
  weekOnPage: onPage,
  nowOnPage: onPage,
  csv: { kind: 'event' },
  json: {
    nowKey: 'events_now',
    week: jsonOf,
    now: jsonOf,
  },
};

/** The sum of a campaign stands once, with the first of its events that are coming. */
function withHours(
  events: ComingForCommittee[],
  tallyOf: (one: ComingForCommittee) => EventTally[],
): EventTally[] {
  const told = new Set<string>();
  return events.flatMap((one) =>
    tallyOf(one).map((tally) => {
      const isFirst = !told.has(one.campaign.slug);
      told.add(one.campaign.slug);
      return { ...tally, hours: isFirst && one.quarters > 0 ? one.quarters / 4 : null };
    }),
  );
}

function tallyOf(
  { slug, title, campaign, event }: ComingForCommittee,
  { after, confirmed }: { after: Date; confirmed: number },
): EventTally[] {
  const next = event.slots.find(({ endsAt }) => endsAt > after);
  if (!next) return [];
  return [
    {
      ...{ slug, title, campaign, place: event.place.name },
      startsAt: next.startsAt.getTime(),
      endsAt: next.endsAt.getTime(),
      isCancelled: event.cancelled !== null,
      confirmed: confirmed < fewest ? null : confirmed,
    },
  ];
}

function jsonOf({ slug, startsAt, endsAt, isCancelled, confirmed, hours = null }: EventTally) {
  return {
    slug,
    starts_at: new Date(startsAt).toISOString(),
    ends_at: new Date(endsAt).toISOString(),
    cancelled: isCancelled,
    confirmed,
    volunteer_hours: hours,
  };
}

function linesOf(tally: EventTally, { timeZone }: DigestCity, language: Language): string[] {
  const words = digestCopy[language];
  const { startsAt, endsAt, place, confirmed, isCancelled, hours = null } = tally;
  const when = formatSpan({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, timeZone, language);
  const line = message(words.line, { when, place: place[language] }, language);
  return [
    line,
    isCancelled ? words.cancelled : message(words.counted, { n: confirmed ?? 0 }, language),
    ...(hours === null ? [] : [message(words.hours, { hours: hoursText(hours * 4, language) }, language)]),
  ];
}

function onPage(tally: EventTally, { city, shell }: PageSurroundings) {
  const { language } = shell;
  return <StaffLines shell={shell} title={tally.title[language]} lines={linesOf(tally, city, language)} />;
}

function mailPart(tally: EventTally, city: DigestCity, language: Language): MailPart {
  const title = tally.title[language];
  const lines = linesOf(tally, city, language);
  return {
    campaign: tally.campaign,
    title,
    summary: lines.join(' '),
    subject: message(digestCopy[language].subject, { title }, language),
    news: [],
    blocks: [paragraphsBlock(2, { heading: title, lines })],
  };
}
