import { type Account, accountOf, type SignatureState } from '../petitions/account-rules.ts';
import { type District, outside, type Text, unknown } from '../places/rules.ts';
import type { Week } from './week-rules.ts';

export type PlaceCount = { place: string; name: Text | null; confirmed: number };
export type SourceCount = { source: string; name: Text | null; confirmed: number };

/** A petition's numbers at one instant. */
export type Standing = {
  confirmed: number;
  account: Account;
  possibleDuplicates: number;
  /** Every district of the city, in its order, then 'outside' and 'unknown'. */
  byPlace: PlaceCount[];
  /** Largest first. */
  bySource: SourceCount[];
};

export type CountKind = 'state' | 'place' | 'source' | 'day' | 'possible';
export type Count = { kind: CountKind; key: string; n: number };
export type Change = { week: Week; kind: Exclude<CountKind, 'day'> | 'correction'; key: string; n: number };
export type Counts = Record<CountKind, Record<string, number>>;

export function countsOf(rows: Count[]): Counts {
  const counts: Counts = { state: {}, place: {}, source: {}, day: {}, possible: {} };
  for (const { kind, key, n } of rows) counts[kind][key] = n;
  return counts;
}

/** The account as it stood when a week was over: today's, less what later weeks changed in it. No count of days. */
export function accountAtEndOf(week: Week, current: Count[], changes: Change[]): Counts {
  const counts = countsOf(current.filter(({ kind }) => kind !== 'day'));
  for (const change of changes) {
    if (change.week <= week || change.kind === 'correction') continue;
    const counted = counts[change.kind];
    counted[change.key] = (counted[change.key] ?? 0) - change.n;
  }
  return counts;
}

export function standingOf(
  counts: Counts,
  districts: District[],
  sources: { slug: string; name: Text }[],
): Standing {
  const account = accountOf(counts.state as Partial<Record<SignatureState, number>>);
  return {
    confirmed: account.confirmed,
    account,
    possibleDuplicates: counts.possible[''] ?? 0,
    byPlace: placesOf(counts.place, districts),
    bySource: Object.entries(counts.source)
      .filter(([, confirmed]) => confirmed !== 0)
      .map(([source, confirmed]) => ({ source, name: nameOf(source, sources), confirmed }))
      .sort((a, b) => b.confirmed - a.confirmed || a.source.localeCompare(b.source)),
  };
}

/** A district that the lines no longer have is listed while signatures name it: the sum has to stay the sum. */
function placesOf(counts: Record<string, number>, districts: District[]): PlaceCount[] {
  const listed = districts.filter(({ code, retired }) => !retired || (counts[code] ?? 0) !== 0);
  const known = new Set([...districts.map(({ code }) => code), outside, unknown]);
  const strays = Object.keys(counts).filter((place) => !known.has(place) && counts[place] !== 0);
  return [
    ...listed.map(({ code, name }) => ({ place: code, name, confirmed: counts[code] ?? 0 })),
    ...[...strays.sort(), outside, unknown].map((place) => ({
      place,
      name: null,
      confirmed: counts[place] ?? 0,
    })),
  ];
}

function nameOf(slug: string, named: { slug: string; name: Text }[]): Text | null {
  return named.find((one) => one.slug === slug)?.name ?? null;
}

/** What does not add up, in words for the log; nothing where the numbers balance. */
export function imbalancesOf(standing: Standing): string[] {
  const { account, byPlace, bySource, confirmed, possibleDuplicates } = standing;
  const { received, ...states } = account;
  const numbers = [...Object.values(states), ...[...byPlace, ...bySource].map((row) => row.confirmed)];
  const problems: [string, boolean][] = [
    ['received is not the sum of the states', received !== sum(Object.values(states))],
    ['confirmed is not the state of that name', confirmed !== account.confirmed],
    ['confirmed is not the sum of the places', confirmed !== sum(byPlace.map((row) => row.confirmed))],
    ['confirmed is not the sum of the sources', confirmed !== sum(bySource.map((row) => row.confirmed))],
    ['a number is below zero', [...numbers, possibleDuplicates].some((n) => n < 0)],
  ];
  return problems.flatMap(([what, isWrong]) => (isWrong ? [what] : []));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
