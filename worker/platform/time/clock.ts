import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as Instant from 'temporal-polyfill/fns/Instant';
import * as Day from 'temporal-polyfill/fns/PlainDate';
import * as Local from 'temporal-polyfill/fns/PlainDateTime';
import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime';

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

/*
 * Below, a day is an ISO date, `2026-11-29`, which sorts as text; functions that are given one throw a RangeError if the
 * text is none. Only this module uses the library, by its functions, so that what nobody calls is no part of the Worker.
 */

/** The first instant of a day and the first one after it; null where the text is no day. */
export function dayIn(timeZone: string, text: string): { from: Date; until: Date } | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  try {
    return { from: startOfDay(text, timeZone), until: startOfDay(addDays(text, 1), timeZone) };
  } catch {
    return null;
  }
}

/** The day on which an instant falls in a time zone. */
export function dateIn(timeZone: string, at: Date): string {
  return Day.toString(Zoned.toPlainDate(zoned(timeZone, at)));
}

export function addDays(day: string, days: number): string {
  return Day.toString(Day.addDays(read(day), days));
}

/** Whole days from one day to another; negative where the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Day.diffDays(read(from), read(to));
}

/** From 1, Monday, to 7, Sunday. */
export function weekdayOf(day: string): number {
  return Day.dayOfWeek(read(day));
}

/** Not always midnight: some clocks skip that hour. */
export function startOfDay(day: string, timeZone: string): Date {
  return new Date(Day.toZonedDateTime(read(day), timeZone).epochMilliseconds);
}

/** The ISO week, `2026-W48`, in which a day falls. It sorts as text. */
export function weekOf(day: string): string {
  const date = read(day);
  return `${Day.yearOfWeek(date)}-W${String(Day.weekOfYear(date)).padStart(2, '0')}`;
}

/** The ISO week in which an instant falls in a time zone. */
export function weekIn(timeZone: string, at: Date): string {
  return weekOf(dateIn(timeZone, at));
}

/** The Monday of an ISO week. 4 January lies in the first week of its ISO year. */
export function mondayOf(week: string): string {
  const [year = '', number = ''] = week.split('-W');
  const fourth = `${year}-01-04`;
  return addDays(fourth, 1 - weekdayOf(fourth) + 7 * (Number(number) - 1));
}

type Disambiguation = 'compatible' | 'reject';

/** The instant of a `datetime-local` field's value, as `localInstant` finds it; null where there is none. */
export function instantAt(typed: string, timeZone: string, disambiguation?: Disambiguation): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(typed)) return null;
  try {
    return localInstant(typed, timeZone, disambiguation);
  } catch {
    return null;
  }
}

/**
 * The instant of a local day and time, `2026-11-29T15:04`. If the clock skips it, the same time after the change; if it
 * comes twice, the first one: or, if that is to be rejected, a RangeError for both.
 */
export function localInstant(
  local: string,
  timeZone: string,
  disambiguation: Disambiguation = 'compatible',
): Date {
  const at = Local.toZonedDateTime(Local.fromString(local, getISO), timeZone, { disambiguation });
  return new Date(at.epochMilliseconds);
}

/** An instant on the clock of a time zone, to the minute: `2026-11-29T15:04`. */
export function localTime(timeZone: string, at: Date): string {
  return Local.toString(Zoned.toPlainDateTime(zoned(timeZone, at)), { smallestUnit: 'minute' });
}

/** The difference of a time zone from UTC at an instant: `-05:00`. */
export function offsetIn(timeZone: string, at: Date): string {
  return Zoned.offset(zoned(timeZone, at));
}

/** Of the local hour in which an instant falls, on its day and on its clock. */
export function startOfHour(timeZone: string, at: Date): Date {
  return new Date(Zoned.startOfHour(zoned(timeZone, at)).epochMilliseconds);
}

/** The same local day and time so many days later, or earlier. */
export function daysAfter(at: Date, days: number, timeZone: string): Date {
  return new Date(Zoned.addDays(zoned(timeZone, at), days).epochMilliseconds);
}

/** The same local time so many months later, on the last day of a month that is too short. */
export function monthsAfter(at: Date, months: number, timeZone: string): Date {
  return new Date(Zoned.addMonths(zoned(timeZone, at), months).epochMilliseconds);
}

function zoned(timeZone: string, at: Date) {
  return Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(at.getTime()), timeZone);
}

function read(day: string) {
  return Day.fromString(day, getISO);
}
