import type { ChartRow } from '../../web/components/chart.tsx';
import { formatDay, formatNumber, type Language, message } from '../../web/language.ts';
import { signatureStates } from '../actions/account-rules.ts';
import { placeLabel } from '../places/labels.ts';
import { unknown } from '../places/rules.ts';
import { dateIn, hour, localTime, offsetIn } from '../platform/time/clock.ts';
import { daysShown, type Numbers } from './load.ts';
import { copy } from './pages/copy.ts';
import {
  comparisonOf,
  daysUntil,
  hoursUntil,
  partNumber,
  refused,
  review,
  speeds,
  weekBefore,
} from './rules.ts';
import type { Tally } from './store.ts';

type Saying = { now: Date; language: Language };
export type DayRow = { on: string; label: string; received: number; confirmed: number };
export type HourRow = { label: string; n: number };

export function dayRows({ context, days, confirmed }: Numbers, { now, language }: Saying): DayRow[] {
  const received = new Map(days.map((one) => [one.day, one.received]));
  return daysUntil(context.city.timeZone, now, daysShown).map((on) => {
    return {
      on,
      label: formatDay(on, language),
      received: received.get(on) ?? 0,
      confirmed: confirmed.get(on) ?? 0,
    };
  });
}

const hoursShown = 48;

export function hourRows({ context, days }: Numbers, told: Saying): HourRow[] {
  const { timeZone } = context.city;
  const byHour = new Map(days.flatMap(({ hours }) => Object.entries(hours)));
  return hoursUntil(timeZone, told.now, hoursShown).map((start) => {
    return { label: hourLabel(timeZone, start, told.language), n: byHour.get(String(start)) ?? 0 };
  });
}

/** "Nov 25, 2 pm". An hour that the clocks repeat has the short name of its time zone too. */
export function hourLabel(timeZone: string, start: number, language: Language): string {
  const at = new Date(start * 1000);
  const hourOf = (instant: number) => Number(localTime(timeZone, new Date(instant)).slice(11, 13));
  const shown = hourOf(at.getTime());
  const isRepeated = [-1, 1].some((by) => hourOf(at.getTime() + by * hour) === shown);
  const clock = message(
    copy[language].clock,
    { hour: shown % 12 || 12, half: shown < 12 ? 'am' : 'pm' },
    language,
  );
  const zone = isRepeated ? ` (${offsetIn(timeZone, at)})` : '';
  return `${formatDay(dateIn(timeZone, at), language)}, ${clock}${zone}`;
}

export type ComparedRow = { label: string; thisWeek: number; sameDays: number; whole: number };

export function comparedRows(
  { context, days, confirmed }: Numbers,
  { now, language }: Saying,
): ComparedRow[] {
  const { timeZone } = context.city;
  const { compared } = copy[language];
  const received = new Map(days.map((one) => [one.day, one.received]));
  return [
    { label: compared.received, ...comparisonOf(timeZone, now, received) },
    { label: compared.confirmed, ...comparisonOf(timeZone, now, confirmed) },
  ];
}

export type Compared = {
  rows: ComparedRow[];
  /** Null where last week was a whole one. */
  before: { kind: 'none' } | { kind: 'part'; day: string } | null;
};

/** Where nothing came before it opened, a 0 for last week would tell of a fall that there was not. */
export function compared(numbers: Numbers, told: Saying): Compared {
  const { city, action } = numbers.context;
  const rows = comparedRows(numbers, told);
  const kind = weekBefore(city.timeZone, told.now, action.opensAt);
  if (kind === 'whole') return { rows, before: null };
  if (kind === 'none') return { rows, before: rows.some(({ whole }) => whole !== 0) ? null : { kind } };
  return { rows, before: { kind, day: formatDay(dateIn(city.timeZone, action.opensAt), told.language) } };
}

/** A number with what this week and the last one changed. */
export type CountRow = { key: string; label: string; n: number; thisWeek: number; lastWeek: number };

function countRow({ key, n, weeks }: Tally, label: string, asked: Numbers['weeks']): CountRow {
  return { key, label, n, thisWeek: weeks[asked.now] ?? 0, lastWeek: weeks[asked.before] ?? 0 };
}

/** How many count. */
export function countedIn({ tallies }: Numbers): number {
  return tallies.find(({ kind, key }) => kind === 'state' && key === 'confirmed')?.n ?? 0;
}

/** All forms by their state, which add up to what was received. */
export function accountRows({ tallies, weeks }: Numbers, language: Language): CountRow[] {
  return signatureStates.map((state) => {
    const found = tallies.find(({ kind, key }) => kind === 'state' && key === state);
    const tally = found ?? { kind: 'state', key: state, n: 0, weeks: {} };
    return countRow(tally, copy[language].account.states[state], weeks);
  });
}

export function totalOf(rows: readonly CountRow[]): Pick<CountRow, 'n' | 'thisWeek' | 'lastWeek'> {
  const sum = (of: (row: CountRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return { n: sum(({ n }) => n), thisWeek: sum((row) => row.thisWeek), lastWeek: sum((row) => row.lastWeek) };
}

export function sourceRows({ context, tallies, weeks }: Numbers, language: Language): CountRow[] {
  return tallies
    .filter(({ kind }) => kind === 'source')
    .map((one) => {
      const named = context.sources.find(({ slug }) => slug === one.key)?.name[language];
      return countRow(one, named ?? one.key, weeks);
    })
    .filter(isAny);
}

/** What came by the sources of each partner, and by the campaign's own. */
export function partnerRows(numbers: Numbers, language: Language): CountRow[] {
  const rows = new Map<string, CountRow>();
  for (const row of sourceRows(numbers, language)) {
    const partner = numbers.context.sources.find(({ slug }) => slug === row.key)?.partner ?? null;
    const key = partner?.slug ?? '';
    const known = rows.get(key) ?? {
      ...{ key, label: partner?.name[language] ?? copy[language].own },
      ...{ n: 0, thisWeek: 0, lastWeek: 0 },
    };
    rows.set(key, {
      ...known,
      n: known.n + row.n,
      thisWeek: known.thisWeek + row.thisWeek,
      lastWeek: known.lastWeek + row.lastWeek,
    });
  }
  return [...rows.values()];
}

export function placeRows({ context, tallies, weeks }: Numbers, language: Language): CountRow[] {
  const { city } = context;
  return tallies
    .filter(({ kind }) => kind === 'place')
    .map((one) => {
      const label = one.key === unknown ? null : placeLabel(city, one.key, language);
      return countRow(one, label ?? copy[language].placeUnknown, weeks);
    })
    .filter(isAny);
}

function isAny({ n, thisWeek, lastWeek }: CountRow): boolean {
  return n !== 0 || thisWeek !== 0 || lastWeek !== 0;
}

/** "12 (+3)". */
export function chartRows(rows: readonly CountRow[], language: Language): ChartRow[] {
  return rows.map(({ label, n, thisWeek }) => ({
    label,
    value: n,
    text: changed({ n, thisWeek }, language),
  }));
}

export function changed({ n, thisWeek }: { n: number; thisWeek: number }, language: Language): string {
  const sign = thisWeek > 0 ? '+' : '−';
  const change = thisWeek === 0 ? '' : ` (${sign}${formatNumber(Math.abs(thisWeek), language)})`;
  return `${formatNumber(n, language)}${change}`;
}

/** Forms of the last four weeks, by the language of their page. */
export function languageRows({ days }: Numbers, language: Language): ChartRow[] {
  const sums = new Map<string, number>();
  for (const day of days) {
    for (const [key, n] of Object.entries(day.languages)) sums.set(key, (sums.get(key) ?? 0) + n);
  }
  const names: Record<string, string> = copy[language].languages;
  return [...sums].map(([key, value]) => ({ label: names[key] ?? key, value }));
}

export type Confirmations = { received: number; confirmed: number; rows: ChartRow[] };

export function confirmationsOf({ days }: Numbers, language: Language): Confirmations {
  const words = copy[language].confirmations;
  const received = days.reduce((sum, one) => sum + one.received, 0);
  const bySpeed = speeds.map((speed) => {
    return { label: words.speeds[speed], value: days.reduce((sum, { soon }) => sum + soon[speed], 0) };
  });
  const confirmed = bySpeed.reduce((sum, { value }) => sum + value, 0);
  const rows = [...bySpeed, { label: words.notYet, value: Math.max(0, received - confirmed) }];
  return { received, confirmed, rows };
}

export type StepRow = { label: string; thisWeek: number; lastWeek: number };

/** The steps of a form in their order. What was sent and confirmed is from the account. */
export function stepRows({ steps, tallies, weeks }: Numbers, language: Language): StepRow[] {
  const words = copy[language].steps;
  const of = (step: string, week: string) =>
    steps.find((one) => one.step === step && one.week === week)?.n ?? 0;
  const row = (step: string, label: string) => {
    return { label, thisWeek: of(step, weeks.now), lastWeek: of(step, weeks.before) };
  };
  const parts = [...new Set(steps.map(({ step }) => partNumber(step) ?? 0))]
    .filter((n) => n > 0)
    .toSorted((a, b) => a - b);
  const states = tallies.filter(({ kind }) => kind === 'state');
  const sum = (of: readonly Tally[], week: string) => of.reduce((n, one) => n + (one.weeks[week] ?? 0), 0);
  const told = (label: string, of: readonly Tally[]) => {
    return { label, thisWeek: sum(of, weeks.now), lastWeek: sum(of, weeks.before) };
  };
  return [
    ...parts.map((n) => row(`part-${n}`, message(words.part, { n }, language))),
    ...(steps.some(({ step }) => step === review) ? [row(review, words.review)] : []),
    row(refused, words.refused),
    told(words.sent, states),
    told(
      words.confirmed,
      states.filter(({ key }) => key === 'confirmed'),
    ),
  ];
}
