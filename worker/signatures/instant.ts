import { dateIn, weekIn } from '../platform/time/clock.ts';
import type { Moment } from './change-store.ts';

/** No day begins anywhere but on a quarter of an hour. */
const quarter = 15 * 60_000;
let last = { timeZone: '', quarter: 0, on: '', week: '' };

export function momentIn(timeZone: string, at: Date): Moment {
  const now = Math.floor(at.getTime() / quarter);
  if (last.quarter !== now || last.timeZone !== timeZone) {
    last = { timeZone, quarter: now, on: dateIn(timeZone, at), week: weekIn(timeZone, at) };
  }
  return { at: at.getTime(), on: last.on, week: last.week };
}
