import { dateIn, weekIn } from '../platform/time/clock.ts';

/** When something happened: the instant in milliseconds, and the city's own day and ISO week of it. */
export type CityTime = { at: number; on: string; week: string };

/** In every time zone, a day begins on a quarter of an hour. */
const quarter = 15 * 60_000;
let last = { timeZone: '', quarter: 0, on: '', week: '' };

export function cityTimeOf(timeZone: string, at: Date): CityTime {
  const now = Math.floor(at.getTime() / quarter);
  if (last.quarter !== now || last.timeZone !== timeZone) {
    last = { timeZone, quarter: now, on: dateIn(timeZone, at), week: weekIn(timeZone, at) };
  }
  return { at: at.getTime(), on: last.on, week: last.week };
}
