const hour = 60 * 60 * 1000;
const day = 24 * hour;

/**
 * Whether an instant is the end of an ISO week, `2026-W48`, in the time zone of some city: these are at most 14 hours
 * before UTC and 12 behind. A week that its year does not have never ends.
 */
export function isEndOfWeek(instant: string, week: string): boolean {
  const { year, number, monday } = mondayOf(week);
  // The Thursday of a week lies in the year of the week.
  const isReal = number > '00' && new Date(monday + 3 * day).getUTCFullYear() === Number(year);
  const end = monday + 7 * day;
  const at = Date.parse(instant);
  const isNear = at >= end - 14 * hour && at <= end + 12 * hour;
  return isReal && isNear && new Date(at).toISOString() === instant;
}

/** Its Sunday, `2026-11-29`. Not by Temporal, because the page that checks files would have to load it. */
export function lastDayOf(week: string): string {
  return new Date(mondayOf(week).monday + 6 * day).toISOString().slice(0, 10);
}

/** Its first instant in UTC. 4 January lies in the first week of its ISO year. */
function mondayOf(week: string) {
  const [, year = '', number = ''] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  const fourth = Date.UTC(Number(year), 0, 4);
  const monday = fourth - (((new Date(fourth).getUTCDay() + 6) % 7) - 7 * (Number(number) - 1)) * day;
  return { year, number, monday };
}
