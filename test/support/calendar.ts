import { Temporal } from 'temporal-polyfill';
import { datesOf, previousWeek } from '../../worker/digests/week-rules.ts';
import { dateIn, weekIn } from '../../worker/platform/time/clock.ts';

export const newYork = 'America/New_York';

/** Monday at 07:00 in New York, in the week of this instant or so many weeks after it. */
export function mondayMorning(at: Date, weeks = 0): Date {
  const { startsOn } = datesOf(weekIn(newYork, at));
  const monday = Temporal.PlainDate.from(startsOn).add({ weeks });
  return new Date(monday.toZonedDateTime({ timeZone: newYork, plainTime: '07:00' }).epochMilliseconds);
}

/** The date in New York so many days after this instant. */
export function dateFrom(at: Date, days: number): string {
  return Temporal.PlainDate.from(dateIn(newYork, at)).add({ days }).toString();
}

const week = 604_800_000;
/** Enough for every test. Shifting an older week fails. */
const weeksBack = 12;

/**
 * Moves everything that has happened to a petition or a survey back by one week. The clock of the runtime cannot be
 * set, so this is how weeks pass. Use it only before the first digest; then `oweDigests` makes the past weeks due.
 */
export async function passWeek(db: D1Database, petition: string, now: Date): Promise<void> {
  const weeks = Array.from({ length: weeksBack }, (_, n) =>
    weekIn(newYork, new Date(now.getTime() - n * week)),
  );
  const earlier = JSON.stringify(Object.fromEntries(weeks.map((one) => [one, previousWeek(one)])));
  const shifted = (column: string) => `(SELECT value FROM json_each(?2) WHERE key = ${column})`;
  const of = 'action_id = (SELECT id FROM actions WHERE slug = ?1)';
  const run = (sql: string, ...more: unknown[]) => db.prepare(sql).bind(petition, ...more);
  await db.batch([
    run(
      `UPDATE signatures SET received_at = received_at - ${week}, changed_at = changed_at - ${week},
        confirmed_at = confirmed_at - ${week}, confirmed_on = date(confirmed_on, '-7 days'),
        changed_week = ${shifted('changed_week')}, confirmed_week = ${shifted('confirmed_week')} WHERE ${of}`,
      earlier,
    ),
    run(`UPDATE signature_counts SET key = date(key, '-7 days') WHERE ${of} AND kind = 'day'`),
    run(
      `UPDATE signature_changes SET week = ${shifted('week')}, key = CASE kind
        WHEN 'correction' THEN ${shifted('substr(signature_changes.key, 1, 8)')} || substr(key, 9)
        WHEN 'day' THEN date(key, '-7 days') ELSE key END WHERE ${of}`,
      earlier,
    ),
    run(
      `UPDATE member_changes SET week = coalesce(${shifted('week')}, week), at = at - ${week} WHERE ${of}`,
      earlier,
    ),
    run(`UPDATE thresholds SET reached_at = reached_at - ${week} WHERE ${of}`),
    run(`UPDATE answer_changes SET week = ${shifted('week')} WHERE ${of}`, earlier),
    run(`UPDATE send_changes SET week = ${shifted('week')} WHERE ${of}`, earlier),
  ]);
}

/** Makes the digests of the last so many weeks due. */
export async function oweDigests(db: D1Database, petition: string, weeks: number): Promise<void> {
  await db
    .prepare(
      `UPDATE committees SET next_digest_at = next_digest_at - ?2
        WHERE id = (SELECT committee_id FROM actions WHERE slug = ?1)`,
    )
    .bind(petition, weeks * week)
    .run();
}
