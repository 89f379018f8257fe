import {
  addDays,
  dateIn,
  day,
  hour,
  minute,
  mondayOf,
  startOfHour,
  weekdayOf,
  weekIn,
} from '../platform/time/clock.ts';

/** How soon after its form was sent a signature was confirmed. Each bucket begins where the one before it ends. */
export const speeds = ['ten_minutes', 'an_hour', 'a_day', 'a_week', 'a_month'] as const;
export type Speed = (typeof speeds)[number];

export const endOf: Record<Speed, number> = {
  ten_minutes: 10 * minute,
  an_hour: hour,
  a_day: day,
  a_week: 7 * day,
  a_month: 30 * day,
};

export function beginningOf(speed: Speed): number {
  const before = speeds[speeds.indexOf(speed) - 1];
  return before ? endOf[before] : 0;
}

/** What one walk through the signatures counts: the forms as they come, or those that were confirmed within a time. */
export type Walk = 'received' | Speed;

export type Walked = {
  actionId: number;
  timeZone: string;
  language: string;
  receivedAt: number;
  confirmedAt: number | null;
};

/** What a walk adds to one day. */
export type Added = {
  actionId: number;
  day: string;
  n: number;
  hours: Record<string, number>;
  languages: Record<string, number>;
};

type LocalTime = { day: string; hour: string };

/** On every clock, an hour and a day begin on a quarter of an hour. */
const quarter = 15 * minute;

function localTimes() {
  const known = new Map<string, LocalTime>();
  return (timeZone: string, at: number): LocalTime => {
    const key = `${timeZone} ${Math.floor(at / quarter)}`;
    const found = known.get(key) ?? localTimeOf(timeZone, at);
    known.set(key, found);
    return found;
  };
}

/** An hour that the clocks repeat in the fall is two hours with the same name. */
function localTimeOf(timeZone: string, at: number): LocalTime {
  const instant = new Date(at);
  const start = startOfHour(timeZone, instant);
  return { day: dateIn(timeZone, instant), hour: String(start.getTime() / 1000) };
}

/** Adds up what a walk has read, by action and by the local day on which the form was sent. */
export function addedBy(walk: Walk, rows: readonly Walked[]): Added[] {
  const timeOf = localTimes();
  const days = new Map<string, Added>();
  for (const row of rows) {
    if (walk !== 'received' && !isConfirmedWithin(walk, row)) continue;
    const { day: on, hour: start } = timeOf(row.timeZone, row.receivedAt);
    const key = `${row.actionId} ${on}`;
    const one = days.get(key) ?? { actionId: row.actionId, day: on, n: 0, hours: {}, languages: {} };
    days.set(key, one);
    one.n += 1;
    one.hours[start] = (one.hours[start] ?? 0) + 1;
    one.languages[row.language] = (one.languages[row.language] ?? 0) + 1;
  }
  return [...days.values()];
}

function isConfirmedWithin(speed: Speed, { receivedAt, confirmedAt }: Walked): boolean {
  if (confirmedAt === null) return false;
  const took = confirmedAt - receivedAt;
  return took <= endOf[speed] && (took > beginningOf(speed) || speed === 'ten_minutes');
}

export function sumOf(one: Record<string, number>, other: Record<string, number>): Record<string, number> {
  const sum = { ...one };
  for (const [key, n] of Object.entries(other)) sum[key] = (sum[key] ?? 0) + n;
  return sum;
}

/** Every hour of the local clock that began at most so long ago, the oldest first. An hour that is skipped is not in it. */
export function hoursUntil(timeZone: string, now: Date, hours: number): number[] {
  const last = startOfHour(timeZone, now).getTime();
  return Array.from({ length: hours }, (_, index) => (last - (hours - 1 - index) * hour) / 1000);
}

/** The days until this one, the oldest first. */
export function daysUntil(timeZone: string, now: Date, days: number): string[] {
  const today = dateIn(timeZone, now);
  return Array.from({ length: days }, (_, index) => addDays(today, index + 1 - days));
}

/**
 * A week that is not over is compared with the same days of the one before. `days` begins with Monday, and `whole` is
 * all of the week before.
 */
export type Comparison = { thisWeek: number; sameDays: number; whole: number };

export function comparisonOf(timeZone: string, now: Date, byDay: ReadonlyMap<string, number>): Comparison {
  const today = dateIn(timeZone, now);
  const sum = (from: number, n: number) =>
    Array.from({ length: n }, (_, index) => addDays(today, index - from)).reduce(
      (total, on) => total + (byDay.get(on) ?? 0),
      0,
    );
  const gone = weekdayOf(today);
  return {
    thisWeek: sum(gone - 1, gone),
    sameDays: sum(gone - 1 + 7, gone),
    whole: sum(gone - 1 + 7, 7),
  };
}

/** Whether there was a week before this one: none where it opened this week, a part where it opened within that week. */
export function weekBefore(timeZone: string, now: Date, opensAt: Date): 'none' | 'part' | 'whole' {
  const monday = mondayOf(weekIn(timeZone, now));
  const opened = dateIn(timeZone, opensAt);
  if (opened >= monday) return 'none';
  return opened > addDays(monday, -7) ? 'part' : 'whole';
}

/** The steps of a survey's form, in their order: parts by number, then the review; and what comes back with an error. */
export const refused = 'refused';
export const review = 'review';

export function partStep(index: number): string {
  return `part-${index + 1}`;
}

/** At most this many parts are told apart. */
const mostParts = 20;

export function partNumber(step: string): number | null {
  const n = Number(/^part-(\d{1,2})$/.exec(step)?.[1]);
  return n >= 1 && n <= mostParts ? n : null;
}
