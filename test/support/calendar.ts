import { Temporal } from 'temporal-polyfill';
import { dateIn, weekIn } from '../../worker/platform/clock.ts';
import { datesOf, previousWeek, startOf } from '../../worker/tallies/week-rules.ts';

export const newYork = 'America/New_York';

/** Monday at 07:00 in New York, in the week of an instant or so many weeks from it. */
export function mondayMorning(at: Date, weeks = 0): Date {
  const { startsOn } = datesOf(weekIn(newYork, at));
  const monday = Temporal.PlainDate.from(startsOn).add({ weeks });
  return new Date(monday.toZonedDateTime({ timeZone: newYork, plainTime: '07:00' }).epochMilliseconds);
}

export function startOfWeek(at: Date): Date {
  return startOf(weekIn(newYork, at), newYork);
}

/** The date so many days from an instant, in New York. */
export function dateFrom(at: Date, days: number): string {
  return Temporal.PlainDate.from(dateIn(newYork, at)).add({ days }).toString();
}

/**
 * All that has happened to a petition so far has happened a week earlier. The runtime's own clock cannot be set: this
 * is how two weeks pass. To be called before its committee was told of anything: the digest of that week is due then on
 * the Monday of this one.
 */
export async function passWeek(db: D1Database, petition: string, now: Date): Promise<void> {
  const week = weekIn(newYork, now);
  const earlier = previousWeek(week);
  const of = '(SELECT id FROM petitions WHERE slug = ?1)';
  await db.batch([
    db
      .prepare(
        `UPDATE signatures SET received_at = received_at - 604800000, changed_at = changed_at - 604800000,
          changed_week = ?2, confirmed_at = confirmed_at - 604800000, confirmed_on = date(confirmed_on, '-7 days'),
          confirmed_week = iif(confirmed_week IS NULL, NULL, ?2) WHERE petition_id = ${of}`,
      )
      .bind(petition, earlier),
    db
      .prepare(
        `UPDATE signature_counts SET key = date(key, '-7 days') WHERE petition_id = ${of} AND kind = 'day'`,
      )
      .bind(petition),
    db
      .prepare(`UPDATE signature_changes SET week = ?2 WHERE petition_id = ${of} AND week = ?3`)
      .bind(petition, earlier, week),
    db
      .prepare(`UPDATE thresholds SET reached_at = reached_at - 604800000 WHERE petition_id = ${of}`)
      .bind(petition),
    db
      .prepare(
        'UPDATE committees SET next_digest_at = ?2 WHERE id = (SELECT committee_id FROM petitions WHERE slug = ?1)',
      )
      .bind(petition, mondayMorning(now).getTime()),
  ]);
}
