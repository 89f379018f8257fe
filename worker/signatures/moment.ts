import { dateIn, weekIn } from '../platform/clock.ts';
import type { Moment } from './change-store.ts';

export function momentIn(timeZone: string, at: Date): Moment {
  return { at: at.getTime(), on: dateIn(timeZone, at), week: weekIn(timeZone, at) };
}
