import { utf8 } from '../platform/crypto/bytes.ts';

export type WholeDay = {
  id: string;
  /** YYYY-MM-DD. */
  on: string;
  changedAt: Date;
  summary: string;
  description: string;
  url: string;
};

export type Calendar = { name: string; source: string; language: string; timeZone: string; days: WholeDay[] };

/** An iCalendar file (RFC 5545) of whole days, which have no time zone and no alarm. */
export function icalOf({ name, source, language, timeZone, days }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Undersigned//Undersigned//${language.toUpperCase()}`,
    `SOURCE;VALUE=URI:${source}`,
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${timeZone}`,
    ...days.flatMap(eventOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf({ id, on, changedAt, summary, description, url }: WholeDay): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}`,
    'SEQUENCE:0',
    `DTSTAMP:${changedAt.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
    'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
    'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL;VALUE=URI:${url}`,
    'END:VEVENT',
  ];
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
