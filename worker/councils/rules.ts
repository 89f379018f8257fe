import type { Language } from '../../web/language.ts';
import type { Text } from '../places/rules.ts';
import { addDays, dateIn, localInstant, weekdayOf } from '../platform/time/clock.ts';

/** A seat is an office, never a person. */
export type Seat = { slug: string; title: Text; district: string | null };

/** The slug of a council that is the addressee as a whole: among its committees, and under its own name. */
export const wholeCouncil = 'whole-council';

export type Frequency = 'weekly' | 'monthly' | 'thresholds' | 'stopped';

export type Committee = {
  id: number;
  slug: string;
  name: Text;
  remit: Text;
  contactEmail: string;
  digestDay: number;
  digestHour: number;
  /** Of its mail, where the kit says one. */
  language: Language | null;
  frequency: Frequency;
  /** Goes up with each choice of another frequency. */
  frequencyChanges: number;
  /** Goes up when the staff page's link is replaced. The link that stops mail goes with it. */
  staffLink: number;
  nextDigestAt: Date;
};

export type Council = {
  id: number;
  slug: string;
  name: Text;
  /** Votes that carry a decision. */
  majority: number;
  /** How it decides, in the kit's own words. */
  decides: Text | null;
  seats: Seat[];
  committees: Committee[];
};

/**
 * The first instant after `after` at which it is `hour` o'clock (0-23) on the ISO weekday `day` (1-7) in the time zone.
 * If the clock skips that hour, it is the same time after the change; if the hour comes twice, the first one.
 */
export function nextDigestAt(day: number, hour: number, timeZone: string, after: Date): Date {
  const today = dateIn(timeZone, after);
  let date = addDays(today, -((weekdayOf(today) - day + 7) % 7));
  for (;;) {
    const at = localInstant(`${date}T${String(hour).padStart(2, '0')}:00`, timeZone);
    if (at > after) return at;
    date = addDays(date, 7);
  }
}
