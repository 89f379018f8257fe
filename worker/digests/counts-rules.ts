import { type Account, accountOf, type SignatureState } from '../actions/account-rules.ts';
import { type District, outside, type Text, unknown } from '../places/rules.ts';
import { foldByPartner, type NamedPartner, type PartnerCount } from './credit-rules.ts';
import type { Week } from './week-rules.ts';

export type PlaceCount = { place: string; name: Text | null; confirmed: number };
export type SourceCount = {
  source: string;
  name: Text | null;
  /** Who is credited, null for the campaign itself; digests from before there were partners say nothing. */
  partner?: NamedPartner | null;
  confirmed: number;
};
export type NamedSource = { slug: string; name: Text; partner?: NamedPartner | null };

/** A petition's numbers at one instant. */
export type Standing = {
  confirmed: number;
  account: Account;
  possibleDuplicates: number;
  /** Every district of the city, in its order, then 'outside' and 'unknown'. */
  byPlace: PlaceCount[];
  /** Largest first. */
  bySource: SourceCount[];
  /** Those sources folded; empty where no partner brought anybody. */
  byPartner?: PartnerCount[];
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

export function standingOf(counts: Counts, districts: District[], sources: NamedSource[]): Standing {
  const bySource = sourcesOf(counts.source, sources);
  const account = accountOf(counts.state as Partial<Record<SignatureState, number>>);
  return {
    confirmed: account.confirmed,
    account,
    possibleDuplicates: counts.possible[''] ?? 0,
    byPlace: placesOf(counts.place, districts),
    bySource,
    byPartner: foldByPartner(bySource),
  };
}

function sourcesOf(counts: Record<string, number>, sources: NamedSource[]): SourceCount[] {
  const named = new Map(sources.map((source) => [source.slug, source]));
  return Object.entries(counts)
    .filter(([, confirmed]) => confirmed !== 0)
    .map(([source, confirmed]) => {
      const { name = null, partner = null } = named.get(source) ?? {};
      return { source, name, partner, confirmed };
    })
    .sort((a, b) => b.confirmed - a.confirmed || a.source.localeCompare(b.source));
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

/** What does not add up, in words for the log; nothing where the numbers balance. */
export function imbalancesOf(standing: Standing): string[] {
  const { account, byPlace, bySource, byPartner = [], confirmed, possibleDuplicates } = standing;
  const credited = sum(byPartner.map((row) => row.confirmed));
  const { received, ...states } = account;
  const numbers = [...Object.values(states), ...[...byPlace, ...bySource].map((row) => row.confirmed)];
  const problems: [string, boolean][] = [
    ['received is not the sum of the states', received !== sum(Object.values(states))],
    ['confirmed is not the state of that name', confirmed !== account.confirmed],
    ['confirmed is not the sum of the places', confirmed !== sum(byPlace.map((row) => row.confirmed))],
    ['confirmed is not the sum of the sources', confirmed !== sum(bySource.map((row) => row.confirmed))],
    ['confirmed is not the sum of the partners', byPartner.length > 0 && confirmed !== credited],
    ['a number is below zero', [...numbers, possibleDuplicates].some((n) => n < 0)],
  ];
  return problems.flatMap(([what, isWrong]) => (isWrong ? [what] : []));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
