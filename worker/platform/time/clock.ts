import { Temporal } from 'temporal-polyfill';

/** The edge reads the clock once per request or job and hands the instant down. */
export type Clock = () => Date;
export const systemClock: Clock = () => new Date();

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

export function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** The ISO date, YYYY-MM-DD, on which an instant falls in a time zone. */
export function dateIn(timeZone: string, at: Date): string {
  return zoned(timeZone, at).toPlainDate().toString();
}

/** A day of a time zone, from its first instant until the first one after it; null where the text is no date. */
export function dayIn(timeZone: string, isoDate: string): { from: Date; until: Date } | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(isoDate)) return null;
  try {
    const date = Temporal.PlainDate.from(isoDate, { overflow: 'reject' });
    const start = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime({ timeZone }).epochMilliseconds);
    return { from: start(date), until: start(date.add({ days: 1 })) };
  } catch {
    return null;
  }
}

/** The ISO week, YYYY-Www, in which an instant falls in a time zone. It sorts as text. */
export function weekIn(timeZone: string, at: Date): string {
  return weekOf(zoned(timeZone, at).toPlainDate());
}

export function zoned(timeZone: string, at: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

export function weekOf(date: Temporal.PlainDate): string {
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
}
