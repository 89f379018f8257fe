import { addDays, mondayOf, startOfDay, weekIn, weekOf } from '../platform/time/clock.ts';

/** An ISO week, `2026-W45`; it sorts as text. */
export type Week = string;

export const beforeAll: Week = '0000-W01';
export const laterThanAll: Week = '9999-W52';

/** A week from its first instant until the first one after it, and the day on which its digest is due. */
export type Term = { week: Week; from: Date; until: Date; dueOn: string };

export function termOf(week: Week, timeZone: string, dueOn: string): Term {
  return { week, from: startOf(week, timeZone), until: endOf(week, timeZone), dueOn };
}

export function isWeek(text: string): boolean {
  const match = /^(\d{4})-W(\d{2})$/.exec(text);
  return match !== null && Number(match[2]) > 0 && weekOf(mondayOf(text)) === text;
}

/** Its first instant, which is the end of the week before. */
export function startOf(week: Week, timeZone: string): Date {
  return startOfDay(mondayOf(week), timeZone);
}

/** The first instant after it. */
export function endOf(week: Week, timeZone: string): Date {
  return startOf(nextWeek(week), timeZone);
}

export function nextWeek(week: Week): Week {
  return weekOf(addDays(mondayOf(week), 7));
}

export function previousWeek(week: Week): Week {
  return weekOf(addDays(mondayOf(week), -7));
}

/** Its Monday and its Sunday, YYYY-MM-DD. */
export function datesOf(week: Week): { startsOn: string; endsOn: string } {
  const monday = mondayOf(week);
  return { startsOn: monday, endsOn: addDays(monday, 6) };
}

/** The last week that was over at an instant. At the exact instant of its end it is over. */
export function lastWeekOver(at: Date, timeZone: string): Week {
  return previousWeek(weekIn(timeZone, at));
}
