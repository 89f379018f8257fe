import { formatDay, type Language } from '../../web/language.ts';
import { listQuery, mapQuery, type Query } from '../platform/query.ts';
import { addDays, mondayOf, weekIn, weekOf } from '../platform/time/clock.ts';
import type { ConsoleCampaign, NamedSection, WeekNumber } from './console-section.ts';
import type { NumbersProps } from './pages/numbers.tsx';

/** This week and the five before it. */
const weeksShown = 6;

/** The week of an instant and those before it, in the campaign's time zone, newest first. */
function weeksUntil(now: Date, timeZone: string): { week: string; monday: string }[] {
  const thisMonday = mondayOf(weekIn(timeZone, now));
  return Array.from({ length: weeksShown }, (_, ago) => addDays(thisMonday, -7 * ago)).map((monday) => {
    return { week: weekOf(monday), monday };
  });
}

/** The numbers of all features, in the order of the features. */
export function numbersQuery(
  db: D1Database,
  {
    sections,
    campaign,
    language,
    now,
  }: { sections: readonly NamedSection[]; campaign: ConsoleCampaign; language: Language; now: Date },
): Query<NumbersProps['numbers']> {
  const weeks = weeksUntil(now, campaign.timeZone);
  const names = weeks.map(({ week }) => week);
  const queries = sections.flatMap(({ section }) => section.numbers?.(db, campaign, names) ?? []);
  return mapQuery(listQuery(queries), (lists) => lists.flat().map((number) => told(number, weeks, language)));
}

function told(
  { label, inAll, byWeek }: WeekNumber,
  weeks: ReturnType<typeof weeksUntil>,
  language: Language,
) {
  return {
    label: label[language],
    inAll,
    weeks: byWeek
      ? weeks.map(({ week, monday }) => {
          return { label: formatDay(monday, language), change: byWeek.get(week) ?? 0 };
        })
      : null,
  };
}
