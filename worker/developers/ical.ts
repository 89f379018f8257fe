import { utf8 } from '../platform/crypto/bytes.ts';
import { addDays } from '../platform/time/clock.ts';

export type WholeDay = {
  id: string;
  /** YYYY-MM-DD. */
  on: string;
  /** The last day, of several. */
  until?: string;
  changedAt: Date;
  summary: string;
  description: string;
  url: string;
};

/** From one instant to another, in UTC: it is right on every clock, also where a clock changes in between. */
export type Timed = {
  id: string;
  startsAt: Date;
  endsAt: Date;
  changedAt: Date;
  /** Rises with each change, so that a calendar replaces what it has. */
  sequence: number;
  isCancelled: boolean;
  summary: string;
  description: string;
  location: string;
  /** Left out where the entry must not say whose it is. */
  url?: string;
  organizer?: { name: string; email: string };
};

export type Calendar = {
  /** Left out where the file must not say whose it is. */
  name?: string;
  source?: string;
  language: string;
  timeZone: string;
  days?: WholeDay[];
  times?: Timed[];
};

/** An iCalendar file (RFC 5545). None of its entries has an alarm; whole days have no time zone. */
export function icalOf({ name, source, language, timeZone, days = [], times = [] }: Calendar): string {
  const isCancelled = times.length > 0 && times.every((time) => time.isCancelled);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Undersigned//Undersigned//${language.toUpperCase()}`,
    ...(times.length > 0 ? [`METHOD:${isCancelled ? 'CANCEL' : 'PUBLISH'}`] : []),
    ...(source ? [`SOURCE;VALUE=URI:${source}`] : []),
    ...(name ? [`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`] : []),
    `X-WR-TIMEZONE:${timeZone}`,
    ...days.flatMap(eventOf),
    ...times.flatMap(timedEventOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf({ id, on, until, changedAt, summary, description, url }: WholeDay): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}`,
    'SEQUENCE:0',
    `DTSTAMP:${instant(changedAt)}`,
    `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
    // The end of a calendar entry is the first day after it.
    ...(until ? [`DTEND;VALUE=DATE:${addDays(until, 1).replaceAll('-', '')}`] : []),
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
    'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL;VALUE=URI:${url}`,
    'END:VEVENT',
  ];
}

function timedEventOf(time: Timed): string[] {
  const { organizer, url } = time;
  return [
    'BEGIN:VEVENT',
    `UID:${time.id}`,
    `SEQUENCE:${time.sequence}`,
    `DTSTAMP:${instant(time.changedAt)}`,
    `DTSTART:${instant(time.startsAt)}`,
    `DTEND:${instant(time.endsAt)}`,
    `STATUS:${time.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(time.summary)}`,
    ...(time.description ? [`DESCRIPTION:${escaped(time.description)}`] : []),
    ...(time.location ? [`LOCATION:${escaped(time.location)}`] : []),
    ...(organizer ? [`ORGANIZER;CN="${quoted(organizer.name)}":mailto:${organizer.email}`] : []),
    ...(url ? [`URL;VALUE=URI:${url}`] : []),
    'END:VEVENT',
  ];
}

function instant(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** A parameter in quotes cannot contain a quote or a line break. */
function quoted(text: string): string {
  return text.replace(/["\r\n]/g, ' ');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** A line has at most 75 bytes without its end; what is longer goes on in lines that begin with a space. */
function folded(line: string): string {
  let text = '';
  let bytes = 0;
  for (const letter of line) {
    const size = utf8(letter).length;
    if (bytes + size > 75) {
      text += '\r\n ';
      bytes = 1;
    }
    text += letter;
    bytes += size;
  }
  return text;
}
